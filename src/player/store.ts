import type { Event, Score, State } from './state.ts';
import { startOf, transition } from './transition.ts';

/** One scene's state and the only way to change it. */
export interface Store {
  score: Score;
  get(): State;
  dispatch(event: Event): void;
  /** Calls back after every change, with the state it came from; returns the way out. */
  subscribe(listener: (state: State, before: State) => void): () => void;
}

/** A store at the scene's start, or at a state remembered from elsewhere. */
export function createStore(score: Score, from: Partial<State> = {}): Store {
  let state: State = { ...startOf(score), ...from };
  const listeners = new Set<(state: State, before: State) => void>();
  const waiting: Event[] = [];
  let busy = false;

  return {
    score,
    get: () => state,
    dispatch(event) {
      // A listener may dispatch: its event waits until every listener has seen this change, so all see the same order.
      waiting.push(event);
      if (busy) return;
      busy = true;
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const before = state;
          state = transition(score, before, next);
          if (state !== before) for (const listener of [...listeners]) listener(state, before);
        }
      } finally {
        busy = false;
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
