import { readAddress, writeAddress } from '../player/address.ts';
import type { Event, Score, Speed } from '../player/state.ts';
import { createStore, type Store } from '../player/store.ts';
import { answersOpen } from '../player/transition.ts';
import type { Island } from './island.ts';
import { bringIntoView, landOn } from './land.ts';
import { remember, remembered, rememberPlace } from './memory.ts';
import { noteIn } from './note.ts';
import { settle } from './settle.ts';
import { announce, share, show } from './show.ts';
import { onSwipe } from './swipe.ts';

const speeds: Speed[] = [0.5, 1, 2, 'instant'];

/** Makes every island of the page step, from the first moment and without React. */
export function startEarly(root: Document): void {
  for (const island of root.querySelectorAll<Island>('.island')) {
    const section = island.querySelector<HTMLElement>('[data-score]');
    if (!section?.dataset.score) continue;
    island.rows = JSON.parse(section.dataset.rows ?? '{}');
    begin(island, section.id, JSON.parse(section.dataset.score));
  }
}

function begin(island: Island, scene: string, score: Score): void {
  const store = createStore(score, remembered(scene));
  const open = () => {
    const place = readAddress(location.hash, scene, score);
    if (!place) return;
    store.dispatch({ type: 'take', take: place.take });
    store.dispatch({ type: 'seek', step: place.step });
    landOn(island);
    if (place.unknown) noteIn(island, 'This scene has no such step: it stands at its beginning.');
  };
  island.store = store;
  island.show = () => show(island, store);
  island.act = (what, value) => act(island, store, what, value);
  island.show();
  follow(island, scene, store);
  open();
  addEventListener('hashchange', open);
  // Whatever gives the terminals another height: their shares, the window, the screen, a font.
  const resized = new ResizeObserver(() => settle(island));
  for (const view of island.querySelectorAll('.view')) resized.observe(view);
  onSwipe(island, (what) => act(island, store, what, 0));
  island.addEventListener('click', (event) => {
    const on = event.target as Element;
    // A finger on the drawing enlarges it, where there is something to enlarge.
    const drawing = (event as PointerEvent).pointerType === 'touch' && on.closest('.living');
    const button = drawing ? island.querySelector<HTMLElement>('.enlarge') : on.closest<HTMLElement>('[data-do]');
    if (button) act(island, store, button.dataset.do ?? '', Number(button.dataset.value));
  });
  island.addEventListener('focusin', ({ target }) => {
    if ((target as Element).matches(':focus-visible')) bringIntoView(island);
  });
  island.addEventListener('keydown', (event) => {
    const done = actOfKey(event, score, answersOpen(score, store.get()));
    if (!done) return;
    event.preventDefault();
    act(island, store, ...done);
  });
}

function follow(island: Island, scene: string, store: Store): void {
  store.subscribe((state, before) => {
    island.querySelector(':scope > .island-note:not(:has(button))')?.remove();
    const { picks, speed, quiet } = before;
    if (state.picks !== picks || state.speed !== speed || state.quiet !== quiet) remember(scene, state);
    // What the living scene types and answers over time is over at once here.
    if (state.phase === 'run' && !island.dataset.alive) return store.dispatch({ type: 'ran', run: state.run });
    // The living scene has more to show than is in the page: other takes.
    if (state.take !== before.take) island.dispatchEvent(new CustomEvent('wake', { bubbles: true }));
    show(island, store);
    if (state.speed !== speed || state.quiet !== quiet || state.phase === 'run') return;
    announce(island, store);
    const address = writeAddress(scene, store.score, state);
    rememberPlace(scene, (island.dataset.home ?? location.pathname) + address, state.step === store.score.steps);
    // Safari refuses more than 100 of these in 30 seconds.
    try {
      history.replaceState(history.state, '', address);
    } catch {}
  });
}

