import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../host/sample.ts';
import type { Drawing, Format } from '../drawing.ts';
import { canvasOf, layout } from '../layout.ts';
import { type LensName, lenses } from '../lenses/index.ts';
import { collisions } from '../paper/collisions.ts';
import { texts } from '../paper/reading.ts';

const both: Format[] = ['tall', 'landscape'];
const names = Object.keys(lenses) as LensName[];
const empty = sampleHost({});
const one = sampleHost({ containers: [{ name: 'web', args: 'sleep 600' }] });

function outlines({ shapes }: Drawing): string[] {
  return shapes.flatMap((shape) =>
    /^place:\d+\/outline$/.test(shape.id) && shape.kind === 'box' ? [shape.dash ?? ''] : [],
  );
}

describe.each(names)('a room in the %s lens', (lens) => {
  test.each(both)('is a dotted outline with words before a step starts it, in %s', (format) => {
    const canvas = canvasOf([empty, one], lens, format);
    const drawing = layout(empty, lens, format, { canvas, comes: ['web'] });
    expect(outlines(drawing)).toEqual(['dots']);
    expect(texts(drawing).join(' ')).toContain('a room will stand here');
    expect(collisions(drawing)).toEqual([]);
    expect(drawing.alternative).toMatch(/A dotted outline marks the place of a room to come\.$/);
  });

  test.each(both)('has no outline once it stands, nor where no step starts one, in %s', (format) => {
    const canvas = canvasOf([empty, one], lens, format);
    for (const drawing of [
      layout(one, lens, format, { canvas, comes: ['web'] }),
      layout(empty, lens, format, { canvas, comes: [] }),
      layout(empty, lens, format, { canvas }),
    ]) {
      expect(outlines(drawing)).toEqual([]);
      expect(drawing.alternative).not.toContain('outline');
    }
  });
});

test('a room that is gone leaves a dotted outline, with words that say so', () => {
  const canvas = canvasOf([one, empty], 'mnt', 'tall');
  const drawing = layout(empty, 'mnt', 'tall', { canvas, went: ['web'] });
  expect(outlines(drawing)).toEqual(['dots']);
  expect(texts(drawing)).toContain('a room stood here');
  expect(drawing.alternative).toMatch(/A dotted outline marks the place of a room that is gone\.$/);
});

test('two rooms that will come have an outline each, beside the room that stands', () => {
  const three = sampleHost({ containers: [{ name: 'web' }, { name: 'db' }, { name: 'cache' }] });
  const canvas = canvasOf([one, three], 'net', 'tall');
  const drawing = layout(one, 'net', 'tall', { canvas, comes: ['web', 'db', 'cache'] });
  expect(outlines(drawing)).toEqual(['dots', 'dots']);
  expect(drawing.alternative).toMatch(/Dotted outlines mark the places of 2 rooms to come\.$/);
});
