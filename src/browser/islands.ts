import type * as Alive from '../scene/alive.tsx';
import type { SceneData } from '../scene/data.ts';
import { noteIn } from '../scene/note.ts';
import * as words from '../words/index.ts';
import { fetchLater, savesData, whenIdle } from './line.ts';

/**
 * Wakes each island when the reader touches it, or when the page is idle and the island is near.
 * Until then, and when its code does not come, the island is what the server sent: complete, and stepping already.
 */
export function wakeIslands(document: Document): void {
  const { wake = '', terminal } = document.body.dataset;
  const alive = wake.split(' ');
  const islands = [...document.querySelectorAll<HTMLElement>('.island')];
  const modules = [...alive, ...islands.map((island) => island.dataset.module ?? '')];
  const first = `${wake} ${terminal}`.split(' ');
  const wakers = new Map(islands.map((island) => [island, wakerOf(island, alive[0] ?? '', first)]));
  for (const [island, wake] of wakers)
    for (const type of ['pointerover', 'focusin', 'keydown', 'wake'])
      island.addEventListener(type, wake, { passive: true, once: true });
  if (!islands.length || savesData()) return;
  whenIdle(() => {
    const near = new IntersectionObserver(
      async (entries) => {
        const close = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
        for (const island of close) near.unobserve(island);
        await Promise.all(close.map((island) => wakers.get(island as HTMLElement)?.()));
        // Once what is close has come: what the others will ask for.
        for (const module of modules.splice(0)) fetchLater('modulepreload', module);
      },
      { rootMargin: '50% 0px' },
    );
    for (const island of islands) near.observe(island);
  });
}

/** `first`: what the first island that wakes has fetched, all at once and not each when the one before asks for it. */
function wakerOf(island: HTMLElement, alive: string, first: string[]): () => Promise<void> {
  let begun = false;
  let tries = 0;
  const lost = (error: unknown) => {
    console.error(error);
    begun = false;
    offerAgain(island, wake);
  };
  const wake = async () => {
    if (begun) return;
    begun = true;
    for (const module of first.splice(0)) fetchLater('modulepreload', module);
    // A browser may remember that a module failed, by its whole address; the fragment makes another address of the same file.
    const again = tries++ ? `#${tries}` : '';
    try {
      const [{ wake }, { default: data }] = await Promise.all([
        import(/* @vite-ignore */ alive + again) as Promise<typeof Alive>,
        import(/* @vite-ignore */ island.dataset.module + again) as Promise<{ default: SceneData }>,
      ]);
      await wake(island, data, lost);
      island.querySelector(':scope > .island-note button')?.parentElement?.remove();
    } catch (error) {
      lost(error);
    }
  };
  return wake;
}

function offerAgain(island: HTMLElement, wake: () => void): void {
  const note = noteIn(island, words.notes.notAlive);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.notes.tryAgain;
  button.addEventListener('click', wake);
  note.append(button);
}
