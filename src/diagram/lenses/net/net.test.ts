import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { withNetwork } from '../../../host/sample-net.ts';
import type { Packet } from '../../../recording/script.ts';
import type { Drawing, Format } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { texts } from '../../paper/reading.ts';

const widths: Format[] = ['tall', 'landscape'];
const shop = ['docker0', 'br-4be8cc6c9f1a'];
const both = [{ name: 'db' }, { name: 'web' }];
const empty = withNetwork(sampleHost({}), {});
const two = withNetwork(sampleHost({ containers: both }), { db: ['docker0'], web: ['docker0'] });
const hosts = withNetwork(sampleHost({ containers: [{ name: 'db' }, { name: 'web', shared: ['net'] }] }), {
  db: ['docker0'],
});
const none = withNetwork(sampleHost({ containers: both }), { db: ['docker0'] });
const made = withNetwork(sampleHost({ containers: both }), { db: ['br-4be8cc6c9f1a'], web: ['br-4be8cc6c9f1a'] }, shop);
const exited = withNetwork(sampleHost({ containers: [{ name: 'db', exited: 137 }, { name: 'web' }] }), {
  web: ['docker0'],
});
const gated = withNetwork(
  sampleHost({ containers: both }),
  { db: ['docker0'], web: ['docker0'] },
  ['docker0'],
  '10.99.0.1/24',
);
const states = [empty, two, hosts, none, made, exited];
const toWeb: Packet = { from: 'db', to: 'web' };

function drawings(moments: HostFacts[], packet: Packet): Drawing[] {
  return widths.flatMap((width) => {
    const canvas = canvasOf(moments, 'net', width);
    return moments.map((facts) => layout(facts, 'net', width, { canvas, packet }));
  });
}

function line(drawing: Drawing, id: string): [number, number][] {
  const shape = drawing.shapes.find((each) => each.id === id);
  if (shape?.kind !== 'line')
    throw new Error(`No line ${id} among ${drawing.shapes.map((each) => each.id).join(', ')}.`);
  return shape.points;
}

