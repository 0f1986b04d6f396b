import { expect, test } from 'vitest';
import { sampleHost } from '../host/sample.ts';
import { changesOf, differs, withChanges } from './changes.ts';
import { canvasOf, layout } from './layout.ts';

const bash = { comm: 'bash', args: 'bash' };
const alone = sampleHost({ containers: [{ name: 'web' }] });
const entered = sampleHost({ containers: [{ name: 'web', others: [bash] }] });
const canvas = canvasOf([alone, entered], 'pid', 'tall');
const draw = (facts: typeof alone) => layout(facts, 'pid', 'tall', { canvas });

test('a process that came is new, and what stood there already is not', () => {
  const changes = changesOf(draw(alone), draw(entered));
  expect(changes.came.some((id) => id.startsWith('process:'))).toBe(true);
  expect(changes.came.some((id) => id.startsWith('process:web/'))).toBe(false);
  expect(changes.went).toEqual([]);
});

test('what comes one way goes the other way', () => {
  expect(changesOf(draw(entered), draw(alone)).went).toEqual(changesOf(draw(alone), draw(entered)).came);
});

test('a host on which only the number of processes differs has not changed', () => {
  const later = { ...alone, processCount: alone.processCount + 3 };
  expect(differs(changesOf(draw(alone), draw(later)))).toBe(false);
});

test('a text that reads otherwise is touched, and one that stands elsewhere has moved', () => {
  const before = draw(alone);
  const id = 'process:web/outside';
  const changed = (fields: object) => ({
    ...before,
    shapes: before.shapes.map((shape) => (shape.id === id ? { ...shape, ...fields } : shape)),
  });
  expect(changesOf(before, changed({ text: '4' })).touched).toEqual([id]);
  expect(changesOf(before, changed({ x: 3 })).moved).toEqual([id]);
});

test('what a gauge plays is no change: it stands in the end as it stood', () => {
  const before = draw(alone);
  const plays = { ...before, shapes: before.shapes.map((one) => (one.kind === 'box' ? { ...one, plays: [2] } : one)) };
  expect(plays).not.toEqual(before);
  expect(differs(changesOf(plays, before))).toBe(false);
});

test('a packet that travels is a change, and one that has travelled is none', () => {
  const way = { ...draw(alone), ways: [{ id: 'w', points: [] as [number, number][], stops: [] }] };
  expect(differs(changesOf(draw(alone), way))).toBe(true);
  expect(differs(changesOf(way, draw(alone)))).toBe(false);
});

test('what is new is said first, and named for those who look', () => {
  const told = withChanges(draw(entered), changesOf(draw(alone), draw(entered)));
  expect(told.alternative).toMatch(/^New: .*bash.*\. Host dockerhost/);
  expect(told.fresh?.length).toBeGreaterThan(0);
});

test('what comes is named with what it comes from, and what stood there is not', () => {
  const origins = Object.keys(withChanges(draw(entered), changesOf(draw(alone), draw(entered))).origins ?? {});
  expect(origins.map((part) => part.replace(/\d+$/, ''))).toEqual(['process:']);
  expect(withChanges(draw(entered), changesOf(draw(entered), draw(entered)))).not.toHaveProperty('origins');
});
