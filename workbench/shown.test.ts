import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessons } from '../content/lessons/index.ts';
import { withHandmade } from '../src/host/by-hand.ts';
import { parseFacts } from '../src/host/parse.ts';
import type { Lock } from './lock.ts';
import { type Shown, shownLesson, shownRows } from './shown.ts';

const read = (name: string) => JSON.parse(readFileSync(`workbench/${name}.json`, 'utf8'));
const shown: Shown = read('shown');

test('The picture of the workbench was recorded on the machine that is served.', () => {
  const lock: Lock = read('lock');
  expect(shown.state).toBe(lock.sha256.state);
});

test('The picture shows both shells whole, and what reaches the last goal of its lesson.', () => {
  expect(shown.shells.map((rows) => rows.length)).toEqual([shownRows, shownRows]);
  const facts = withHandmade(parseFacts(shown.answer));
  const goals = lessons.find(({ id }) => id === shownLesson)?.goals;
  expect(goals?.at(-1)?.reached(facts, facts)).toBe(true);
});
