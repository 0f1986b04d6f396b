import type { MarkData, Printed, Row } from './data.ts';

/** One row of a transcript: text, and the marked tokens in it. */
export type TokenRow = (string | MarkData)[];

function rowText(row: Row): string {
  return row.map((run) => run.text).join('');
}

/** What was answered, row by row, cut at its marks. Where two marks overlap, the first one stands. */
export function answerRows(printed: Printed): TokenRow[] {
  return printed.rows.slice(printed.commandRows).map((row, index) => {
    const at = printed.firstRow + printed.commandRows + index;
    return cutAtMarks(
      rowText(row),
      printed.marks.filter((mark) => mark.row === at),
    );
  });
}

function cutAtMarks(text: string, marks: MarkData[]): TokenRow {
  const parts: TokenRow = [];
  let done = 0;
  for (const mark of marks) {
    if (mark.column < done) continue;
    if (mark.column > done) parts.push(text.slice(done, mark.column));
    parts.push(mark);
    done = mark.column + mark.length;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/** The row, counted in a pane's whole history, in which the prompt waits when `steps` steps are over. */
export function idleRow(printed: (Printed | undefined)[]): number {
  const last = printed.findLast((one) => one !== undefined);
  return last ? last.firstRow + last.rows.length : 0;
}

/** How many rows the whole history of a pane takes, the last prompt included. */
export function historyRows(printed: (Printed | undefined)[]): number {
  return Math.max(20, ...printed.map((one) => (one ? one.firstRow + one.rows.length + 1 : 0)));
}

/** The name that a token in the transcript and its mark on the terminal share. */
export function markKey(pane: string, mark: MarkData): string {
  return `${pane} ${mark.row} ${mark.column}`;
}
