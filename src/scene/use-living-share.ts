import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { State } from '../player/state.ts';
import { createLivingShare } from './living-share.ts';

/** A living terminal costs memory and a few hundred nodes; more than this many at once no reader looks at. */
const share = createLivingShare(4);

/** Whether a scene's terminals are alive: it asks when they are wanted, and insists when it has been moved before, or is moved from then on. */
export function useLivingShare(scene: string, panes: number, alive: boolean, state: State): boolean {
  const before = useRef<State>(undefined);
  useEffect(() => {
    if (!alive) return;
    const moved = before.current === undefined ? state.run > 0 || state.step > 0 : before.current !== state;
    share.claim(scene, panes, moved);
    before.current = state;
  }, [scene, panes, alive, state]);
  useEffect(() => () => share.release(scene), [scene]);
  return useSyncExternalStore(
    share.subscribe,
    () => alive && share.holds(scene),
    () => false,
  );
}