const name = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,40}$/);
const moment = fc
  .record({
    names: fc.uniqueArray(name, { maxLength: 3 }),
    shared: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    exited: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    bridges: fc.uniqueArray(fc.stringMatching(/^(docker0|br-[0-9a-f]{0,12})$/), { minLength: 1, maxLength: 4 }),
    wires: fc.array(fc.array(fc.nat(3), { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ names, shared, exited: ended, bridges, wires }) => {
    const containers = names.map((each, index) => ({
      name: each,
      ...(shared[index] ? { shared: ['net' as const] } : {}),
      ...(ended[index] ? { exited: 0 } : {}),
    }));
    const wiring = names.map((each, index) => [each, (wires[index] ?? []).flatMap((bridge) => bridges[bridge] ?? [])]);
    return withNetwork(sampleHost({ containers }), Object.fromEntries(wiring), bridges);
  });

describe('the net lens', () => {
  test('lets no text meet anything in any state, with or without a packet on its way', () => {
    for (const packet of [toWeb, { from: 'db', to: '172.17.0.1' }])
      for (const drawing of drawings(states, packet)) expect(collisions(drawing)).toEqual([]);
  });

  test('lets no text meet anything whatever the host reports', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 2 }), (moments) => {
        const [from = '', to = ''] = moments.at(-1)?.containers.map((each) => each.name) ?? [];
        for (const drawing of drawings(moments, { from, to })) expect(collisions(drawing)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('draws all moments on one canvas, each shape with an id of its own and each group in one run', () => {
    for (const width of widths) {
      const canvas = canvasOf(states, 'net', width);
      for (const facts of states) {
        const drawing = layout(facts, 'net', width, { canvas });
        expect(drawing.height).toBe(canvas.height);
        const ids = drawing.shapes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const runs = drawing.shapes
          .map(({ group, part }) => group ?? part)
          .filter((key, index, keys) => key !== keys[index - 1]);
        expect(new Set(runs).size).toBe(runs.length);
      }
    }
  });

  test('gives each room its interfaces and its cable the name of the host’s end', () => {
    for (const width of widths) {
      const found = texts(layout(two, 'net', width));
      for (const text of ['eth0', '172.17.0.2/16', '172.17.0.3/16', 'docker0', '172.17.0.1/16', 'ens3', '10.0.2.15/24'])
        expect(found).toContain(text);
      expect(found.filter((text) => /^veth[0-9a-f]{7}@if2$/.test(text))).toHaveLength(2);
    }
  });

  test('lets every cable end on its bridge, one below the other or beside each other', () => {
    for (const width of widths) {
      const drawing = layout(two, 'net', width);
      const bar = drawing.shapes.find(({ id }) => id === 'bridge:docker0/bar');
      for (const cable of ['cable:db/cable', 'cable:web/cable'])
        expect(line(drawing, cable).at(-1)?.[1]).toBe(bar?.kind === 'box' ? bar.y : undefined);
    }
  });

  test('says in words that a room stands in the host’s network, and draws dots and no cable', () => {
    const drawing = layout(hosts, 'net', 'landscape');
    expect(texts(drawing).join(' ')).toContain('No interface of its own: it stands in the host’s network');
    expect(drawing.shapes.find(({ id }) => id === 'ns:net:web/shared/course')).toMatchObject({ dash: 'dots' });
    expect(drawing.shapes.some(({ id }) => id.startsWith('cable:web'))).toBe(false);
    expect(drawing.alternative).toContain('Container web has no network namespace of its own');
  });

  test('draws of a room without a cable only lo', () => {
    const drawing = layout(none, 'net', 'tall');
    expect(texts(drawing)).toContain('no cable');
    expect(drawing.shapes.some(({ id }) => id === 'link:web/lo/plate')).toBe(true);
    expect(drawing.shapes.some(({ id }) => id === 'link:web/eth0/plate')).toBe(false);
  });

  test('draws the bridge of a made network in the place of docker0, which stands by without a cable', () => {
    const drawing = layout(made, 'net', 'tall');
    expect(drawing.shapes.some(({ id }) => id === 'bridge:br-4be8cc6c9f1a/bar')).toBe(true);
    expect(drawing.shapes.some(({ id }) => id === 'link:host/docker0/plate')).toBe(true);
  });

  test('keeps back a room’s interfaces while a question asks for them, in the picture and in its text', () => {
    for (const width of widths) {
      const drawing = layout(two, 'net', width, { veiled: ['ns:net:web'] });
      expect(drawing.shapes.some(({ id }) => /^link:web\/(lo|eth0)/.test(id))).toBe(false);
      expect(texts(drawing)).toContain('?');
      expect(collisions(drawing)).toEqual([]);
      expect(drawing.alternative).toContain('Container web is running.');
      expect(drawing.alternative).not.toContain('172.17.0.3');
    }
  });

  test('tells the cables in the alternative', () => {
    expect(layout(two, 'net', 'tall').alternative).toMatch(
      /Its bridges: docker0 with 172\.17\.0\.1\/16\. Container db has .*eth0 with 172\.17\.0\.2\/16, a cable to veth\w+ on docker0/,
    );
  });
});

describe('a packet', () => {
  test('goes along one cable to the bridge and along the other one in', () => {
    for (const width of widths) {
      const drawing = layout(two, 'net', width, { packet: toWeb });
      const out = line(drawing, 'cable:db/cable');
      const into = line(drawing, 'cable:web/cable');
      expect(drawing.ways).toMatchObject([{ points: [...out, ...[...into].reverse()] }]);
      expect(drawing.ways?.[0]?.stops).toEqual([
        'db eth0',
        expect.stringMatching(/^veth/),
        'docker0',
        expect.stringMatching(/^veth/),
        'web eth0',
      ]);
    }
  });

  test('ends at the bridge when it is for the host', () => {
    const drawing = layout(hosts, 'net', 'tall', { packet: { from: 'db', to: '172.17.0.1' } });
    expect(drawing.ways?.[0]?.points).toEqual(line(drawing, 'cable:db/cable'));
  });

  test('leaves the host through its own interface, around the bridge and not across it', () => {
    for (const width of widths) {
      const drawing = layout(two, 'net', width, { packet: { from: 'db', to: '10.0.2.2' } });
      const plate = drawing.shapes.find(({ id }) => id === 'link:host/ens3/plate');
      const [x, y] = drawing.ways?.[0]?.points.at(-1) ?? [];
      expect(plate?.kind === 'box' && [plate.y === y, plate.x < (x ?? 0), plate.x + plate.width > (x ?? 0)]).toEqual([
        true,
        true,
        true,
      ]);
      expect(drawing.ways?.[0]?.stops.slice(-3)).toEqual(['docker0', 'ens3', '10.0.2.2']);
      const bar = drawing.shapes.find(({ id }) => id === 'bridge:docker0/bar');
      const across = drawing.ways?.[0]?.points.filter(([x2, y2], index, points) => {
        const [x1, y1] = points[index - 1] ?? [x2, y2];
        const [midX, midY] = [(x1 + x2) / 2, (y1 + y2) / 2];
        return (
          bar?.kind === 'box' && midX > bar.x && midX < bar.x + bar.width && midY > bar.y && midY < bar.y + bar.height
        );
      });
      expect(across).toEqual([]);
    }
  });

  test('comes from another network by the host’s interface there, around the words of the bridge, and in', () => {
    const packet = { from: '10.99.0.2', to: 'web' };
    for (const width of widths) {
      const drawing = layout(gated, 'net', width, { packet });
      expect(collisions(drawing)).toEqual([]);
      expect(texts(drawing)).toContain('lan0');
      expect(drawing.ways?.[0]?.points.slice(-2)).toEqual([...line(drawing, 'cable:web/cable')].reverse().slice(-2));
      expect(drawing.ways?.[0]?.stops).toEqual(['lan0', 'docker0', expect.stringMatching(/^veth/), 'web eth0']);
      expect(drawing.alternative).toContain('To another network leads lan0 with 10.99.0.1/24.');
    }
    expect(layout(two, 'net', 'tall', { packet })).not.toHaveProperty('ways');
  });

  test('has no way to an address that nobody has, and the drawing then says nothing of ways', () => {
    expect(layout(none, 'net', 'tall', { packet: { from: 'db', to: '172.17.0.9' } })).not.toHaveProperty('ways');
    expect(layout(two, 'net', 'tall')).not.toHaveProperty('ways');
    expect(layout(two, 'pid', 'tall', { packet: toWeb })).not.toHaveProperty('ways');
  });
});
