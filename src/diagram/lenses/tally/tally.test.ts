import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import type { Report } from '../../../recording/script.ts';
import type { Drawing, Format, Shape } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { texts } from '../../paper/reading.ts';

const formats: Format[] = ['tall', 'landscape'];
const one = sampleHost({ containers: [{ name: 'web' }] });
const two = sampleHost({ containers: [{ name: 'one' }, { name: 'two' }] });

function draw(facts: HostFacts, format: Format, reports: (Report & { fresh?: boolean })[]): Drawing {
  const canvas = canvasOf([facts], 'tally', format, { reports });
  return layout(facts, 'tally', format, {
    canvas,
    reports: reports.map((report) => ({ fresh: false, ...report })),
  });
}

function shape(drawing: Drawing, id: string): Shape | undefined {
  return drawing.shapes.find((each) => each.id === id);
}

describe('a tally', () => {
  test('meets nothing, whatever was read and by whom, in both formats', () => {
    const report = fc.record({
      of: fc.constantFrom('TOKEN', 'open files', '/proc/sys/fs/inotify/max_user_instances', 'zone'),
      by: fc.constantFrom('web', 'one', 'two', undefined),
      value: fc.constantFrom('7', 's3cr3t', 'a value that is longer than any room of a drawing is wide', undefined),
      refused: fc.constantFrom(true as const, undefined),
      common: fc.constantFrom(true as const, undefined),
      through: fc.constantFrom(['pid' as const], undefined),
      fresh: fc.boolean(),
    });
    const some = fc.uniqueArray(report, { selector: ({ of, by }) => `${by} ${of}`, maxLength: 9 });
    fc.assert(
      fc.property(some, fc.constantFrom(one, two), (told, facts) => {
        const reports = told.map((each) =>
          Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)),
        ) as unknown as Report[];
        for (const format of formats) expect(collisions(draw(facts, format, reports))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  }, 30_000);

  test('writes each thing where it was read, and says so', () => {
    const reports = [
      { of: 'TOKEN', by: 'web', value: 's3cr3t' },
      { of: 'environ', value: 'TOKEN=s3cr3t' },
      { of: 'instances', by: 'web', value: '8', common: true as const },
    ];
    for (const format of formats) {
      const drawing = draw(one, format, reports);
      expect(texts(drawing)).toEqual(expect.arrayContaining(['s3cr3t', 'TOKEN=s3cr3t', '8']));
      expect(shape(drawing, 'tally:web/TOKEN/box')?.part).toBe('container:web');
      expect(shape(drawing, 'tally:slab/instances/box')?.part).toBe('slab');
      expect(drawing.alternative).toContain('On the host was read: environ: TOKEN=s3cr3t. One for all: instances: 8.');
      expect(drawing.alternative).toContain('Container web was read: TOKEN: s3cr3t.');
    }
  });

  test('leads down to what is one for all only in the step that used it', () => {
    const common = { of: 'instances', by: 'two', value: '8', common: true as const };
    expect(shape(draw(two, 'tall', [{ ...common, fresh: true }]), 'tally:down/instances/way')).toBeDefined();
    expect(shape(draw(two, 'tall', [common]), 'tally:down/instances/way')).toBeUndefined();
  });

  test('shows the way through the wall of what the host reads of a room', () => {
    const drawing = draw(one, 'tall', [{ of: 'environ', value: 'A=1', through: ['pid'], fresh: true }]);
    const way = shape(drawing, 'tally:host/environ/way');
    const row = shape(drawing, 'tally:host/environ/box');
    if (way?.kind !== 'line' || row?.kind !== 'box') throw new Error('No way and no row.');
    expect(way.points.at(-1)).toEqual([row.x + row.width + 1, row.y + row.height / 2]);
  });

  test('says what refused in the refusal’s own words', () => {
    const drawing = draw(one, 'tall', [{ of: 'fork', by: 'web', says: 'Cannot fork', refused: true }]);
    expect(texts(drawing)).toContain('Cannot fork');
    expect(shape(drawing, 'tally:web/fork/box')).toMatchObject({ stroke: 'ink' });
  });

  test('keeps this step’s own row where there are more than it has room for', () => {
    const reports = ['a', 'b', 'c', 'd', 'e'].map((of, index) => ({ of, value: `${index}0`, fresh: index === 0 }));
    expect(texts(draw(one, 'tall', reports))).toEqual(expect.arrayContaining(['00', '30', '40']));
    expect(texts(draw(one, 'landscape', reports))).toContain('00');
  });
});
