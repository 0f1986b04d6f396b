/**
 * Calls back whenever the storage may hold something newer than the page shows: another tab wrote to it, the browser shows the page again
 * as it left it (https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-pagetransitionevent-interface),
 * or shows it for the first time and had made it ready before.
 */
export function whenShownAgain(act: () => void): void {
  addEventListener('storage', act);
  addEventListener('pageshow', ({ persisted }) => persisted && act());
  document.addEventListener('prerenderingchange', act);
}
