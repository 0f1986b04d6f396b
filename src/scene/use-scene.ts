import {
  createContext,
  startTransition,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { State } from '../player/state.ts';
import { createStore, type Store } from '../player/store.ts';
import type { SceneData } from './data.ts';
import { scoreOf } from './score.ts';

/** What the island gives to the living scene: the store that the early stepper began with. Absent on the server. */
export const IslandContext = createContext<
  { store: Store; onAlive(): void; act(what: string, value: number): void } | undefined
>(undefined);

/** The scene's state as React may show it: the start while hydrating, so that the server's markup is taken over untouched. */
export function useScene(scene: SceneData): {
  store: Store;
  state: State;
  alive: boolean;
  /** Does what a button of that name would do; absent on the server. */
  act: ((what: string, value: number) => void) | undefined;
} {
  const island = useContext(IslandContext);
  const fallback = useMemo(() => createStore(scoreOf(scene)), [scene]);
  const start = useMemo(() => fallback.get(), [fallback]);
  const store = island?.store ?? fallback;
  const state = useSyncExternalStore(store.subscribe, store.get, () => start);
  const [alive, setAlive] = useState(false);
  useEffect(() => startTransition(() => setAlive(true)), []);
  // Before the first paint of the living parts, so that they and the static ones change places in one frame.
  useLayoutEffect(() => {
    if (alive) island?.onAlive();
  }, [alive, island]);
  return { store, state, alive, act: island?.act };
}

/** Whether the reader asked the system for less motion. */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia('(prefers-reduced-motion: reduce)');
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia('(prefers-reduced-motion: reduce)').matches,
    no,
  );
}

const no = () => false;
