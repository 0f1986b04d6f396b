import { expect, test } from 'vitest';
import { checkNumbers, numbersOf, numbersTold } from './numbers.ts';

const told = numbersTold('.');
const refused = (numbers: { file: string; text: string }[]) => {
  try {
    checkNumbers([...told, ...numbers.map(({ file, text }) => ({ file, numbers: numbersOf(text) }))]);
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
  return 'taken';
};

test('every number in chapters, ledger and glossary is a reference, has a source beside it, or is vouched for', () => {
  expect(told.length).toBeGreaterThan(15);
  expect(refused([])).toBe('taken');
});

test('a number for which nothing vouches ends the build in one sentence', () => {
  expect(refused([{ file: 'content/chapters/03-pid.mdx', text: 'It was 4242 then.' }])).toBe(
    'content/chapters/03-pid.mdx: expected 4242 to be a reference, to have a source beside it, or to be vouched for in content/numbers.ts, found "It was 4242 then.".',
  );
});

test('what vouches for no number any more ends the build too', () => {
  expect(() => checkNumbers(told.filter(({ file }) => !file.includes('ipc')))).toThrow(
    'content/numbers.ts: expected a number in a sentence for "the size of /dev/shm, which a scene of the page prints"',
  );
});

test('a number without either is found, and one in code or beside a source is not', () => {
  expect(numbersOf('It was 4242 then.\n\nSo `137`, <Recorded is="3736" />.\n\nAnd 5<Source>x</Source>.')).toEqual([
    { number: '4242', near: 'It was 4242 then.' },
  ]);
});