/** Does what a button or a key asks for. The page comes along once; after that it never scrolls by itself. */
function act(island: Island, store: Store, what: string, value: number): void {
  const { score } = store;
  const before = store.get();
  const other = score.takes.find((take) => take !== before.take) ?? '';
  const asked = document.activeElement?.closest('.ask');
  bringIntoView(island);
  if (what === 'copy') copy(island, store, what, commandIn(island, store));
  else if (what === 'link') copy(island, store, what, linkTo(island, store));
  else if (what === 'frame') copy(island, store, what, frameOf(island));
  else if (what === 'full')
    document.fullscreenElement ? document.exitFullscreen() : island.requestFullscreen?.().catch(() => {});
  else if (what === 'help') island.querySelector<HTMLElement>('[popover]')?.togglePopover();
  else if (what === 'tab') share(island, before.take, value);
  else if (what === 'enlarge') toggle(island, 'large');
  else if (what === 'quiet')
    for (const one of document.querySelectorAll<Island>('.island'))
      one.store?.dispatch({ type: 'know', known: { quiet: !before.quiet } });
  else if (what === 'typing') typing(island);
  else if (what === 'press') store.dispatch({ type: before.step < score.steps ? 'next' : 'home' });
  else if (what === 'seek') store.dispatch({ type: 'seek', step: value });
  else if (what === 'type') {
    // A command of the step that is next anyway leaves what stands now in place.
    if (value !== before.step) store.dispatch({ type: 'seek', step: value });
    store.dispatch({ type: 'next' });
  } else if (what === 'pick') store.dispatch({ type: 'pick', answer: value });
  else if (what === 'take') store.dispatch({ type: 'take', take: score.takes[value] ?? '' });
  else if (what === 'toggle') store.dispatch({ type: 'take', take: other });
  else if (what === 'speed')
    store.dispatch({ type: 'speed', speed: speeds[(speeds.indexOf(before.speed) + 1) % 4] ?? 1 });
  else store.dispatch({ type: what } as Event);
  // A question that is answered gives the focus to what goes on.
  if (asked && !answersOpen(score, store.get()))
    island.querySelector<HTMLElement>('.go')?.focus({ preventScroll: true });
}

function toggle({ dataset }: Island, name: string): boolean {
  if (dataset[name]) delete dataset[name];
  else dataset[name] = '1';
  return name in dataset;
}

/** The reader's own prompt stands where the button was, and gives it back. */
function typing(island: Island): void {
  const goal = toggle(island, 'typing') ? '.type input' : '.own';
  island.querySelector<HTMLElement>(goal)?.focus({ preventScroll: true });
}

/** Copies, and says whether that was allowed: to those who listen, and by `data-copied` to those who see. */
function copy(island: Island, store: Store, what: string, text: string): void {
  const tell = (copied: string, sentence: string) => {
    island.dataset.copied = copied;
    announce(island, store, sentence);
  };
  const copying = navigator.clipboard?.writeText(text) ?? Promise.reject();
  copying.then(
    () => tell(what, 'Copied.'),
    () => tell('none', 'This browser does not let the page copy.'),
  );
}

/** The address of the step, in the scene's own chapter. */
function linkTo({ dataset }: Island, { score, get }: Store): string {
  return new URL(dataset.home ?? location.pathname, location.origin) + writeAddress(dataset.scene ?? '', score, get());
}

function frameOf(island: Island): string {
  const page = island.querySelector<HTMLAnchorElement>('a[href*="/embed/"]');
  const title = island.querySelector('h2')?.textContent?.replaceAll('"', '&quot;');
  return `<iframe src="${page?.href}" title="${title}" allow="clipboard-write; fullscreen" style="width: 100%; height: 720px; border: 0; resize: both" loading="lazy"></iframe>`;
}

/** The keys of a scene that has the focus, except where they mean something to what is focused or to an input method. */
function actOfKey(event: KeyboardEvent, score: Score, answers: number): [what: string, value: number] | undefined {
  const { key } = event;
  const on = event.target as Element;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || on.matches('input,select,textarea'))
    return;
  if (key === ' ') return on.closest('button,a,summary') ? undefined : ['next', 0];
  // While a question stands, its answers have the numbers.
  if (key > '0' && key <= `${answers}`) return ['pick', Number(key) - 1];
  if (key > '0' && key <= '9') return Number(key) <= score.steps ? ['seek', Number(key)] : undefined;
  // What a presenter's clicker sends; elsewhere these scroll the page.
  const clicked: Record<string, string> = document.fullscreenElement ? { PageDown: 'next', PageUp: 'back' } : {};
  const keys: Record<string, string> = {
    ArrowRight: 'next',
    ArrowLeft: 'back',
    Home: 'home',
    End: 'end',
    s: 'speed',
    f: 'full',
    '?': 'help',
  };
  const what = { ...keys, ...clicked }[key];
  return what ? [what, 0] : undefined;
}

/** The command that was run and is seen; before the first step, the one on the button. */
function commandIn(island: Island, { score, get }: Store): string {
  const { take, step } = get();
  const label = `.go [data-in="${score.takes.indexOf(take)}"][data-k="${Math.max(step - 1, 0)}"]`;
  return island.querySelector(`${label} code`)?.textContent ?? '';
}
