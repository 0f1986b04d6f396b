/** Whether the reader asked to be spared bytes that may go unused. https://wicg.github.io/savedata/ */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Calls back when the page has loaded and has nothing better to do; Safari has no such moment, so soon after load there. */
export function whenIdle(act: () => void): void {
  const wait = () =>
    'requestIdleCallback' in window ? requestIdleCallback(act, { timeout: 3000 }) : setTimeout(act, 300);
  const loaded = () => (document.readyState === 'complete' ? wait() : addEventListener('load', wait, { once: true }));
  // A page that is prerendered for later has no reader yet. https://developer.chrome.com/docs/web-platform/prerender-pages
  if ((document as Document & { prerendering?: boolean }).prerendering)
    document.addEventListener('prerenderingchange', loaded, { once: true });
  else loaded();
}

/** Has the browser fetch something for later, at low priority. */
export function fetchLater(rel: 'prefetch' | 'modulepreload', href: string): void {
  const link = document.createElement('link');
  link.rel = rel;
  link.href = href;
  document.head.append(link);
}
