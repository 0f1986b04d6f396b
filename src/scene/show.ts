import type { Store } from '../player/store.ts';
import type { Island } from './island.ts';

/** Writes the state where the style sheet reads it: the same for the early form and the living one. */
export function show(island: Island, store: Store): void {
  const { take, step, phase, picks, speed } = store.get();
  const said = picks[`${take}/${step - 1}`];
  const at = [step, phase === 'rest' ? '' : phase, said === undefined ? '' : `said-${said}`];
  island.dataset.at = at.filter((word) => word !== '').join(' ');
  write(island, 'copied', undefined);
  write(island, 'speed', speed === 1 ? undefined : `${speed}`);
  const index = store.score.takes.indexOf(take);
  // The page as served holds the terminals and drawings of the first take only.
  if (island.dataset.alive) write(island, 'take', index > 0 ? `${index}` : undefined);
  // Before the first step nothing has scrolled; to ask would lay the page out in the midst of its loading.
  if (step === 0) return;
  for (const view of island.querySelectorAll('.view')) view.scrollTop = view.scrollHeight;
}

/** Tells assistive technology what has changed, in one sentence or two: what the step says of itself, or the question that stands now. */
export function announce(island: Island, store: Store, sentence = sentenceOf(island, store)): void {
  let status = document.getElementById('status');
  if (!status) {
    status = document.createElement('p');
    status.id = 'status';
    status.role = 'status';
    status.className = 'visually-hidden';
    document.body.append(status);
  }
  status.textContent = sentence;
}

function sentenceOf(island: Island, store: Store): string {
  const { take, step, phase } = store.get();
  const list = `ol[data-in="${store.score.takes.indexOf(take)}"] > `;
  const textOf = (selector: string) => island.querySelector(list + selector)?.textContent ?? '';
  if (phase === 'ask') return textOf(`[data-k="${step + 1}"] .ask > p`);
  return `Step ${step} of ${store.score.steps}. ${textOf(`[data-k="${step}"] .after`)}`;
}

function write(island: Island, name: string, value: string | undefined): void {
  if (value === undefined) delete island.dataset[name];
  else island.dataset[name] = value;
}
