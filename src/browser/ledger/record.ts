import { type Kept, version } from '../../scene/memory.ts';
import * as words from '../../words/index.ts';
import { seenIn } from '../progress/progress.ts';
import { type Sheet, tally } from './sheet.ts';
import { isRight, type Saying, sayingOf } from './standing.ts';

/** What the ledger's own answers are in a record; one that is corrupt has none. */
function answersIn({ ledger }: Kept): Record<string, string> {
  return ledger && typeof ledger === 'object' ? ledger : {};
}

/** What a reader said of a resource. */
export function saidIn(record: Kept, id: string): Saying | undefined {
  return sayingOf(answersIn(record)[id]);
}

/** The record with what a reader says of a resource. */
export function answered(record: Kept, id: string, saying: string): Kept {
  return { ...record, ledger: { ...answersIn(record), [id]: saying } };
}

/** The record without answers and without how far its reader came; how scenes are played stays. */
export function cleared(record: Kept): Kept {
  return { ...record, picks: {}, ledger: {}, done: [], lessons: [], last: '' };
}

/** Whether a question of the scene that shows a resource was answered: then it is no riddle any more. */
export function met({ picks }: Kept, scene: string | undefined): boolean {
  return scene !== undefined && Object.keys(picks ?? {}).some((place) => place.startsWith(`${scene}/`));
}

/** What the lists choose from and order by. */
export interface Listed {
  name: string;
  is: readonly string[];
  said: Saying | undefined;
  /** Whether no scene shows it. */
  sourced: boolean;
}

/** Whether a resource is among those that a reader wants to see: by standing, or by what was said of it. */
export function isWanted({ is, said, sourced }: Listed, wanted: string): boolean {
  if (wanted === 'open') return !said;
  if (wanted === 'wrong') return said !== undefined && !isRight(said, is as Parameters<typeof isRight>[1]);
  if (wanted === 'sourced') return sourced;
  return wanted === '' || is.includes(wanted);
}

/** The same things by name, by standing or by what was said, those without an answer first; in their own order where none is asked for. */
export function inOrder<Thing>(things: Thing[], listed: (thing: Thing) => Listed, order: string): Thing[] {
  if (!order) return things;
  const key = (thing: Thing) => {
    const { name, is, said } = listed(thing);
    // A sign sorts before letters.
    return { name, is: is[0] ?? '', said: said ?? '~' }[order] ?? '';
  };
  return [...things].sort((a, b) => key(a).localeCompare(key(b)));
}

/** The record in a file, as it is given out. */
export function fileOf(sheet: Sheet, record: Kept): string {
  return `${JSON.stringify({ ...sheet, record: { version, ...record } }, null, 2)}\n`;
}

/** How far a reader is, in two sentences. */
export function standOf(sheet: Sheet, record: Kept, scenes: number): string {
  const { resources, questions } = tally(sheet);
  return [
    words.ledger.answeredHere(resources[0], sheet.resources.length, resources[1]),
    words.ledger.answeredThere(questions[0], sheet.questions.length, questions[1]),
    words.ledger.andSaw(seenIn(record).length, scenes),
  ].join(' ');
}
