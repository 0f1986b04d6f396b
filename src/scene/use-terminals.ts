import { useEffect, useMemo, useRef } from 'react';
import { play } from '../player/clock.ts';
import { schedule } from '../player/schedule.ts';
import type { State } from '../player/state.ts';
import type { Store } from '../player/store.ts';
import { contents, nextBytes } from './content.ts';
import type { SceneData, TakeData } from './data.ts';

type Show = (text: string) => void;

/** So long a command waits for the terminals that it is typed into; one that comes later shows what was typed by then. */
const patience = 400;

/** Keeps the living terminals at the state: at rest all that was printed, in a run what has been printed so far. `lost`: none will open. */
export function useTerminals(
  scene: SceneData,
  take: TakeData,
  store: Store,
  state: State,
  cut: boolean,
  lost: boolean,
) {
  const screens = useRef(new Map<string, Show>());
  const shown = useRef(new Map<string, string>());
  const printed = useMemo(() => new Map(scene.panes.map((pane) => [pane.id, contents(take, pane.id)])), [scene, take]);
  const opened = useRef(() => {});
  const alone = useRef(lost);
  alone.current = lost;
  const { step, phase, run } = state;

  useEffect(() => {
    const show = (pane: string, text: string) => {
      shown.current.set(pane, text);
      screens.current.get(pane)?.(text);
    };
    for (const [pane, texts] of printed) show(pane, texts[step] ?? '');
    if (phase !== 'run') return;
    const beats = cut ? [] : schedule(nextBytes(scene, take, step), store.get().speed);
    const begin = () =>
      play(
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
    if (cut || alone.current || screens.current.size === scene.panes.length) return begin();
    let end = () => {};
    const late = setTimeout(() => opened.current(), patience);
    opened.current = () => {
      clearTimeout(late);
      opened.current = () => {};
      end = begin();
    };
    return () => {
      clearTimeout(late);
      opened.current = () => {};
      end();
    };
  }, [scene, take, store, printed, step, phase, run, cut]);

  return (pane: string) => (show: Show | undefined) => {
    if (!show) {
      screens.current.delete(pane);
      return;
    }
    screens.current.set(pane, show);
    show(shown.current.get(pane) ?? '');
    if (screens.current.size === scene.panes.length) opened.current();
  };
}
