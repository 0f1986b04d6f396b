import { expect, test } from 'vitest';
import { swipeOf } from './swipe.ts';

test('a swipe to the left goes on, and one to the right goes back', () => {
  expect(swipeOf(-90, 10)).toBe('next');
  expect(swipeOf(90, -10)).toBe('back');
});

test('a tap, a scroll and a slanted move ask for nothing', () => {
  for (const [dx, dy] of [
    [0, 0],
    [-40, 0],
    [10, 300],
    [-80, 60],
  ] as const)
    expect(swipeOf(dx, dy)).toBeUndefined();
});
