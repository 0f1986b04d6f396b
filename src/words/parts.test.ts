import { expect, test } from 'vitest';
import * as words from './index.ts';
import { parts } from './parts.ts';

test('a sentence comes in pieces, what is set apart at odd places, and reads as one when they are joined', () => {
  expect(parts('Not recorded: copy it, or try [the workbench].')).toEqual([
    'Not recorded: copy it, or try ',
    'the workbench',
    '.',
  ]);
  expect(parts('[verify.sh], 3 lines')).toEqual(['', 'verify.sh', ', 3 lines']);
  expect(parts('Back')).toEqual(['Back']);
});

test('every bracket that a word opens, it closes', () => {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function' || typeof value !== 'object' || value === null) return [];
    return Object.values(value).flatMap(texts);
  };
  const all = texts(words);
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((text) => !/^[^[\]]*(\[[^[\]]*\][^[\]]*)*$/.test(text))).toEqual([]);
});
