/** Hands out a limited number of living terminals to scenes; who has none shows the same rows as text. */
export interface LivingShare {
  /** Gives a scene as many terminals as it has panes: with `press` it takes them from the scenes that were used longest ago, else only from those that never pressed. */
  claim(scene: string, panes: number, press: boolean): void;
  release(scene: string): void;
  holds(scene: string): boolean;
  /** Calls back after every change; returns the way out. */
  subscribe(listener: () => void): () => void;
}

/** A share of at most so many terminals at once. A scene with more panes than that gets them all, and nobody else any. */
export function createLivingShare(most: number): LivingShare {
  // The one that was used last stands last.
  const held = new Map<string, number>();
  const pressed = new Set<string>();
  const listeners = new Set<() => void>();
  const alive = (scenes: Iterable<string> = held.keys()) =>
    [...scenes].reduce((sum, scene) => sum + (held.get(scene) ?? 0), 0);
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    claim(scene, panes, press) {
      if (!press && (held.has(scene) || alive(pressed) + panes > most)) return;
      let changed = !held.delete(scene);
      for (const other of [...held.keys()])
        if (alive() + panes > most && (press || !pressed.has(other))) {
          changed = held.delete(other);
          pressed.delete(other);
        }
      held.set(scene, panes);
      if (press) pressed.add(scene);
      if (changed) tell();
    },
    release(scene) {
      pressed.delete(scene);
      if (held.delete(scene)) tell();
    },
    holds: (scene) => held.has(scene),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
