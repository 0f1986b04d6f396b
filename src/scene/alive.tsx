import { startTransition } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { createStore } from '../player/store.ts';
import type { SceneData } from './data.ts';
import type { Island } from './island.ts';
import SceneView from './SceneView.tsx';
import { scoreOf } from './score.ts';
import type { Onward } from './Transcript.tsx';
import { IslandContext } from './use-scene.ts';

/**
 * Turns an island that was served as HTML into the living scene, at the step where it stands; done when it answers.
 * A living scene that throws, then or later, gives way to what was served, and `lost` is told.
 */
export function wake(island: HTMLElement, data: SceneData, lost: (error: unknown) => void): Promise<void> {
  const home: Island = island;
  home.store ??= createStore(scoreOf(data));
  const { store } = home;
  const onward: Onward | undefined = JSON.parse(home.dataset.onward ?? 'null') ?? undefined;
  const served = [...island.childNodes].map((node) => node.cloneNode(true));
  return new Promise((resolve) => {
    const onAlive = () => {
      island.dataset.alive = '1';
      home.show?.();
      resolve();
    };
    const onUncaughtError = (error: unknown) =>
      // React is amid its own clearing up.
      queueMicrotask(() => {
        root.unmount();
        island.replaceChildren(...served);
        delete island.dataset.alive;
        home.show?.();
        lost(error);
      });
    let root: Root;
    // As a transition React renders in slices, and the page answers between two of them.
    startTransition(() => {
      root = hydrateRoot(
        island,
        <IslandContext value={{ store, onAlive, act: (what, value) => home.act?.(what, value) }}>
          <SceneView data={data} onward={onward} />
        </IslandContext>,
        { onUncaughtError, onRecoverableError: () => fill(island, served) },
      );
    });
  });
}

/** Where the page was not as it was served, an extension's doing, React makes a scene anew, and leaves its drawings for paper to whoever has them. */
function fill(island: HTMLElement, served: Node[]): void {
  const drawings = served.flatMap((node) => (node instanceof Element ? [...node.querySelectorAll('figure')] : []));
  for (const [i, figure] of island.querySelectorAll('figure').entries())
    if (!figure.firstChild) figure.append(...(drawings[i]?.cloneNode(true).childNodes ?? []));
}
