import type { Printed } from '../scene/data.ts';
import { textOf } from './screen.ts';

/** How wide the recorded terminals are: a row that is as long goes on in the next one. */
const columns = 80;

/** What a pane answered in a step, in lines as they were printed: rows that the terminal broke are joined. With `typed`, what was typed comes first. */
export function linesOf(output: Omit<Printed, 'marks'> | undefined, typed = false): string[] {
  const rows = (output?.rows ?? []).slice(typed ? 0 : output?.commandRows).map(textOf);
  return rows.reduce<string[]>((lines, row, index) => {
    const whole = (rows[index - 1] ?? '').length >= columns;
    if (whole && lines.length > 0) lines[lines.length - 1] += row;
    else lines.push(row);
    return lines;
  }, []);
}

/** Those lines as a mistake names them. */
export function described(lines: string[]): string {
  return lines.length > 0 ? `"${lines.slice(0, 8).join(' / ')}"` : 'no output at all';
}
