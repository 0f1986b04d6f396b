import type { MarkData, Printed } from '../scene/data.ts';
import { textOf } from './screen.ts';

/** Where a text stands in what a pane answered (not in what was typed); undefined when it does not. */
export function findMark(
  printed: Omit<Printed, 'marks'>,
  text: string,
  line: string | undefined,
): Omit<MarkData, 'entity'> | undefined {
  const answer = printed.rows.slice(printed.commandRows).map(textOf);
  const index = answer.findIndex((row) => row.includes(text) && (line === undefined || row.includes(line)));
  const row = answer[index];
  if (row === undefined) return undefined;
  const leading = text.length - text.trimStart().length;
  const shown = text.trim();
  const column = columnOf(row, text) + leading;
  return { row: printed.firstRow + printed.commandRows + index, column, length: shown.length, text: shown };
}

/** A number that also stands inside a longer one is meant as a word: between blanks, then between word boundaries, then anywhere. */
function columnOf(row: string, text: string): number {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const pattern of [`(?<!\\S)${literal}(?!\\S)`, `(?<!\\w)${literal}(?!\\w)`]) {
    const found = row.search(new RegExp(pattern));
    if (found >= 0) return found;
  }
  return row.indexOf(text);
}
