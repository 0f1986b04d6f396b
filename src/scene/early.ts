import { readAddress, writeAddress } from '../player/address.ts';
import type { Score } from '../player/state.ts';
import { createStore, type Store } from '../player/store.ts';
import { answersOpen } from '../player/transition.ts';
import * as words from '../words/index.ts';
import { type Act, acts } from './acts.ts';
import type { Island } from './island.ts';
import { bringIntoView, landOn } from './land.ts';
import { remember, remembered, rememberPlace } from './memory.ts';
import { noteIn } from './note.ts';
import { settle } from './settle.ts';
import { announce, show } from './show.ts';
import { onSwipe } from './swipe.ts';

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
    if (place.unknown) noteIn(island, words.notes.noSuchStep);
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

/** Does what a button or a key asks for; what is no act does nothing. The page comes along once; after that it never scrolls by itself. */
function act(island: Island, store: Store, what: string, value: number): void {
  const asked = document.activeElement?.closest('.ask');
  bringIntoView(island);
  acts[what as Act]?.({ island, store, before: store.get(), value });
  // A question that is answered gives the focus to what goes on.
  if (asked && !answersOpen(store.score, store.get()))
    island.querySelector<HTMLElement>('.go')?.focus({ preventScroll: true });
}

/** The keys of a scene that has the focus, except where they mean something to what is focused or to an input method. */
export function actOfKey(event: KeyboardEvent, score: Score, answers: number): [what: Act, value: number] | undefined {
  const { key } = event;
  const on = event.target as Element;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || on.matches('input,select,textarea'))
    return;
  if (key === ' ') return on.closest('button,a,summary') ? undefined : ['next', 0];
  // While a question stands, its answers have the numbers.
  if (key > '0' && key <= `${answers}`) return ['pick', Number(key) - 1];
  if (key > '0' && key <= '9') return Number(key) <= score.steps ? ['seek', Number(key)] : undefined;
  // What a presenter's clicker sends; elsewhere these scroll the page.
  const clicked: Record<string, Act> = document.fullscreenElement ? { PageDown: 'next', PageUp: 'back' } : {};
  const keys: Record<string, Act> = {
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
