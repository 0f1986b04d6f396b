import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SampleContainer, sampleHost } from '../../../host/sample.ts';
import type { Sign } from '../../../recording/script.ts';
import { type Drawing, type Format, formats, type Shape } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { ids, texts } from '../../paper/reading.ts';

const both: Format[] = ['tall', 'landscape'];
const hole = sampleHost({ containers: [{ name: 'web', binds: { '/data': '/srv/site' } }] });
const plain = sampleHost({ containers: [{ name: 'web' }] });
const empty = sampleHost({});

const inside: Sign = { sign: 'file', pane: 'web', of: 'web', within: '/data', at: '/data/a' };
const outside: Sign = { sign: 'file', pane: 'host', within: '/data', at: '/srv/site/a' };
const refused: Sign = { ...inside, says: 'Read-only file system', fails: true };
const written: Sign = { sign: 'file', pane: 'web', of: 'web', within: 'upper', at: '/note' };
const run: Sign = { sign: 'run', pane: 'host', of: 'web', at: '/etc:/host', says: '22 /host/shadow' };
const ana: Sign = {
  sign: 'process',
  pane: 'ana',
  of: 'ana',
  at: '/etc/shadow',
  says: 'Permission denied',
  fails: true,
};

/** A host in a scene that tells all of this, of which these have been told. */
function told(facts: typeof hole, format: Format, all: Sign[], said: Sign[], fresh = true): Drawing {
  const canvas = canvasOf([facts, hole], 'mnt', format, { signs: all });
  return layout(facts, 'mnt', format, { canvas, signs: said.map((sign) => ({ ...sign, fresh })) });
}

function shape(drawing: Drawing, id: string): Shape {
  const found = drawing.shapes.find((each) => each.id === id);
  if (!found) throw new Error(`No ${id} among ${ids(drawing).join(', ')}.`);
  return found;
}

const name = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,40}$/);
const path = fc.stringMatching(/^(\/[a-z0-9._-]{1,24}){1,5}$/);
const container: fc.Arbitrary<SampleContainer> = fc.record(
  {
    name,
    image: name,
    exited: fc.integer({ min: 0, max: 255 }),
    shared: fc.subarray(['pid', 'mnt', 'net'] as const).map((kinds) => [...kinds]),
    binds: fc.dictionary(path, path, { maxKeys: 5 }),
  },
  { requiredKeys: ['name'] },
);

describe('mnt', () => {
  test('draws a bind mount as a duct from the host’s directory, and Docker’s files as one', () => {
    const drawing = layout(hole, 'mnt', 'tall');
    for (const text of ['/data', '/srv/site', '/etc/resolv.conf', 'isolate-lab:13'])
      expect(texts(drawing)).toContain(text);
    expect(ids(drawing).filter((id) => id.endsWith('/hole'))).toHaveLength(2);
  });

  test('crops to the hole where there is one, and to the layers where there is none', () => {
    const open = texts(layout(hole, 'mnt', 'landscape'));
    expect(open).toContain('/data');
    expect(open).not.toContain('layer for writes');
    expect(texts(layout(plain, 'mnt', 'landscape'))).toContain('layer for writes');
  });

  test('shows of several rooms whose image each root is', () => {
    const two = sampleHost({ containers: [{ name: 'web' }, { name: 'old', image: 'isolate-lab:12' }] });
    for (const format of both) {
      const drawing = layout(two, 'mnt', format);
      for (const text of ['isolate-lab:12', 'isolate-lab:13', 'ext4 on /dev/vda'])
        expect(texts(drawing)).toContain(text);
      expect(drawing.alternative).toContain('over the image isolate-lab:12');
    }
  });

  test('shows a file at the end where it was seen, and as one line when it was seen at both', () => {
    for (const format of both) {
      const all = [inside, outside];
      expect(ids(told(hole, format, all, [])).some((id) => id.startsWith('file:'))).toBe(false);
      const one = shape(told(hole, format, all, [inside]), 'file:inside:web:/data:a/same');
      const drawing = told(hole, format, all, all);
      const same = shape(drawing, 'file:inside:web:/data:a/same');
      const box = shape(drawing, 'files:host:/data/box');
      if (one.kind !== 'line' || same.kind !== 'line' || box.kind !== 'box') throw new Error('Not a line and a box.');
      const edge = box.x + box.width;
      expect([(one.points[0]?.[0] ?? 0) > edge, (same.points[0]?.[0] ?? 0) < edge]).toEqual([true, true]);
      expect(collisions(drawing)).toEqual([]);
      expect(drawing.alternative).toContain('Seen in it: file /data/a.');
      expect(drawing.alternative).toContain('Seen on the host, behind /data: file /srv/site/a.');
    }
  });

  test('stops a refused write in the hole, in its own step only', () => {
    for (const format of both) {
      const drawing = told(hole, format, [refused], [refused]);
      expect(ids(drawing)).toContain('file:inside:web:/data:a/stopped');
      expect(collisions(drawing)).toEqual([]);
      expect(ids(told(hole, format, [refused], [refused], false)).some((id) => id.startsWith('file:'))).toBe(false);
    }
  });

  test('lands a written file in the layer for writes, with which it goes', () => {
    for (const format of both) {
      const canvas = canvasOf([plain], 'mnt', format, { signs: [written] });
      const signs = [{ ...written, fresh: false }];
      const drawing = layout(plain, 'mnt', format, { canvas, signs });
      const [file, layer] = [
        shape(drawing, 'file:inside:web:upper:note/mark'),
        shape(drawing, 'mount:web:upper/layer'),
      ];
      if (file.kind !== 'box' || layer.kind !== 'box') throw new Error('Not two boxes.');
      expect(file.y > layer.y && file.y + file.height < layer.y + layer.height).toBe(true);
      expect(collisions(drawing)).toEqual([]);
      const gone = layout(empty, 'mnt', format, { canvas, signs });
      expect(ids(gone).filter((id) => id.startsWith('file:') || id.startsWith('mount:'))).toEqual([]);
    }
  });

  test('shows a container that came and went beside who asked for it, and not in the next step', () => {
    for (const format of both) {
      const drawing = told(hole, format, [run, ana], [ana, run]);
      for (const id of ['guest/outline', 'asked/way', 'process:ana/chip']) expect(ids(drawing)).toContain(id);
      expect(texts(drawing)).toContain('22 /host/shadow');
      expect(drawing.alternative).toContain('web had one more container run, with /etc:/host: 22 /host/shadow.');
      expect(ids(told(hole, format, [run, ana], [ana, run], false))).not.toContain('guest/outline');
    }
  });

  test('lets no text meet anything whatever the host reports, and is as high as its box or higher', () => {
    const host = fc.uniqueArray(container, { maxLength: 3, selector: (sample) => sample.name });
    fc.assert(
      fc.property(fc.array(host, { minLength: 1, maxLength: 2 }), (samples) => {
        const hosts = samples.map((containers) => sampleHost({ containers }));
        for (const format of both) {
          const canvas = canvasOf(hosts, 'mnt', format);
          for (const facts of hosts) {
            const drawing = layout(facts, 'mnt', format, { canvas });
            expect(collisions(drawing)).toEqual([]);
            expect(drawing.height).toBeGreaterThanOrEqual(formats[format].height);
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});
