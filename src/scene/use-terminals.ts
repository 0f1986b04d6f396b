import { useEffect, useMemo, useRef } from 'react';
import { play } from '../player/clock.ts';
import { schedule } from '../player/schedule.ts';
import type { State } from '../player/state.ts';
import type { Store } from '../player/store.ts';
import { contents, nextBytes } from './content.ts';
import type { SceneData, TakeData } from './data.ts';

type Show = (text: string) => void;

/** Keeps the living terminals at the state: at rest all that was printed, in a run what has been printed so far. */
export function useTerminals(scene: SceneData, take: TakeData, store: Store, state: State, cut: boolean) {
  const screens = useRef(new Map<string, Show>());
  const shown = useRef(new Map<string, string>());
  const printed = useMemo(() => new Map(scene.panes.map((pane) => [pane.id, contents(take, pane.id)])), [scene, take]);
  const { step, phase, run } = state;

  useEffect(() => {
    const show = (pane: string, text: string) => {
      shown.current.set(pane, text);
      screens.current.get(pane)?.(text);
    };
    for (const [pane, texts] of printed) show(pane, texts[step] ?? '');
    if (phase !== 'run') return;
    const beats = cut ? [] : schedule(nextBytes(scene, take, step), store.get().speed);
    return play(
      beats,
      (due) => {
        const panes = new Set(due.map((beat) => beat.pane));
        for (const pane of panes) {
          const added = due.filter((beat) => beat.pane === pane).map((beat) => beat.text);
          show(pane, (shown.current.get(pane) ?? '') + added.join(''));
        }
      },
      () => store.dispatch({ type: 'ran', run }),
    );
  }, [scene, take, store, printed, step, phase, run, cut]);

  return (pane: string) => (show: Show | undefined) => {
    if (!show) {
      screens.current.delete(pane);
      return;
    }
    screens.current.set(pane, show);
    show(shown.current.get(pane) ?? '');
  };
}
