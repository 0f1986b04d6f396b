import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';

test('what matches stands at the odd places', () => {
  expect(excerpt('one PID, two pids', ['pid'])).toEqual(['one ', 'PID', ', two ', 'pid', 's']);
});

test('a long text is cut around the first match, and says so', () => {
  const parts = excerpt(`${'word '.repeat(50)}needle${' word'.repeat(50)}`, ['needle']);
  expect(parts[0]).toMatch(/^… word/);
  expect(parts[1]).toBe('needle');
  expect(parts.at(-1)).toMatch(/ …$/);
});

test('whatever is searched for is taken as text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
      const shown = excerpt(text, words)
        .join('')
        .replace(/^… | …$/g, '');
      expect(text).toContain(shown);
    }),
  );
});
