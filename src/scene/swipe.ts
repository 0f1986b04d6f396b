/** Shorter than this, in CSS px, a touch was a tap. */
const least = 56;

/** What a finger asked for that went so far, in CSS px: leftwards for the next step, rightwards for the one before; undefined when it scrolled. */
export function swipeOf(dx: number, dy: number): 'next' | 'back' | undefined {
  if (Math.abs(dx) < least || Math.abs(dx) < 2 * Math.abs(dy)) return undefined;
  return dx < 0 ? 'next' : 'back';
}

/** Calls back for each swipe over an element, except over a terminal that scrolls sideways itself. */
export function onSwipe(element: HTMLElement, act: (what: 'next' | 'back') => void): void {
  let from: Touch | undefined;
  element.addEventListener(
    'touchstart',
    ({ touches, target }) => {
      const view = (target as Element).closest('.view');
      from = touches.length === 1 && !(view && view.scrollWidth > view.clientWidth) ? touches[0] : undefined;
    },
    { passive: true },
  );
  element.addEventListener(
    'touchend',
    ({ changedTouches: [to] }) => {
      const what = from && to && swipeOf(to.clientX - from.clientX, to.clientY - from.clientY);
      from = undefined;
      if (what) act(what);
    },
    { passive: true },
  );
}
