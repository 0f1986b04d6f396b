/** What the player needs to know of a scene: nothing of terminals or hosts. */
export interface Score {
  /** The first is the default. */
  takes: string[];
  /** How many steps; the same in every take. */
  steps: number;
  /** Per take and step: whether a prediction is asked before it, and how many answers it has (0: none). */
  asks: Record<string, number[]>;
}

export type Speed = 0.5 | 1 | 2 | 'instant';

/**
 * Where the reader is. `step` counts the steps that are over: 0 is the start, `score.steps` the end.
 * rest: nothing moves. run: step + 1 is being typed and answered.
 */
export interface State {
  take: string;
  step: number;
  phase: 'rest' | 'run';
  speed: Speed;
  /** The answers that were picked, by take and step (0-based): `default/2`. -1: skipped. */
  picks: Record<string, number>;
  /** Whether no question is asked, in any scene. */
  quiet: boolean;
  /** Counts the runs that were begun: an end that belongs to an older run is dropped. */
  run: number;
}

export type Event =
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'home' }
  | { type: 'end' }
  | { type: 'seek'; step: number }
  | { type: 'replay' }
  | { type: 'pick'; answer: number }
  | { type: 'ran'; run: number }
  | { type: 'take'; take: string }
  | { type: 'speed'; speed: Speed }
  /** What holds for all scenes, or was said of this one, became known from elsewhere. */
  | { type: 'know'; known: Partial<Pick<State, 'speed' | 'quiet' | 'picks'>> };
