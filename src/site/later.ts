import { fetchFonts } from './faces.ts';
import { begin as keepForOffline } from './offline/offline.ts';
import { showProgress } from './progress/show.ts';

/** What a page does when it is idle, and nobody waits for. */
export function begin(): Promise<void> {
  showProgress(document);
  fetchFonts(document).catch(() => {});
  return import.meta.env.DEV ? Promise.resolve() : keepForOffline();
}
