import { expect, test } from 'vitest';
import { ledger } from '../../../content/ledger.ts';
import { type Sheet, sheetText, tally } from './sheet.ts';
import { isRight, sayingOf } from './standing.ts';

const sheet: Sheet = {
  resources: [
    { name: 'Disk space', is: ['no limit', 'shared'], default: 'the host’s', said: 'shared' },
    { name: 'Hostname', is: ['isolated'], default: 'its own', said: 'shared' },
    { name: 'Memory', is: ['no limit', 'shared'], default: 'all' },
  ],
  questions: [
    { place: 'a/default/1', question: 'Which?', answer: 'this', said: 'this' },
    { place: 'a/default/2', question: 'And now?', answer: 'that', said: 'this' },
    { place: 'b/default/0', question: 'Whose?', answer: 'the host’s' },
  ],
  seen: ['one-process'],
};

test('what has no limit is shared; nothing else that is said of it is right', () => {
  expect(isRight('shared', ['no limit'])).toBe(true);
  expect(isRight('limited', ['no limit', 'shared'])).toBe(false);
  expect(isRight('limited', ['isolated', 'limited'])).toBe(true);
});

test('whatever a browser kept, only the three words count as said', () => {
  expect(sayingOf('isolated')).toBe('isolated');
  for (const other of ['no limit', 'toString', '', 3, null, undefined]) expect(sayingOf(other)).toBeUndefined();
});

test('what was answered is counted, and what was answered right', () => {
  expect(tally(sheet)).toEqual({ resources: [2, 1], questions: [2, 1] });
});

test('the text says what the kernel and what the reader said', () => {
  expect(sheetText(sheet)).toBe(`What Does Docker Truly Isolate?

Resources

Disk space: no limit; the host’s
  I said shared, and so it is.
Hostname: isolated; its own
  I said shared.
Memory: no limit; all

Questions

Which?
  The kernel: this
  I said: this
And now?
  The kernel: that
  I said: this
Whose?
  The kernel: the host’s

Scenes seen to their end

one-process
`);
  expect(sheetText({ ...sheet, seen: [] })).not.toContain('Scenes');
});

test('there are 43 resources', () => {
  expect(ledger.length).toBe(43);
});
