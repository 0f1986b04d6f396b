import type { Island } from '../scene/island.ts';
import { remembered } from '../scene/memory.ts';
import { whenShownAgain } from '../scene/shown-again.ts';
import { fetchFonts } from './faces.ts';
import { followTheme } from './follow-theme.ts';
import { savesData } from './line.ts';
import { leadOn } from './moved.ts';
import { readyNext } from './next.ts';
import { begin as keepForOffline } from './offline/offline.ts';
import { showProgress } from './progress/show.ts';

/** What a page does when it is idle, and nobody waits for. */
export async function begin(): Promise<void> {
  leadOn(document);
  followTheme(document);
  showProgress(document);
  whenShownAgain(() => {
    showProgress(document);
    for (const { store, dataset } of document.querySelectorAll<Island>('.island'))
      store?.dispatch({ type: 'know', known: { speed: 1, quiet: false, ...remembered(dataset.scene ?? '') } });
  });
  if (savesData()) return;
  readyNext(document);
  fetchFonts(document).catch(() => {});
  if (!import.meta.env.DEV) await keepForOffline();
}
