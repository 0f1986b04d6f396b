import type { Store } from '../player/store.ts';
import { answersOpen } from '../player/transition.ts';
import * as words from '../words/index.ts';
import type { Island } from './island.ts';
import { settle, stageOf } from './settle.ts';
import { shareOf } from './share.ts';

/** Writes the state where the style sheet reads it: the same for the early form and the living one. */
export function show(island: Island, store: Store): void {
  const state = store.get();
  const { take, step, phase, picks, speed, quiet } = state;
  // Who wants no questions gets what the kernel says of them, as who skips one does.
  const said = picks[`${take}/${step - 1}`] ?? (quiet && store.score.asks[take]?.[step - 1] ? -1 : undefined);
  const at = [step, phase === 'rest' ? '' : phase, answersOpen(store.score, state) ? 'ask' : ''];
  if (said !== undefined) at.push(`said-${said}`);
  island.dataset.at = at.filter((word) => word !== '').join(' ');
  write(island, 'copied', undefined);
  write(island, 'quiet', quiet ? '1' : undefined);
  write(island, 'speed', speed === 1 ? undefined : `${speed}`);
  const index = store.score.takes.indexOf(take);
  // The page as served holds the terminals and drawings of the first take only.
  if (island.dataset.alive) write(island, 'take', index > 0 ? `${index}` : undefined);
  share(island, take);
  // Before the first step nothing has scrolled; to ask would lay the page out in the midst of its loading.
  if (step > 0 || island.dataset.moved) settle(island);
  if (step > 0) island.dataset.moved = '1';
}

/** Gives each terminal its share of the rows, and a phone the one that acts; `chosen`: the one that the reader has asked for. */
export function share(island: Island, take: string, chosen?: number): void {
  const asked = island.rows?.[take]?.[stageOf(island)] ?? [];
  asked.forEach((rows, i) => {
    island.style.setProperty(`--n${i}`, `${shareOf(rows)}`);
  });
  const acting = asked.flatMap((rows, i) => (rows > 0 ? [i] : []));
  if (chosen !== undefined) acting.splice(0, 9, chosen);
  // Where none acts, the one that did last stays, or the first.
  if (acting.length > 0 || !island.dataset.tab) island.dataset.tab = acting.join(' ') || '0';
}

/** Tells assistive technology what has changed, in one sentence or two: what the step says of itself, and the question that stands then. */
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
  const state = store.get();
  const { take, step } = state;
  const here = `ol[data-in="${store.score.takes.indexOf(take)}"] > [data-k="${step}"] `;
  const textOf = (selector: string) => island.querySelector(here + selector)?.textContent ?? '';
  const question = answersOpen(store.score, state) ? ` ${textOf('.ask > p')}` : '';
  return `${words.notes.step}${step}${words.notes.ofSteps}${store.score.steps}. ${textOf('.after')}${question}`;
}

function write(island: Island, name: string, value: string | undefined): void {
  if (value === undefined) delete island.dataset[name];
  else island.dataset[name] = value;
}
