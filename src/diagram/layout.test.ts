import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processPart } from '../host/entity.ts';
import type { HostFacts } from '../host/facts.ts';
import { type SampleContainer, sampleHost } from '../host/sample.ts';
import type { TakeFacts } from '../recording/recording.ts';
import type { SceneScript } from '../recording/script.ts';
import type { Drawing, Format, Shape } from './drawing.ts';
import { canvasOf, layout } from './layout.ts';
import type { LensName } from './lenses/index.ts';
import { collisions } from './paper/collisions.ts';
import { texts } from './paper/reading.ts';

const lenses: LensName[] = ['pid', 'uts', 'intro', 'cgroup', 'wall', 'ipc', 'mnt', 'door', 'meter'];
const widths: Format[] = ['tall', 'landscape'];
const bash = { comm: 'bash', args: 'bash' };

const empty = sampleHost({ processCount: 101 });
const one = sampleHost({ containers: [{ name: 'web' }] });
const two = sampleHost({ containers: [{ name: 'web', others: [bash] }] });
const pidHost = sampleHost({ containers: [{ name: 'web', shared: ['pid'], others: [bash] }] });
const utsHost = sampleHost({ hostname: 'renamed', containers: [{ name: 'web', shared: ['uts'] }] });
const exited = sampleHost({ containers: [{ name: 'web', exited: 137 }] });
const pair = sampleHost({ containers: [{ name: 'web' }, { name: 'db', others: [bash] }] });
const bare = sampleHost({ containers: [{ name: 'web', shared: ['pid', 'net', 'uts', 'ipc', 'cgroup'] }] });
const made = sampleHost({
  ipc: { shm: [4096], sem: [2] },
  containers: [{ name: 'web', shared: ['ipc'], binds: { '/data': '/srv/site' } }],
});
const joined = sampleHost({
  containers: [
    { name: 'db', joins: 'web', image: 'isolate-lab:12' },
    { name: 'web', ipc: { shm: [4096], files: { note: 6 } } },
  ].reverse(),
});
const states = [empty, one, two, pidHost, utsHost, exited, pair, bare, made, joined];

/** Every lens and width, drawn on one canvas for all the given moments. */
function drawings(hosts: HostFacts[]): Drawing[] {
  return lenses.flatMap((lens) =>
    widths.flatMap((width) => {
      const canvas = canvasOf(hosts, lens, width);
      return hosts.map((facts) => layout(facts, lens, width, { canvas }));
    }),
  );
}

function shape(drawing: Drawing, id: string): Shape {
  const found = drawing.shapes.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`No shape ${id} among ${drawing.shapes.map((candidate) => candidate.id).join(', ')}.`);
  return found;
}

const name = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,40}$/);
const pid = fc.integer({ min: 2, max: 4194304 });
const path = fc.stringMatching(/^(\/[a-z0-9._-]{1,24}){1,5}$/);
const objects = () =>
  fc.record(
    {
      shm: fc.array(fc.nat(), { maxLength: 3 }),
      sem: fc.array(fc.nat(), { maxLength: 3 }),
      files: fc.dictionary(name, fc.nat(), { maxKeys: 3 }),
    },
    { requiredKeys: [] },
  );
const container: fc.Arbitrary<SampleContainer> = fc.record(
  {
    name,
    pid,
    args: fc.oneof(name, fc.string({ maxLength: 60 })),
    others: fc.array(fc.record({ comm: name, args: name, pid }), { maxLength: 6 }),
    shared: fc.subarray(['pid', 'uts', 'net', 'ipc', 'cgroup', 'mnt'] as const).map((kinds) => [...kinds]),
    hostname: name,
    exited: fc.integer({ min: 0, max: 255 }),
    image: name,
    joins: name,
    ipc: objects(),
    binds: fc.dictionary(path, path, { maxKeys: 4 }),
  },
  { requiredKeys: ['name'] },
);
const host = fc
  .record({
    hostname: name,
    kernel: fc.constantFrom('7.2', '7.2.4+deb14-amd64', '6.12.85-1-generic-with-a-long-flavour-name-amd64'),
    processCount: fc.integer({ min: 1, max: 4194304 }),
    ipc: objects(),
    containers: fc.uniqueArray(container, { maxLength: 3, selector: (sample) => sample.name }),
  })
  .map((options) => {
    // A container can only join one that is there.
    const [first, ...others] = options.containers;
    return sampleHost(
      first
        ? { ...options, containers: [first, ...others.map((one) => (one.joins ? { ...one, joins: first.name } : one))] }
        : options,
    );
  });

