import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './address.ts';
import type { Score } from './state.ts';

const score: Score = { takes: ['default', 'pid-host'], steps: 5, asks: {} };

test('an address names the step, and the take when it is not the first', () => {
  expect(writeAddress('one-process', score, { step: 0, take: 'default' })).toBe('#one-process');
  expect(writeAddress('one-process', score, { step: 3, take: 'default' })).toBe('#one-process/3');
  expect(writeAddress('one-process', score, { step: 0, take: 'pid-host' })).toBe('#one-process/0/pid-host');
});

test('every place is read back from its address', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom(...score.takes), (step, take) => {
      expect(readAddress(writeAddress('s', score, { step, take }), 's', score)).toEqual({ step, take });
    }),
  );
});

test('a step or a take that does not exist opens the scene at its start, and is said to be unknown', () => {
  for (const tail of ['/6', '/-1', '/1e0', '/ 1', '/03', '/NaN', '/', '/2/', '/2/nobody', '/2/pid-host/more', '/99999'])
    expect(readAddress(`#s${tail}`, 's', score)).toEqual({ step: 0, take: 'default', unknown: true });
});

test('an address of another scene or of a heading is not read', () => {
  for (const hash of ['', '#', '#other/2', '#s2/1', '#S/1']) expect(readAddress(hash, 's', score)).toBeUndefined();
});

test('junk never leads outside the scene', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((tail) => `#s/${tail}`),
      ),
      (hash) => {
        const place = readAddress(hash, 's', score);
        if (!place) return;
        expect(score.takes).toContain(place.take);
        expect(place.step).toBeGreaterThanOrEqual(0);
        expect(place.step).toBeLessThanOrEqual(score.steps);
      },
    ),
  );
});
