import { expect, test } from 'vitest';
import { differingIn, itself, mistakesIn } from './verify-machines.ts';

const same = `eight: Eight links, compared
  links          host$ readlink /proc/self/ns/*

3 answers compared, 0 differ, 0 skipped.
`;
const other = same.replace('\n\n', '\n                 DIFFERS (eight/links)\n                 why:   a reason\n\n');

test('the places that differ are read off', () => {
  expect(differingIn(same)).toEqual([]);
  expect(differingIn(other)).toEqual(['eight/links']);
});

test('a run is right when it differs where it must, explains it, and comes to its end', () => {
  expect(mistakesIn(same, itself)).toEqual([]);
  expect(mistakesIn(other, { name: 'x', expected: ['eight/links'] })).toEqual([]);
  expect(mistakesIn(other, itself)).toEqual([
    'the recorded host: expected eight/links as recorded, found it different.',
  ]);
  expect(mistakesIn(same, { name: 'x', expected: ['eight/links'] })).toEqual([
    'x: expected eight/links to differ, found it as recorded.',
  ]);
  expect(
    mistakesIn(other.replace('a reason', 'this script knows no reason'), { name: 'x', expected: ['eight/links'] }),
  ).toEqual(['x: expected a reason for every difference, found one without.']);
  expect(mistakesIn('', itself)).toEqual([
    'the recorded host: expected the script to come to its end, found that it did not.',
  ]);
});
