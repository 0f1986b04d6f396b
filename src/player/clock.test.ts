import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { play } from './clock.ts';
import type { Beat } from './schedule.ts';

const beats: Beat[] = [
  { ms: 0, pane: 'host', text: 'a' },
  { ms: 100, pane: 'host', text: 'b' },
  { ms: 100, pane: 'host', text: 'c' },
  { ms: 250, pane: 'host', text: 'd' },
];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const start = () => {
  const seen: string[] = [];
  const stop = play(
    beats,
    (due) => seen.push(due.map((beat) => beat.text).join('')),
    () => seen.push('done'),
  );
  return { seen, stop };
};

test('beats are shown at their moments, those of one moment together, and the end is told once', () => {
  const { seen } = start();
  vi.advanceTimersByTime(99);
  expect(seen).toEqual(['a']);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual(['a', 'bc']);
  vi.advanceTimersByTime(1000);
  expect(seen).toEqual(['a', 'bc', 'd', 'done']);
});

test('nothing is shown after a stop', () => {
  const { seen, stop } = start();
  vi.advanceTimersByTime(120);
  stop();
  vi.advanceTimersByTime(1000);
  expect(seen).toEqual(['a', 'bc']);
});

test('nothing to play is over at once', () => {
  const done = vi.fn();
  play([], () => {}, done);
  vi.advanceTimersByTime(0);
  expect(done).toHaveBeenCalledOnce();
});
