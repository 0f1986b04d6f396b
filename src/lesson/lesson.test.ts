import { expect, test } from 'vitest';
import { lessons } from '../../content/lessons/index.ts';
import { outline } from '../../content/outline.ts';
import type { HostFacts } from '../host/facts.ts';
import { advance, begun, type Lesson } from './lesson.ts';

const at = (processCount: number) => ({ processCount }) as HostFacts;
const lesson = {
  goals: [
    { say: 'more than five', hints: [], reached: (now: HostFacts) => now.processCount > 5 },
    { say: 'more than six', hints: [], reached: (now: HostFacts) => now.processCount > 6 },
    {
      say: 'fewer again',
      hints: [],
      reached: (now: HostFacts, since: HostFacts) => now.processCount < since.processCount,
    },
  ],
} as unknown as Lesson;

test('Each lesson belongs to a chapter, and its solution waits for no goal that it has not.', () => {
  const names = outline.map(({ nav }) => nav);
  for (const { chapter, goals, solution } of lessons) {
    expect(names).toContain(chapter);
    expect(Math.max(...solution.map(({ after = 0 }) => after))).toBeLessThanOrEqual(goals.length);
  }
});

test('A goal counts only when those before it are reached, and stays reached.', () => {
  const one = advance(lesson, begun, at(6));
  expect(one.reached).toBe(1);
  expect(advance(lesson, one, at(3)).reached).toBe(1);
});

test('One moment may reach several goals in a row.', () => {
  expect(advance(lesson, begun, at(9)).reached).toBe(2);
});

test('A goal is compared with the moment at which the one before was reached.', () => {
  const two = advance(lesson, advance(lesson, begun, at(2)), at(9));
  expect(advance(lesson, two, at(9)).reached).toBe(2);
  expect(advance(lesson, two, at(8)).reached).toBe(3);
});
