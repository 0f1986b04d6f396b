import type { Speed, State } from '../player/state.ts';

/** Of the record's form. */
export const version = 1;
const key = `isolate:v${version}`;

/** The one record that a reader's browser keeps. Whoever writes a part of it leaves the others as they are. */
export interface Kept {
  speed?: Speed;
  /** The answers to the scenes' questions by scene, take and step: `one-process/default/2`. -1: skipped. */
  picks?: Record<string, number>;
  /** Whether the reader wants no questions. */
  quiet?: boolean;
  /** The ledger's own answers, by resource. */
  ledger?: Record<string, string>;
  /** The scenes that were seen to their end, by id. */
  done?: string[];
  /** The workbench's lessons whose goals were all reached, by id. */
  lessons?: string[];
  /** Where the reader was last: `/pid/#one-process/3`. */
  last?: string;
}

/** What was remembered of a scene. Storage that is forbidden, empty or corrupt gives nothing, and costs nothing else. */
export function remembered(scene: string): Partial<State> {
  const { speed, picks, quiet } = recall();
  const known: Partial<State> = {};
  if (speed === 'instant' || speed === 0.5 || speed === 2) known.speed = speed;
  if (quiet === true) known.quiet = true;
  known.picks = {};
  for (const [place, answer] of Object.entries(picks ?? {}))
    if (place.startsWith(`${scene}/`) && Number.isInteger(answer)) known.picks[place.slice(scene.length + 1)] = answer;
  return known;
}

/** Remembers a scene's speed and answers, and whether questions are wanted, beside what is known of the other scenes. */
export function remember(scene: string, { speed, picks, quiet }: State): void {
  const known = recall();
  const all = { ...known.picks };
  for (const place in picks) all[`${scene}/${place}`] = picks[place] as number;
  keep({ ...known, speed, quiet: quiet || undefined, picks: all });
}

/** Remembers where the reader is, and that a scene was seen to its end. */
export function rememberPlace(scene: string, last: string, ended: boolean): void {
  const known = recall();
  const done = Array.isArray(known.done) ? known.done : [];
  keep({ ...known, last, done: ended && !done.includes(scene) ? [...done, scene] : done });
}

/** The record as it stands, its parts unchecked; empty when there is none that can be read. */
export function recall(): Kept {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return known && typeof known === 'object' && !Array.isArray(known) ? known : {};
  } catch {
    return {};
  }
}

/** Writes the record; false where storage is full or forbidden, and what was said lives as long as the page. */
export function keep(record: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}