describe('collisions', () => {
  test('finds a text on a text, on a stroke, under a fill, beyond the canvas, and a small one', () => {
    const at = { part: 'p', kind: 'text', x: 10, text: 'Text', font: 'sans', anchor: 'start', tone: 'ink' } as const;
    const box = { part: 'p', kind: 'box', x: 0, width: 90, height: 30, radius: 0 } as const;
    const drawing: Drawing = {
      width: 100,
      height: 100,
      alternative: '',
      lights: {},
      shapes: [
        { ...at, id: 'a', y: 20, size: 13 },
        { ...at, id: 'b', y: 25, size: 13 },
        { ...at, id: 'struck', y: 62, size: 13 },
        { ...box, id: 'edge', y: 57, stroke: 'line' },
        { ...at, id: 'covered', y: 95, size: 11 },
        { ...box, id: 'cover', y: 70, width: 90, fill: 'paper' },
        { ...at, id: 'outside', x: 90, y: 50, size: 13 },
      ],
    };
    const found = collisions(drawing).join('\n');
    for (const words of ['meets b', 'stroke of edge', 'covered by cover', '11 px', 'outside leaves'])
      expect(found).toContain(words);
  });

  test('finds nothing in any state of a scene, on one canvas', () => {
    for (const drawing of drawings(states)) expect(collisions(drawing)).toEqual([]);
  });

  test('finds nothing whatever the host reports', () => {
    fc.assert(
      fc.property(fc.array(host, { minLength: 1, maxLength: 2 }), (hosts) => {
        for (const drawing of drawings(hosts)) expect(collisions(drawing)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    // Eight lenses at two widths, sixty times, on a machine that may be busy.
  }, 60_000);
});

describe('layout', () => {
  test('draws all moments of a scene on one canvas, with the slab and the room in one place', () => {
    for (const lens of lenses)
      for (const width of widths) {
        const canvas = canvasOf(states, lens, width);
        const all = states.map((facts) => layout(facts, lens, width, { canvas }));
        expect(new Set(all.map(({ height }) => height))).toEqual(new Set([canvas.height]));
        const slabs = all.map((drawing) => JSON.stringify(shape(drawing, 'slab/slab')));
        expect(new Set(slabs).size).toBe(1);
        const labels = all.slice(1).map((drawing) => JSON.stringify(shape(drawing, 'container:web/name')));
        expect(new Set(labels).size).toBe(1);
      }
  });

  test('gives every shape an id of its own, and keeps the shapes of a group together', () => {
    for (const drawing of drawings(states)) {
      const ids = drawing.shapes.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const runs = drawing.shapes
        .map(({ group, part }) => group ?? part)
        .filter((key, index, keys) => key !== keys[index - 1]);
      expect(new Set(runs).size).toBe(runs.length);
    }
  });

  test('shows a process once, with the number inside and the host’s', () => {
    const drawing = layout(two, 'pid', 'tall');
    expect(shape(drawing, 'process:web/inside')).toMatchObject({ text: '1' });
    expect(shape(drawing, 'process:web/outside')).toMatchObject({ text: '908' });
    expect(texts(drawing)).toContain('NSpid: 908 1');
    expect(drawing.alternative).toContain('sleep 1000 is process 908 outside and 1 inside');
  });

  test('shows one number twice where the PID namespace is the host’s, and the course as dots', () => {
    const drawing = layout(pidHost, 'pid', 'tall');
    expect(shape(drawing, 'process:web/inside')).toMatchObject({ text: '908' });
    expect(shape(drawing, 'process:web/outside')).toMatchObject({ text: '908' });
    expect(shape(drawing, 'ns:pid:web/shared/course')).toMatchObject({ dash: 'dots' });
    expect(texts(drawing)).toContain('NSpid: 908');
    expect(drawing.alternative).toContain('process 908 on both sides');
  });

  test('names every course in text where there is height for it', () => {
    for (const lens of ['pid', 'uts', 'cgroup', 'wall', 'ipc', 'mnt', 'door'] as const)
      for (const kind of ['cgroup', 'time', 'user', 'ipc', 'uts', 'mnt', 'net', 'pid'])
        expect(texts(layout(one, lens, 'tall'))).toContain(kind);
    expect(texts(layout(one, 'intro', 'tall'))).toContain('PID namespace');
  });

  test('counts the processes that it does not draw', () => {
    expect(texts(layout(one, 'pid', 'tall'))).toContain('and 98 more');
    const crowd = sampleHost({ containers: [{ name: 'web', others: Array.from({ length: 6 }, () => bash) }] });
    expect(texts(layout(crowd, 'pid', 'tall'))).toContain('and 3 more');
    expect(texts(layout(two, 'intro', 'tall'))).toContain('and 1 more');
  });

  test('shows two hostnames, or one when the UTS namespace is the host’s', () => {
    const own = layout(one, 'uts', 'tall');
    expect(shape(own, 'plate:host/hostname')).toMatchObject({ text: 'dockerhost' });
    expect(shape(own, 'plate:web/own/hostname')).toMatchObject({ text: one.containers[0]?.id.slice(0, 12) });
    const shared = layout(utsHost, 'uts', 'tall');
    expect(texts(shared).filter((text) => text === 'renamed')).toHaveLength(1);
  });

  test('shows of an ended container its exit code and no wall', () => {
    const drawing = layout(exited, 'pid', 'tall');
    expect(texts(drawing)).toContain('exited (137)');
    expect(drawing.shapes.some(({ part }) => part.startsWith('ns:'))).toBe(false);
  });

  test('gives containers that never stand side by side one place', () => {
    const other = sampleHost({ containers: [{ name: 'shop' }] });
    expect(canvasOf([one, other], 'pid', 'tall').rooms).toHaveLength(1);
    expect(canvasOf([pair], 'pid', 'tall').rooms).toHaveLength(2);
  });

  test('places containers in the order in which they were started, however Docker lists them', () => {
    const newestFirst = { ...pair, containers: [...pair.containers].reverse() };
    expect(canvasOf([newestFirst], 'mnt', 'tall').rooms.map(({ names }) => names)).toEqual([['web'], ['db']]);
    expect(layout(newestFirst, 'mnt', 'tall').alternative).toMatch(/Container web .*Container db /);
  });

  test('lights a room’s processes and walls with the room, and the host with a wall that is not there', () => {
    const { lights } = layout(pidHost, 'pid', 'tall');
    expect(lights['container:web']).toEqual(expect.arrayContaining(['process:web', 'ns:pid:web']));
    expect(lights['ns:pid:web']).toEqual(expect.arrayContaining(['process:web', 'host']));
  });
});

const scenes = new URL('../../content/scenes/', import.meta.url);
const recorded = readdirSync(scenes).map((id) => {
  const folder = new URL(`${id}/`, scenes);
  const takes = readdirSync(folder)
    .map((take) => new URL(`${take}/facts.json`, folder))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as TakeFacts);
  return { id, takes };
});

describe('recordings', () => {
  test.each(recorded.filter(({ takes }) => takes.length > 0))(
    'no text meets anything in any step of $id, at both widths',
    async ({ id, takes }) => {
      const script = (await import(new URL(`${id}/scene.ts`, scenes).href)) as { default: SceneScript };
      const { steps } = script.default;
      const lens = script.default.lens as LensName;
      const moments = takes.flatMap((take) => [
        { facts: take.start },
        ...take.steps.flatMap(({ before, after, samples }, index) => {
          const of = steps[index]?.sample?.of;
          const sampled = of && samples ? { of, samples, fresh: true } : undefined;
          return [...(before ? [{ facts: before }] : []), { facts: after, ...(sampled ? { sampled } : {}) }];
        }),
      ]);
      const hosts = moments.map(({ facts }) => facts);
      const anySampled = moments.some((moment) => 'sampled' in moment);
      for (const width of widths) {
        const canvas = canvasOf(hosts, lens, width, { doors: script.default.doors, sampled: anySampled });
        for (const { facts, ...sampled } of moments)
          expect(collisions(layout(facts, lens, width, { canvas, ...sampled }))).toEqual([]);
      }
    },
  );

  test('are looked for where the recorder writes them', () => {
    expect(recorded.length).toBeGreaterThan(0);
  });
});

describe('a process', () => {
  const entered = sampleHost({ containers: [{ name: 'web', others: [bash] }] });
  const partOf = (comm: string) => {
    const process = entered.processes.find((each) => each.comm === comm);
    if (!process) throw new Error(`no ${comm}`);
    return processPart(process, entered);
  };

  test('comes from the nearest drawn process above it', () => {
    expect(layout(entered, 'pid', 'tall').origins).toMatchObject({
      [partOf('bash')]: partOf('containerd-shim'),
      [partOf('containerd-shim')]: partOf('systemd'),
    });
  });

  test('whose parent the host does not list comes from nowhere', () => {
    const processes = entered.processes.map((one) => (one.comm === 'bash' ? { ...one, ppid: 4711 } : one));
    expect(layout({ ...entered, processes }, 'pid', 'tall').origins).not.toHaveProperty([partOf('bash')]);
  });
});
