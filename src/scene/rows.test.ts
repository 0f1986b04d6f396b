import { expect, test } from 'vitest';
import type { Printed } from './data.ts';
import { answerRows, historyRows, idleRow } from './rows.ts';

const mark = (row: number, column: number, text: string) => ({ row, column, length: text.length, text, entity: text });
const printed: Printed = {
  rows: [[{ text: '$ ', look: 'prompt' }, { text: 'ps' }], [{ text: ' 1 sleep' }], [{ text: 'end' }]],
  firstRow: 4,
  commandRows: 1,
  bytes: [],
  marks: [mark(5, 1, '1'), mark(5, 3, 'sleep'), mark(5, 4, 'leep')],
};

test('an answer is cut at its marks, and an overlapping mark does not repeat text', () => {
  expect(answerRows(printed)).toEqual([[' ', mark(5, 1, '1'), ' ', mark(5, 3, 'sleep')], ['end']]);
});

test('the prompt waits below the last row of the last step that printed', () => {
  expect(idleRow([undefined, printed, undefined])).toBe(7);
  expect(idleRow([undefined])).toBe(0);
});

test('a history is never shorter than the recorded terminal', () => {
  expect(historyRows([printed])).toBe(20);
  expect(historyRows([{ ...printed, firstRow: 40 }])).toBe(44);
});
