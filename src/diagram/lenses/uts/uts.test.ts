import { expect, test } from 'vitest';
import { sampleHost } from '../../../host/sample.ts';
import type { Drawing } from '../../drawing.ts';
import { layout } from '../../layout.ts';
import { ids, texts } from '../../paper/reading.ts';

const others = [{ comm: 'bash', args: 'bash' }];
const own = sampleHost({ containers: [{ name: 'web', others }] });
const renamed = sampleHost({ containers: [{ name: 'web', others, hostname: 'renamed' }] });
const shared = sampleHost({ containers: [{ name: 'web', others, shared: ['uts'] }] });
const formats = ['tall', 'landscape'] as const;

function width({ shapes }: Drawing, id: string): number | undefined {
  return shapes.flatMap((shape) => (shape.kind === 'box' && shape.id === id ? [shape.strokeWidth ?? 1] : []))[0];
}

test('makes the plate heavy whose name the step changed, and neither while a question asks which', () => {
  for (const format of formats) {
    const drawing = layout(renamed, 'uts', format, { before: own });
    expect(width(drawing, 'plate:web/own/plate')).toBeGreaterThan(width(drawing, 'plate:host/plate') ?? 9);
    const kept = layout(renamed, 'uts', format, { before: own, veiled: ['ns:uts:web', 'host'] });
    expect(width(kept, 'plate:web/own/plate')).toBe(width(kept, 'plate:host/plate'));
  }
});

test('leads a shell inside to its own plate, or to the host’s where the room has none', () => {
  const asked = [{ by: 'web', command: 'hostname' }];
  for (const format of formats) {
    const end = (facts: typeof own) => {
      const way = layout(facts, 'uts', format, { asked }).shapes.find(({ id }) => id === 'asked:web/way');
      return way?.kind === 'line' ? way.points.at(-1) : undefined;
    };
    const plate = layout(own, 'uts', format).shapes.find(({ id }) => id === 'plate:host/plate');
    if (plate?.kind !== 'box') throw new Error('The host has no plate.');
    const [x, y] = end(shared) ?? [0, 0];
    expect(x).toBeGreaterThanOrEqual(plate.x);
    expect(x).toBeLessThanOrEqual(plate.x + plate.width);
    expect(y).toBeLessThanOrEqual(plate.y + plate.height);
    expect(end(own)).not.toEqual(end(shared));
  }
});

test('stops at a bar before the plate who may not change its name', () => {
  const told = { asked: [{ by: 'web', command: 'hostname isolated' }], refused: { by: 'web' } };
  for (const format of formats)
    for (const facts of [own, shared]) {
      const drawing = layout(facts, 'uts', format, told);
      expect(ids(drawing)).toContain('asked:web/bar');
      expect(texts(drawing)).toContain('refused');
      expect(drawing.alternative).toContain('Setting another name from inside is refused.');
    }
});
