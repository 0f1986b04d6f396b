import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kept } from '../../scene/memory.ts';
import { doneIn, placeOf, seenIn } from './progress.ts';

test('a chapter is done when all its scenes were seen to their end, and one without scenes never is', () => {
  const record = { done: ['a', 'b'] };
  expect(doneIn(record, 'a b')).toBe(true);
  expect(doneIn(record, 'a c')).toBe(false);
  expect(doneIn(record, '')).toBe(false);
});

test('the last place is an address on this site, or none', () => {
  expect(placeOf({ last: '/repo/pid/#one-process/3/pid-host' })).toEqual({
    path: '/repo/pid/',
    hash: '#one-process/3/pid-host',
    step: '3',
  });
  expect(placeOf({ last: '/#one-process' })).toMatchObject({ path: '/', step: '' });
  for (const last of ['javascript:alert(1)', '//other.example/#a', 'https://other.example/#a', '/pid/', '/"]#a'])
    expect(placeOf({ last }), last).toBeUndefined();
});

test('whatever stands in the record, nothing is thrown and nothing but texts comes out', () => {
  fc.assert(
    fc.property(fc.object(), fc.anything(), fc.anything(), (record, done, last) => {
      const kept = { ...record, done, last } as Kept;
      expect(seenIn(kept).every((id) => typeof id === 'string')).toBe(true);
      expect(() => placeOf({ ...kept, last: fc.stringify(last) })).not.toThrow();
    }),
  );
});
