import { expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import type { Drawing } from '../../drawing.ts';
import { layout } from '../../layout.ts';
import { ids, texts } from '../../paper/reading.ts';

const facts = sampleHost({ containers: [{ name: 'web' }] });
const part = 'process:web';
const host = { by: 'host', part, text: '908', line: '908 root sleep 1000', fresh: true };
const web = { by: 'web', part, text: '1', line: '1 root sleep 1000', fresh: true };

function dotX({ shapes }: Drawing): number {
  return (
    shapes.flatMap((shape) => (shape.kind === 'box' && shape.id === 'asked-for:web/dot' ? [shape.x] : []))[0] ??
    Number.NaN
  );
}

test('keeps the number outside back until the host has read it', () => {
  expect(texts(layout(facts, 'intro', 'tall', { reads: [] }))).not.toContain('908');
  expect(texts(layout(facts, 'intro', 'tall', { reads: [host] }))).toContain('908');
});

test('moves the dot through the wall, and makes the course thick, when the number inside is read', () => {
  for (const format of ['tall', 'landscape'] as const) {
    const before = layout(facts, 'intro', format, { reads: [host] });
    const after = layout(facts, 'intro', format, { reads: [{ ...host, fresh: false }, web] });
    const course = (drawing: Drawing) => drawing.shapes.find(({ id }) => id === 'ns:pid:web/own/course');
    expect(dotX(after)).toBeGreaterThan(dotX(before));
    expect(course(after)).toMatchObject({ strength: 1 });
    expect(course(before)).not.toMatchObject({ strength: 1 });
  }
});

test('leads both sides down to the one kernel that answers them', () => {
  const asked = ['host', 'web'].map((by) => ({ by, command: 'uname -r' }));
  const reads = asked.map(({ by }) => ({ by, part: 'host', text: facts.kernel, line: facts.kernel, fresh: true }));
  const drawing = layout(facts, 'intro', 'tall', { asked, reads });
  expect(ids(drawing)).toEqual(expect.arrayContaining(['asked:host/to-kernel', 'asked:web/to-kernel']));
  expect(drawing.alternative).toContain('the same kernel answers');
});
