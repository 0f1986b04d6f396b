import { expect, test } from 'vitest';
import type { Drawing, Shape } from '../../diagram/drawing.ts';
import type { SceneData } from '../../scene/data.ts';
import { leftOut, paperRules } from './drawn.ts';

const text = (id: string, words: string, part = 'host'): Shape => ({
  kind: 'text',
  id,
  part,
  x: 0,
  y: 0,
  text: words,
  size: 12,
  font: 'sans',
  anchor: 'start',
  tone: 'ink',
});
const drawing = (...shapes: Shape[]): Drawing => ({ width: 1, height: 1, shapes, alternative: '', lights: {} });
const host = (count: number) => text('host/count', `${count} processes`);
const web = text('web', 'web', 'container:web');

/** A scene whose stages are drawn like this. */
function scene(...[start, ...steps]: Drawing[]): SceneData {
  const stage = (tall?: Drawing) => ({ drawings: { tall, landscape: tall } });
  const take = { start: stage(start), steps: steps.map(stage) };
  return { id: 'x', takes: [take] } as unknown as SceneData;
}

test('a drawing like the one before is left out, whatever the host counts, and one that differs stays', () => {
  const told = scene(drawing(host(9), web), drawing(host(10), web), drawing(host(10)), drawing(host(10), web));
  expect(leftOut(told)).toEqual([1]);
  expect(paperRules([told])).toBe(
    '@media print{#x .steps[data-in="0"]>[data-k="1"]>figure{display:none}' +
      '#x .steps[data-in="0"]>[data-k="1"]{display:block}' +
      '#x .steps[data-in="0"]>[data-k="1"]::after{content:"Drawn as before."}}',
  );
});

test('a first drawing without a container is left out, unless no other shows what it does', () => {
  const empty = drawing(host(9));
  const full = drawing(host(10), web);
  expect(leftOut(scene(empty, full, full))).toEqual([0, 2]);
  expect(leftOut(scene(full, empty))).toEqual([]);
  expect(leftOut(scene(empty, empty, empty))).toEqual([1, 2]);
  expect(leftOut(scene(empty))).toEqual([]);
  expect(paperRules([scene(empty)])).toBe('');
});
