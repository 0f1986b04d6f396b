import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { withNetwork } from '../../../host/sample-net.ts';
import type { Packet, Sign } from '../../../recording/script.ts';
import type { SentPacket } from '../../building/geometry.ts';
import type { Drawing, Format } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { ids, texts } from '../../paper/reading.ts';

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
      const both = ['docker0', '172.17.0.1/16'];
      const tall = ['eth0', '172.17.0.2/16', '172.17.0.3/16', 'ens3', '10.0.2.15/24'];
      // A crop leaves out what the host has besides, and how long its networks' names are.
      const own = width === 'tall' ? tall : ['172.17.0.2', '172.17.0.3'];
      for (const text of [...both, ...own]) expect(found).toContain(text);
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
    expect(texts(layout(hosts, 'net', 'landscape'))).toContain('host’s network');
    const drawing = layout(hosts, 'net', 'tall');
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
    // A crop leaves out the host's own interface, and so the way to it.
    expect(layout(two, 'net', 'landscape', { packet: { from: 'db', to: '10.0.2.2' } })).not.toHaveProperty('ways');
    for (const width of ['tall'] as const) {
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
    for (const width of ['tall'] as const) {
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

  test('turns round where it is answered, and does not where it is not', () => {
    for (const width of widths) {
      expect(layout(two, 'net', width, { packet: { ...toWeb, answered: true } }).ways).toMatchObject([
        { answered: true },
      ]);
      expect(layout(two, 'net', width, { packet: toWeb }).ways?.[0]).not.toHaveProperty('answered');
    }
  });
});

describe('what the outputs say', () => {
  const outside = { sign: 'outside', pane: 'client', of: 'client', at: '10.99.0.2' } as const;
  const filter = { sign: 'filter', pane: 'host', at: '22/tcp', says: 'deny (incoming)' } as const;
  const nat = { sign: 'nat', pane: 'host', at: 'DNAT', says: '172.17.0.2:80' } as const;
  const port = { sign: 'port', pane: 'host', says: '0.0.0.0:8080' } as const;
  const call = { sign: 'call', pane: 'client', of: 'client', at: '10.99.0.1 8080' } as const;
  const stopped = { ...call, says: 'timed out', fails: true } as const;
  const alone = withNetwork(
    sampleHost({ containers: [{ name: 'web' }] }),
    { web: ['docker0'] },
    ['docker0'],
    '10.99.0.1/24',
  );
  const all = [outside, filter, nat, port, call];

  /** One moment of a scene that tells all of this, of which these have been said. */
  function told(facts: HostFacts, width: Format, signs: readonly Sign[], packet?: SentPacket): Drawing {
    const canvas = canvasOf([facts], 'net', width, { signs: [...all] });
    const said = signs.map((sign) => ({ ...sign, fresh: true }));
    return layout(facts, 'net', width, { canvas, signs: said, ...(packet ? { packet } : {}) });
  }

  test('stands as rules on the way from outside, each from the step that prints it', () => {
    for (const width of widths) {
      expect(ids(told(alone, width, [outside]))).not.toContain('rule:filter/bar');
      const drawing = told(alone, width, [outside, filter, nat, port]);
      for (const id of ['rule:filter/bar', 'rule:nat/bar', 'port:0.0.0.0:8080/plate'])
        expect(ids(drawing)).toContain(id);
      expect(collisions(drawing)).toEqual([]);
      expect(drawing.alternative).toContain('It listens on 0.0.0.0:8080.');
      expect(drawing.alternative).toContain('deny (incoming), except 22/tcp');
    }
  });

  test('stops a packet for the host at the filter, and lets one for the container past it', () => {
    for (const width of widths) {
      const denied = told(alone, width, [outside, filter, stopped], { from: '10.99.0.2', to: '10.99.0.1' });
      const bar = denied.shapes.find(({ id }) => id === 'rule:filter/bar');
      const top = bar?.kind === 'box' ? bar.y : 0;
      expect(ids(denied)).toContain('stopped/stopped');
      expect(denied.ways?.[0]?.points.at(-1)?.[1]).toBe(top - 2);
      expect(collisions(denied)).toEqual([]);
      expect(denied.alternative).toContain('From outside, client calls 10.99.0.1 8080: timed out.');

      const open = told(alone, width, [outside, filter, { ...call, says: 'succeeded' }], {
        from: '10.99.0.2',
        to: 'web',
        answered: true,
      });
      expect(ids(open)).not.toContain('stopped/stopped');
      const [way] = open.ways ?? [];
      expect(way?.points.at(-1)).toEqual(line(open, 'cable:web/cable')[0]);
      // Never through the filter: what is below its top edge is left of it.
      const left = bar?.kind === 'box' ? bar.x : 0;
      for (const [x, y] of way?.points ?? []) expect(y < top || x < left).toBe(true);
      expect(collisions(open)).toEqual([]);
    }
  });

  test('stands in the room where it was read or called, and only in that step', () => {
    const signs = [{ sign: 'call', pane: 'db', of: 'db', at: '172.17.0.3', says: '0 received', fails: true }] as const;
    for (const width of widths) {
      const fresh = layout(two, 'net', width, { signs: [{ ...signs[0], fresh: true }] });
      expect(texts(fresh)).toContain('0 received');
      expect(ids(fresh).some((id) => id.endsWith('/stopped'))).toBe(true);
      expect(fresh.alternative).toContain('It calls 172.17.0.3: 0 received.');
      expect(collisions(fresh)).toEqual([]);
      expect(texts(layout(two, 'net', width, { signs: [{ ...signs[0], fresh: false }] }))).not.toContain('0 received');
    }
  });

  test('names the host’s ends of the cables from the step on that lists them', () => {
    const signs: Sign[] = [{ sign: 'ends', pane: 'host', says: '@if2' }];
    for (const width of widths) {
      const canvas = canvasOf([two], 'net', width, { signs });
      expect(texts(layout(two, 'net', width, { canvas })).filter((text) => text.startsWith('veth'))).toEqual([]);
      const listed = layout(two, 'net', width, { canvas, signs: signs.map((sign) => ({ ...sign, fresh: false })) });
      expect(texts(listed).filter((text) => text.startsWith('veth'))).toHaveLength(2);
    }
  });
});
