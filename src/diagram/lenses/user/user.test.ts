import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { withUidMap } from '../../../host/sample-ids.ts';
import type { Drawing, Format, Shape } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { texts } from '../../paper/reading.ts';

const widths: Format[] = ['tall', 'landscape'];
const empty = sampleHost({});
const plain = sampleHost({ containers: [{ name: 'web', args: 'sleep 600' }] });
const remapped = withUidMap(plain, 'web', [[0, 100000, 65536]]);
const rootless = withUidMap(plain, 'web', [
  [0, 1000, 1],
  [1, 100000, 65536],
]);
const exited = sampleHost({ containers: [{ name: 'web', exited: 137 }] });
const pair = withUidMap(sampleHost({ containers: [{ name: 'web' }, { name: 'db' }] }), 'db', [[0, 100000, 65536]]);
const states = [empty, plain, remapped, rootless, exited, pair];

function drawings(moments: HostFacts[]): Drawing[] {
  return widths.flatMap((width) => {
    const canvas = canvasOf(moments, 'user', width);
    return moments.map((facts) => layout(facts, 'user', width, { canvas }));
  });
}

function shape(drawing: Drawing, id: string): Shape {
  const found = drawing.shapes.find((each) => each.id === id);
  if (!found) throw new Error(`No shape ${id} among ${drawing.shapes.map((each) => each.id).join(', ')}.`);
  return found;
}

const id = fc.integer({ min: 0, max: 4294967294 });
const row = fc.tuple(id, id, fc.integer({ min: 1, max: 4294967295 }));
const moment = fc
  .record({
    names: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_.-]{0,40}$/), { maxLength: 3 }),
    args: fc.string({ maxLength: 60 }),
    maps: fc.array(fc.array(row, { maxLength: 5 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ names, args, maps }) =>
    names.reduce(
      (facts, name, index) => {
        const map = maps[index] ?? [];
        return map.length > 0 ? withUidMap(facts, name, map as [number, number, number][]) : facts;
      },
      sampleHost({ containers: names.map((name) => ({ name, args })) }),
    ),
  );

