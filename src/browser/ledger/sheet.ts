import type { Standing } from '../../../content/ledger.ts';
import * as words from '../../words/index.ts';
import { isRight, type Saying } from './standing.ts';

/** A resource with what the reader said of it, as it is given out. */
export interface Entry {
  name: string;
  is: Standing[];
  default: string;
  said?: Saying;
}

/** A question of a scene with what the reader answered, as it is given out. */
export interface Asked {
  /** `one-process/default/2`: scene, take, and the steps that were over when it was asked. */
  place: string;
  question: string;
  /** The kernel's. */
  answer: string;
  /** Absent: not asked yet, or skipped. */
  said?: string;
}

export interface Sheet {
  resources: Entry[];
  questions: Asked[];
  /** The ids of the scenes that were seen to their end. */
  seen: string[];
}

/** How many were answered, and how many of those as the kernel does. */
export function tally({
  resources,
  questions,
}: Pick<Sheet, 'resources' | 'questions'>): Record<'resources' | 'questions', [said: number, right: number]> {
  const entries = resources.filter(({ said }) => said);
  const asked = questions.filter(({ said }) => said !== undefined);
  return {
    resources: [entries.length, entries.filter(({ said, is }) => said && isRight(said, is)).length],
    questions: [asked.length, asked.filter(({ said, answer }) => said === answer).length],
  };
}

/** The sheet as plain text, a line for each thing and one more for what the reader said. */
export function sheetText(sheet: Sheet): string {
  const lines = [words.sheet.title, '', words.sheet.resources, ''];
  for (const { name, is, default: how, said } of sheet.resources) {
    lines.push(`${name}: ${is[0]}; ${how}`);
    if (said) lines.push(`  ${words.sheet.iSaid(said, isRight(said, is))}`);
  }
  lines.push('', words.sheet.questions, '');
  for (const { question, answer, said } of sheet.questions) {
    lines.push(question, `  ${words.sheet.kernel(answer)}`);
    if (said !== undefined) lines.push(`  ${words.sheet.iAnswered(said)}`);
  }
  if (sheet.seen.length) lines.push('', words.sheet.seen, '', ...sheet.seen);
  return `${lines.join('\n')}\n`;
}
