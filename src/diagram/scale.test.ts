import { describe, expect, test } from 'vitest';
import { costs } from '../../content/costs.ts';
import type { BoxShape, LineShape, TextShape } from './drawing.ts';
import { collisions } from './paper/collisions.ts';
import { scaleDrawing } from './scale.ts';

const three = {
  title: 'Time',
  unit: 'ms',
  figures: [
    { name: 'one', value: 1, conditions: 'A, here' },
    { name: 'ten', value: 10, conditions: 'B, there' },
    { name: 'hundred', value: 100, bound: 'most' as const, conditions: 'C, a promise' },
  ],
};

describe('a logarithmic scale', () => {
  test('puts equal steps between equal ratios', () => {
    const drawing = scaleDrawing(three, 'tall');
    const at = (id: string) => {
      const shape = drawing.shapes.find((each) => each.id === id);
      return shape?.kind === 'box' ? shape.x + shape.width / 2 : (shape as LineShape).points[0]?.[0];
    };
    const [one, ten, hundred] = ['figure:one/dot', 'figure:ten/dot', 'figure:hundred/bar'].map(at) as number[];
    expect((ten ?? 0) - (one ?? 0)).toBeCloseTo((hundred ?? 0) - (ten ?? 0));
    expect(at('figure:one/step:10')).toBeCloseTo(ten ?? 0);
  });

  test('draws a promise as a stroke up to a bar, and what was measured as a dot', () => {
    const ids = scaleDrawing(three, 'landscape').shapes.map(({ id }) => id);
    expect(ids).toContain('figure:hundred/until');
    expect(ids).not.toContain('figure:hundred/dot');
    expect(ids).not.toContain('figure:one/until');
  });

  test('says in words what it draws, conditions included', () => {
    expect(scaleDrawing(three, 'tall').alternative).toBe(
      'Time, on a scale whose steps are powers of ten. one: 1 ms (A, here). ten: 10 ms (B, there). hundred: at most 100 ms (C, a promise).',
    );
  });

  test('refuses a figure that has no logarithm', () => {
    const figures = [{ name: 'nothing', value: 0, conditions: '' }];
    expect(() => scaleDrawing({ title: 'T', unit: 'ms', figures }, 'tall')).toThrow('found nothing: 0.');
    expect(() => scaleDrawing({ title: 'T', unit: 'ms', figures: [] }, 'tall')).toThrow('found none.');
  });

  test.each(['tall', 'landscape'] as const)(
    'no label of the chapter’s figures meets another or a stroke: %s',
    (width) => {
      for (const scale of costs) {
        const drawing = scaleDrawing(scale, width);
        expect(collisions(drawing)).toEqual([]);
        const within = (shape: BoxShape | TextShape) => shape.y < drawing.height;
        expect(drawing.shapes.filter((shape) => shape.kind !== 'line').every(within)).toBe(true);
      }
    },
  );
});
