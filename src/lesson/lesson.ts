import type { LensName } from '../diagram/lenses/index.ts';
import type { HostFacts, NsKind } from '../host/facts.ts';

/** What the collector is asked for besides what it always reads: each costs the machine time. */
export type Word = NsKind | 'clock';

/** Something to build by hand, in goals that the live facts tell reached or not. */
export interface Lesson {
  id: string;
  title: string;
  minutes: number;
  /** The chapter that shows the same recorded, by its name in the contents. */
  chapter: string;
  /** What the diagram looks at. */
  lens: LensName;
  /** What its goals look at besides processes and cgroups: what is in namespaces of these types, or the clock. */
  reads: Word[];
  /** What it is about, before. Backticks are code, here and below. */
  before: string;
  /** In this order: one counts once those before it are reached. */
  goals: Goal[];
  /** What it means, when all goals are reached. */
  after: string;
  /** What reaches every goal; a test types it. */
  solution: Typed[];
}

export interface Goal {
  say: string;
  /** From a nudge to the command, one after the other. */
  hints: string[];
  /** `since` are the facts when the goal before was reached; at the first goal, when the lesson began. */
  reached(now: HostFacts, since: HostFacts): boolean;
}

/** A line for one of the two shells. {pid} is the first process of the newest room, {older} of the one before. */
export interface Typed {
  shell: 1 | 2;
  type: string;
  /** Typed when this many goals are reached: a line that is in a hurry would miss what it refers to. */
  after?: number;
}

/** How far a lesson is: how many goals are reached, and the facts at which the last one was. */
export interface Progress {
  reached: number;
  since: HostFacts | undefined;
}

/** Where a lesson begins. */
export const begun: Progress = { reached: 0, since: undefined };

/** The progress when these facts have come. One moment may reach several goals that stand in a row. */
export function advance(lesson: Lesson, progress: Progress, now: HostFacts): Progress {
  const since = progress.since ?? now;
  const goal = lesson.goals[progress.reached];
  if (!goal?.reached(now, since)) return progress.since ? progress : { ...progress, since };
  return advance(lesson, { reached: progress.reached + 1, since: now }, now);
}
