import { expect, test } from 'vitest';
import { createWait, patience } from './patience.ts';

const seconds = (wait: ReturnType<typeof createWait>, count: number) =>
  Array.from({ length: count }, () => wait.second()).at(-1);

test('Silence is told once it lasts longer than patience, and with its length.', () => {
  const wait = createWait();
  wait.asked();
  expect(seconds(wait, patience(0))).toBeUndefined();
  expect(wait.second()).toBe(patience(0) + 1);
  expect(wait.second()).toBe(patience(0) + 2);
});

test('A machine that has taken long to answer is waited for longer.', () => {
  const wait = createWait();
  wait.asked();
  seconds(wait, 10);
  wait.answered();
  wait.asked();
  expect(seconds(wait, patience(10))).toBeUndefined();
  expect(wait.second()).toBe(patience(10) + 1);
});

test('A machine that is not asked is not waited for.', () => {
  const wait = createWait();
  expect(seconds(wait, 1000)).toBeUndefined();
  wait.asked();
  wait.answered();
  expect(seconds(wait, 1000)).toBeUndefined();
});