describe('the user lens', () => {
  test('lets no text meet anything in any state', () => {
    for (const drawing of drawings(states)) expect(collisions(drawing)).toEqual([]);
  });

  test('lets no text meet anything whatever the maps say', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 2 }), (moments) => {
        for (const drawing of drawings(moments)) expect(collisions(drawing)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('draws all moments on one canvas, each shape with an id of its own and each group in one run', () => {
    for (const width of widths) {
      const canvas = canvasOf(states, 'user', width);
      for (const facts of states) {
        const drawing = layout(facts, 'user', width, { canvas });
        expect(drawing.height).toBe(canvas.height);
        const ids = drawing.shapes.map((each) => each.id);
        expect(new Set(ids).size).toBe(ids.length);
        const runs = drawing.shapes
          .map(({ group, part }) => group ?? part)
          .filter((key, index, keys) => key !== keys[index - 1]);
        expect(new Set(runs).size).toBe(runs.length);
      }
    }
  });

  test('draws one straight band of all ids and dots for the course by default, and the process as the host’s root', () => {
    const drawing = layout(plain, 'user', 'tall');
    expect(texts(layout(plain, 'user', 'landscape')).filter((text) => text === '0–4294967294')).toHaveLength(2);
    expect(shape(drawing, 'ns:user:web/shared/course')).toMatchObject({ dash: 'dots' });
    const band = shape(drawing, 'ids:web/shared/upper-0');
    expect(band.kind === 'line' && band.points[0]?.[1] === band.points[1]?.[1]).toBe(true);
    expect(shape(drawing, 'process:web/host-uid')).toMatchObject({ text: '0' });
    expect(drawing.shapes.some((each) => each.id === 'ids:web/shared/as-root')).toBe(true);
    expect(drawing.alternative).toContain('sleep 600 has user id 0 inside and 0 on the host');
  });

  test('shifts the band where ids are mapped, with the host’s 0 apart', () => {
    for (const width of widths) {
      const drawing = layout(remapped, 'user', width);
      expect(shape(drawing, 'process:web/uid')).toMatchObject({ text: '0' });
      expect(shape(drawing, 'process:web/host-uid')).toMatchObject({ text: '100000' });
      expect(shape(drawing, 'ns:user:web/own/course')).toMatchObject({ strokeWidth: 4 });
      const [upper] = [shape(drawing, 'ids:web/own/upper-0')];
      const [from, to] = upper?.kind === 'line' ? upper.points : [];
      expect((from?.[1] ?? 0) - (to?.[1] ?? 0)).toBeGreaterThan(0);
      expect(drawing.shapes.some((each) => each.id.endsWith('as-root'))).toBe(false);
      expect(texts(drawing)).toEqual(expect.arrayContaining(['0', '0–65535']));
      expect(drawing.alternative).toContain('ids 0–65535 inside are 100000–165535 on the host');
    }
  });

  test('draws a band for each row of the map', () => {
    const found = texts(layout(rootless, 'user', 'landscape'));
    for (const text of ['1000', '1–65536', '100000–165535']) expect(found).toContain(text);
    expect(texts(layout(rootless, 'user', 'tall'))).toEqual(expect.arrayContaining(['1 id', '65536 ids', '165535']));
  });

  test('counts the rows that are not drawn below the others, clear of the names of the courses', () => {
    const rows = Array.from({ length: 5 }, (_, index): [number, number, number] => [index, 100000 + index, 1]);
    const [drawing] = drawings([withUidMap(plain, 'web', rows)]);
    if (!drawing) throw new Error('no drawing');
    expect(texts(drawing)).toContain('and 2 more');
    expect(collisions(drawing)).toEqual([]);
  });

  test('shows the host’s ids before there is a container', () => {
    const canvas = canvasOf([empty, plain], 'user', 'tall');
    expect(texts(layout(empty, 'user', 'tall', { canvas }))).toEqual(expect.arrayContaining(['root', '4294967294']));
  });

  test('keeps back as whom the host knows the process, and shows the map', () => {
    for (const width of widths) {
      const drawing = layout(remapped, 'user', width, { veiled: ['process:web'] });
      expect(shape(drawing, 'process:web/host-uid')).toMatchObject({ text: '?' });
      expect(drawing.shapes.some(({ id }) => id.endsWith('band-0'))).toBe(true);
      expect(collisions(drawing)).toEqual([]);
      expect(drawing.alternative).not.toContain('100000');
    }
  });

  test('shows what a step reports of files, with the owner by number, or that it was refused', () => {
    const reports = [
      { of: '/tmp/mine', value: '100000', fresh: true },
      { of: '/srv/mine', by: 'web', says: 'Permission denied', refused: true as const, fresh: true },
    ];
    const canvas = canvasOf([remapped], 'user', 'tall', { reports });
    const drawing = layout(remapped, 'user', 'tall', { canvas, reports });
    expect(texts(drawing)).toEqual(expect.arrayContaining(['/tmp/mine', 'owner 100000', '/srv/mine', 'refused']));
    expect(collisions(drawing)).toEqual([]);
    expect(drawing.alternative).toContain('/tmp/mine: owner 100000; /srv/mine: refused.');
  });

  test('keeps back whose ids they are while a question asks for it, in the picture and in its text', () => {
    for (const facts of [plain, remapped])
      for (const width of widths) {
        const drawing = layout(facts, 'user', width, { veiled: ['process:web', 'ns:user:web'] });
        expect(shape(drawing, 'process:web/uid')).toMatchObject({ text: '0' });
        expect(shape(drawing, 'process:web/host-uid')).toMatchObject({ text: '?' });
        expect(drawing.shapes.some(({ id }) => /band|as-root|tie/.test(id))).toBe(false);
        expect(collisions(drawing)).toEqual([]);
        expect(drawing.alternative).toContain('Container web runs sleep 600 with user id 0 inside.');
        expect(drawing.alternative).not.toMatch(/100000|own: ids/);
      }
  });
});
