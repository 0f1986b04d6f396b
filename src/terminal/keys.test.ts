import { expect, test } from 'vitest';
import { bytesOf, controlled } from './keys.ts';

test('An arrow is sent in the form that the program has asked for.', () => {
  expect(bytesOf('up', false)).toBe('\u001b[A');
  expect(bytesOf('up', true)).toBe('\u001bOA');
  expect(bytesOf('left', false)).toBe('\u001b[D');
});

test('Tab, Escape and the pipe are sent as they are, whatever form the arrows have.', () => {
  expect((['tab', 'escape', 'pipe'] as const).map((key) => bytesOf(key, true))).toEqual(['\t', '\u001b', '|']);
});

test('A letter under Ctrl is its number in the alphabet, upper case or lower.', () => {
  expect(['c', 'C', 'd', 'z', '['].map(controlled)).toEqual(['\u0003', '\u0003', '\u0004', '\u001a', '\u001b']);
});

test('What has no form under Ctrl stays what it is.', () => {
  expect(['1', 'é', '', 'ls', '\u001b[A'].map(controlled)).toEqual(['1', 'é', '', 'ls', '\u001b[A']);
});
