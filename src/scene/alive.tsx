import { hydrateRoot } from 'react-dom/client';
import { createStore } from '../player/store.ts';
import type { SceneData } from './data.ts';
import type { Island } from './island.ts';
import SceneView from './SceneView.tsx';
import { scoreOf } from './score.ts';
import { IslandContext } from './use-scene.ts';

/** Turns an island that was served as HTML into the living scene, at the step where it stands; done when it answers. */
export function wake(island: HTMLElement, data: SceneData): Promise<void> {
  const home: Island = island;
  home.store ??= createStore(scoreOf(data));
  const { store } = home;
  return new Promise((resolve, reject) => {
    const onAlive = () => {
      island.dataset.alive = '1';
      home.show?.();
      resolve();
    };
    hydrateRoot(
      island,
      <IslandContext value={{ store, onAlive, act: (what, value) => home.act?.(what, value) }}>
        <SceneView data={data} />
      </IslandContext>,
      { onUncaughtError: reject },
    );
  });
}
