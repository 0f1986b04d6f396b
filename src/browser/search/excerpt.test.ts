import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';
import { chunksOf } from './stems.ts';

const termsOf = (text: string) => new Set(chunksOf(text).flatMap(({ terms }) => terms));

test('what was found stands at the odd places, in whole words and whatever their form', () => {
  expect(excerpt('one PID, two pids, no stupid', termsOf('pid'))).toEqual([
    'one ',
    'PID',
    ', two ',
    'pids',
    ', no stupid',
  ]);
  expect(excerpt('up to 64 MiB', termsOf('64m'))).toEqual(['up to ', '64 MiB', '']);
});

test('a long text is cut around what was found, and says so', () => {
  const parts = excerpt(`${'word '.repeat(50)}needle${' word'.repeat(50)}`, termsOf('needle'));
  expect(parts[0]).toMatch(/^… word/);
  expect(parts[1]).toBe('needle');
  expect(parts.at(-1)).toMatch(/ …$/);
});

test('a long text is cut where most of the terms stand together', () => {
  const text = `memory ${'word '.repeat(50)}the memory limit${' word'.repeat(50)}`;
  expect(excerpt(text, termsOf('memory limit')).join('')).toContain('the memory limit');
});

test('whatever is searched for is taken as text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
      const shown = excerpt(text, new Set(words))
        .join('')
        .replace(/^… | …$/g, '');
      expect(text).toContain(shown);
    }),
  );
});
