import { writeAddress } from '../player/address.ts';
import type { Speed, State } from '../player/state.ts';
import type { Store } from '../player/store.ts';
import * as words from '../words/index.ts';
import type { Island } from './island.ts';
import { announce, share } from './show.ts';

const speeds: Speed[] = [0.5, 1, 2, 'instant'];

/** Where something is to be done: the scene, its state before, and what the button says beside its name. */
interface On {
  island: Island;
  store: Store;
  before: State;
  value: number;
}

/** An event of the player's that needs nothing but its name. */
const plain =
  (type: 'next' | 'back' | 'home' | 'end') =>
  ({ store }: On): void =>
    store.dispatch({ type });

/** All that a button of a scene may do, by the name in its `data-do`; some have a key as well. */
export const acts = {
  next: plain('next'),
  back: plain('back'),
  home: plain('home'),
  end: plain('end'),
  copy: (on: On) => copy(on, 'copy', commandIn(on)),
  link: (on: On) => copy(on, 'link', linkTo(on)),
  frame: (on: On) => copy(on, 'frame', frameOf(on)),
  full({ island }: On) {
    document.fullscreenElement ? document.exitFullscreen() : island.requestFullscreen?.().catch(() => {});
  },
  help({ island }: On) {
    island.querySelector<HTMLElement>('[popover]')?.togglePopover();
  },
  tab: ({ island, before, value }: On) => share(island, before.take, value),
  enlarge({ island }: On) {
    toggle(island, 'large');
  },
  quiet({ before }: On) {
    for (const one of document.querySelectorAll<Island>('.island'))
      one.store?.dispatch({ type: 'know', known: { quiet: !before.quiet } });
  },
  /** The reader's own prompt stands where the button was, and gives it back. */
  typing({ island }: On) {
    const goal = toggle(island, 'typing') ? '.type input' : '.own';
    island.querySelector<HTMLElement>(goal)?.focus({ preventScroll: true });
  },
  press: ({ store, before }: On) => store.dispatch({ type: before.step < store.score.steps ? 'next' : 'home' }),
  seek: ({ store, value }: On) => store.dispatch({ type: 'seek', step: value }),
  type({ store, before, value }: On) {
    // A command of the step that is next anyway leaves what stands now in place.
    if (value !== before.step) store.dispatch({ type: 'seek', step: value });
    store.dispatch({ type: 'next' });
  },
  pick: ({ store, value }: On) => store.dispatch({ type: 'pick', answer: value }),
  take: ({ store, value }: On) => store.dispatch({ type: 'take', take: store.score.takes[value] ?? '' }),
  toggle({ store, before }: On) {
    store.dispatch({ type: 'take', take: store.score.takes.find((take) => take !== before.take) ?? '' });
  },
  speed({ store, before }: On) {
    store.dispatch({ type: 'speed', speed: speeds[(speeds.indexOf(before.speed) + 1) % 4] ?? 1 });
  },
};

export type Act = keyof typeof acts;

function toggle({ dataset }: Island, name: string): boolean {
  if (dataset[name]) delete dataset[name];
  else dataset[name] = '1';
  return name in dataset;
}

/** Copies, and says whether that was allowed: to those who listen, and by `data-copied` to those who see. */
function copy({ island, store }: On, what: Act, text: string): void {
  const tell = (copied: string, sentence: string) => {
    island.dataset.copied = copied;
    announce(island, store, sentence);
  };
  const copying = navigator.clipboard?.writeText(text) ?? Promise.reject();
  copying.then(
    () => tell(what, words.notes.copied),
    () => tell('none', words.notes.notCopied),
  );
}

/** The address of the step, in the scene's own chapter. */
function linkTo({ island: { dataset }, store: { score, get } }: On): string {
  return new URL(dataset.home ?? location.pathname, location.origin) + writeAddress(dataset.scene ?? '', score, get());
}

function frameOf({ island }: On): string {
  const page = island.querySelector<HTMLAnchorElement>('a[href*="/embed/"]');
  const title = island.querySelector('h2')?.textContent?.replaceAll('"', '&quot;');
  return `<iframe src="${page?.href}" title="${title}" allow="clipboard-write; fullscreen" style="width: 100%; height: 720px; border: 0; resize: both" loading="lazy"></iframe>`;
}

/** The command that was run and is seen; before the first step, the one on the button. */
function commandIn({ island, store: { score, get } }: On): string {
  const { take, step } = get();
  const label = `.go [data-in="${score.takes.indexOf(take)}"][data-k="${Math.max(step - 1, 0)}"]`;
  return island.querySelector(`${label} code`)?.textContent ?? '';
}
