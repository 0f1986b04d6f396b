import { expect, test } from 'vitest';
import { chunksOf, stem } from './stems.ts';

const terms = (text: string) => chunksOf(text).map((chunk) => chunk.terms.join('/'));

test('a signal is one word however it is written', () => {
  expect(terms('kill -9 1')).toEqual(['kill', 'sigkill', '1']);
  expect(terms('kill -KILL 1')).toEqual(['kill', 'sigkill', '1']);
  expect(terms('SIGKILL, -SIGTERM, -15')).toEqual(['sigkill', 'sigterm', 'sigterm']);
});

test('a status is one word, as a number and as a sum', () => {
  expect(terms('137 is 128 + 9')).toEqual(['137', '137']);
  expect(terms('128+15')).toEqual(['143']);
});

test('a size is one word in all of its units, and not a part of another', () => {
  expect(terms('64m 64M 64MB 64 MB 64 MiB')).toEqual(['64m', '64m', '64m', '64m', '64m']);
  expect(terms('1.5 GiB')).toEqual(['1.5g']);
  expect(terms('64 men 10.0.0.2 3d')).toEqual(['64', 'men', '10.0.0.2', '3d']);
});

test('a flag of one letter keeps its dash; a long one is its words', () => {
  expect(terms('free -m')).toEqual(['free', '-m']);
  expect(terms('--pids-limit=20 --cpus 0.5')).toEqual(['pid', 'limit', '20', 'cpu', '0.5']);
});

test('words that were written together are found by each of them and as one', () => {
  expect(terms('OOMKilled')).toEqual(['oomkill/oom/kill']);
  expect(terms('NSpid')).toEqual(['nspid']);
  expect(terms('CAP_SYS_ADMIN /proc/self')).toEqual(['cap', 'sys', 'admin', 'proc', 'self']);
});

test('what questions are made of is left out, and so are ids', () => {
  expect(terms('Why doesn’t my container see the host’s /tmp?')).toEqual(['container', 'host', 'tmp']);
  expect(terms('703d45f700b82140cd171ea4939c9d8cb753779ebf4b920943beb824facc4049')).toEqual([]);
});

test('the forms of a word have one stem, and other words another', () => {
  for (const forms of [
    ['process', 'processes'],
    ['throttle', 'throttled', 'throttling', 'throttles'],
    ['limit', 'limits', 'limited'],
    ['kill', 'kills', 'killed', 'killing'],
    ['memory', 'memories'],
    ['share', 'shared', 'shares'],
    ['map', 'mapped', 'maps'],
  ])
    expect(new Set(forms.map(stem)).size, forms.join()).toBe(1);
  expect(stem('free')).not.toBe(stem('tree'));
  expect(stem('status')).toBe('status');
});

test('each piece says where in the text it stands', () => {
  const text = 'up to 64 MiB, then SIGKILL';
  expect(chunksOf(text).map(({ at, length }) => text.slice(at, at + length))).toEqual(['64 MiB', 'SIGKILL']);
});
