import type { Island } from './island.ts';

/** What a reader moves a page with: from then on it is theirs. */
const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

let release = () => {};

/**
 * Leads the page to a scene, and again whenever the page gets another height, until the reader moves: a page is held back for its
 * fonts, arrives in pieces, is prerendered, or wakes in a tab that nobody has looked at yet.
 */
export function landOn(island: Island): void {
  release();
  island.dataset.seen = '1';
  // Where the page was when it was left is not where the address leads.
  history.scrollRestoration = 'manual';
  const topNow = () => island.getBoundingClientRect().top;
  let height = -1;
  let top = 0;
  const land = () => {
    height = document.body.offsetHeight;
    island.scrollIntoView();
    top = topNow();
  };
  const watch = new ResizeObserver(land);
  // A scrollbar that is dragged tells of no press: the page is as high as it was, and the scene is elsewhere.
  const moved = () => {
    if (height === document.body.offsetHeight && Math.abs(topNow() - top) > 4) release();
  };
  release = () => {
    watch.disconnect();
    history.scrollRestoration = 'auto';
    removeEventListener('scroll', moved);
    for (const move of moves) removeEventListener(move, release, true);
  };
  land();
  watch.observe(document.body);
  addEventListener('scroll', moved);
  for (const move of moves) addEventListener(move, release, true);
}

/** Brings a scene into the window, as far as it must move for that: the first time that the reader uses it, and never again. */
export function bringIntoView(island: Island): void {
  if (island.dataset.seen) return;
  island.dataset.seen = '1';
  island.scrollIntoView({ block: 'nearest' });
}
