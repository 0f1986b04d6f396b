import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { State } from '../player/state.ts';
import { createLivingShare } from './living-share.ts';

/** A living terminal costs memory and a few hundred nodes; more than this many at once no reader looks at. */
const share = createLivingShare(4);

/** Whether a scene's terminals are alive: it asks when it comes alive, and insists whenever it is moved from then on. */
export function useLivingShare(scene: string, panes: number, alive: boolean, state: State): boolean {
  const before = useRef<State>(undefined);
  useEffect(() => {
    if (!alive) return;
    share.claim(scene, panes, before.current !== undefined && before.current !== state);
    before.current = state;
  }, [scene, panes, alive, state]);
  useEffect(() => () => share.release(scene), [scene]);
  return useSyncExternalStore(
    share.subscribe,
    () => alive && share.holds(scene),
    () => false,
  );
}
