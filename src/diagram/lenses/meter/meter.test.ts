import { describe, expect, test } from 'vitest';
import type { Cgroup, HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import type { Sample } from '../../../recording/recording.ts';
import type { Metered } from '../../../recording/script.ts';
import type { Sampled } from '../../building/geometry.ts';
import type { Drawing, Format, Shape } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { texts } from '../../paper/reading.ts';
import { columnsOf, highestOf, rateOf, seriesOf } from './strip.ts';

const widths: Format[] = ['tall', 'landscape'];
const MiB = 2 ** 20;
const supply = { cpus: 2, memory: 3915 * MiB, swap: 0 };
const host = (...meters: Partial<Cgroup>[]): HostFacts => ({
  ...sampleHost({
    containers: meters.map((meter, index) => ({
      name: ['web', 'greedy', 'third'][index] ?? 'other',
      others: index > 0 ? [{ comm: 'bash', args: 'bash' }] : [],
      meter,
    })),
  }),
  supply,
});
const limited: Partial<Cgroup> = {
  cpuMax: [25000, 100000],
  memoryMax: 64 * MiB,
  memoryCurrent: 32 * MiB,
  pidsMax: 20,
  pidsCurrent: 20,
};
const io: Partial<Cgroup> = {
  ioMax: { '254:0': { wbps: MiB, rbps: -1 } },
  ioStat: { '254:0': { wbytes: 4 * MiB } },
};
const ended = { ...sampleHost({ containers: [{ name: 'web', exited: 137 }] }), supply };

function sampled(facts: HostFacts, of: Metered, values: number[], everySeconds = 0.25): Sampled {
  const field = { cpu: 'usage', memory: 'memory', pids: 'pids', io: 'written' }[of];
  const samples = values.map((value, index): Sample => {
    const cgroups = facts.cgroups.map(({ path }) => ({ path, [field]: value }));
    return { t: 40 + index * everySeconds, cgroups };
  });
  return { of, samples, fresh: true };
}

function shape(drawing: Drawing, id: string): Shape {
  const found = drawing.shapes.find((each) => each.id === id);
  if (!found) throw new Error(`No shape ${id} among ${drawing.shapes.map((each) => each.id).join(', ')}.`);
  return found;
}

/** Run a second, stop three: usage in microseconds at every quarter of a second. */
const runStop = [0, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5].map((seconds) => seconds * 1e6);

describe('gauges', () => {
  test('play what was sampled, as shares of how high they stand in the end, in the step that sampled it and no other', () => {
    const facts = host(limited);
    const series = sampled(
      facts,
      'memory',
      [16, 32, 64, 64, 32, 32, 32, 32].map((part) => part * MiB),
    );
    const fill = (fresh: boolean) =>
      shape(
        layout(facts, 'meter', 'tall', {
          canvas: canvasOf([facts], 'meter', 'tall', { sampled: true }),
          sampled: { ...series, fresh },
        }),
        'gauge:memory:web/fill',
      );
    const box = fill(true);
    if (box.kind !== 'box') throw new Error('no box');
    expect(box.plays).toHaveLength(24);
    expect(box.plays?.[0]).toBeCloseTo(0.5, 1);
    expect(Math.max(...(box.plays ?? []))).toBeCloseTo(2, 1);
    expect(box.plays?.at(-1)).toBe(1);
    expect(fill(false)).not.toHaveProperty('plays');
  });

  test('play how fast was written, not how much', () => {
    const facts = host(io);
    const series = sampled(
      facts,
      'io',
      [0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1].map((part) => part * MiB),
    );
    const box = shape(
      layout(facts, 'meter', 'tall', {
        canvas: canvasOf([facts], 'meter', 'tall', { sampled: true }),
        sampled: series,
      }),
      'gauge:io:web/fill',
    );
    if (box.kind !== 'box') throw new Error('no box');
    expect(box.plays?.[0]).toBe(0);
    expect(Math.max(...(box.plays ?? []))).toBeGreaterThan(1.5);
  });

  test('have their line at the limit and are filled by as much of it as is used', () => {
    for (const [width, meter] of [
      ['tall', limited],
      ['landscape', { ...limited, cpuMax: [-1, 100000] as [number, number] }],
    ] as const) {
      const drawing = layout(host(meter), 'meter', width);
      const [tube, fill] = ['tube', 'fill'].map((id) => shape(drawing, `gauge:memory:web/${id}`));
      const line = shape(drawing, 'gauge:memory:web/limit');
      if (tube?.kind !== 'box' || fill?.kind !== 'box' || line.kind !== 'line') throw new Error('no gauge');
      const lineAbove = tube.y + tube.height - 1 - (line.points[0]?.[1] ?? 0);
      expect(fill.height / lineAbove).toBeCloseTo(0.5, 1);
      expect(texts(drawing)).toEqual(expect.arrayContaining(['32 MiB', 'of 64 MiB']));
    }
    expect(texts(layout(host(limited), 'meter', 'tall'))).toEqual(expect.arrayContaining(['of 0.25 CPU', 'of 20']));
  });

  test('have no line without a limit, and say so', () => {
    const drawing = layout(host({ pidsMax: -1 }), 'meter', 'tall');
    expect(texts(drawing).filter((text) => text === 'no limit')).toHaveLength(3);
    expect(drawing.shapes.filter(({ id }) => id.endsWith('/limit'))).toEqual([]);
    expect(drawing.alternative).toContain('memory 3 MiB, no limit');
  });

  test('show the disk in place of the pids where writes are limited, and a weight that was set', () => {
    const drawing = layout(host({ ...io, cpuWeight: 35 }), 'meter', 'tall');
    expect(texts(drawing)).toEqual(expect.arrayContaining(['disk writes', '4 MiB', '1 MiB/s', 'weight 35']));
    expect(texts(drawing)).not.toContain('pids');
  });

  test('are gone with the container', () => {
    const drawing = layout(ended, 'meter', 'tall');
    expect(drawing.shapes.some(({ part }) => part.startsWith('meter:'))).toBe(false);
    expect(texts(drawing)).toContain('exited (137)');
  });
});

describe('what a step printed', () => {
  const read = (command: string, lines: string[], by = 'web') => ({ answers: [{ by, command, lines }] });
  const files = read('cat /sys/fs/cgroup/memory.{max,swap.max}', ['67108864', 'max']);

  test('stands by the meters, each value with its file, and is told', () => {
    const drawing = layout(host(limited), 'meter', 'tall', files);
    expect(texts(drawing)).toEqual(expect.arrayContaining(['memory.max: 67108864', 'memory.swap.max: max']));
    expect(drawing.alternative).toContain('Read in this step: memory.max: 67108864; memory.swap.max: max.');
  });

  test('goes to the container that the host’s command names, or to the only one', () => {
    const drawing = layout(host({}, {}), 'meter', 'tall', read('docker inspect greedy', ['true 0'], 'host'));
    expect(shape(drawing, 'read:greedy/line-0')).toMatchObject({ text: 'true 0' });
    const lone = layout(host({}), 'meter', 'landscape', read('cat /sys/fs/cgroup/x/pids.max', ['20'], 'host'));
    expect(shape(lone, 'read:web/line-0')).toMatchObject({ text: expect.stringContaining('20') });
  });

  test('strikes out a process when its status is that of SIGKILL and the cgroup counted one more kill, and only then', () => {
    const kills = (count: number) => host({ ...limited, memoryEvents: { oom_kill: count } });
    const take = read("python3 -c 'take'; echo $?", ['Killed', '137']);
    for (const width of widths) {
      const killed = layout(kills(1), 'meter', width, { before: kills(0), ...take });
      expect(shape(killed, 'killed:web/label')).toMatchObject({ text: 'python3' });
      expect(killed.alternative).toContain('The process python3 is struck out');
      expect(collisions(killed)).toEqual([]);
      for (const before of [kills(1), undefined]) {
        const other = layout(kills(1), 'meter', width, { ...(before ? { before } : {}), ...take });
        expect(other.shapes.some(({ id }) => id.startsWith('killed:'))).toBe(false);
      }
    }
  });
});

test('two rooms stand side by side, and their CPU time is drawn in one scale', () => {
  const facts = host({}, {});
  const [web, greedy] = facts.cgroups.map(({ path }) => path);
  const samples = [0, 1, 2].map((t) => ({
    t,
    cgroups: [
      { path: web ?? '', usage: t * 2e6 },
      { path: greedy ?? '', usage: t * 1e6 },
    ],
  }));
  const drawing = layout(facts, 'meter', 'tall', {
    canvas: canvasOf([facts], 'meter', 'tall', { sampled: true }),
    sampled: { of: 'cpu', samples, fresh: true },
  });
  const heights = ['web', 'greedy'].map((name) => {
    const area = shape(drawing, `strip:${name}/0/area`);
    const ys = area.kind === 'line' ? area.points.map(([, y]) => y) : [];
    return Math.max(...ys) - Math.min(...ys);
  });
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(2, 0);
  expect(texts(drawing).filter((text) => text === 'top: 2 CPUs')).toHaveLength(2);
  expect(drawing.height).toBe(484);
});

describe('strips', () => {
  const facts = host(limited);
  const id = facts.containers[0]?.id ?? '';

  test('turn a counter of CPU time into how much of each moment was used', () => {
    const series = seriesOf(sampled(facts, 'cpu', runStop), id);
    if (!series) throw new Error('no series');
    expect(rateOf(series)).toBeCloseTo(0.25);
    expect(highestOf(series)).toBeCloseTo(1);
    expect(columnsOf(series, 8).map((value) => Math.round(value))).toEqual([1, 0, 0, 0, 1, 0, 0, 0]);
  });

  test('keep the highest memory of each moment, and the last known where nothing was read', () => {
    const series = seriesOf(sampled(facts, 'memory', [1, 9, 3]), id);
    if (!series) throw new Error('no series');
    expect(columnsOf(series, 2)).toEqual([1, 9]);
    expect(columnsOf(series, 8)).toEqual([1, 1, 1, 1, 9, 9, 9, 9]);
  });

  test('need two samples', () => {
    expect(seriesOf(sampled(facts, 'pids', [1]), id)).toBeUndefined();
    expect(seriesOf(sampled(facts, 'pids', [1, 2]), 'another')).toBeUndefined();
  });

  test('are drawn with the limit, named in words, and told; the gauge shows the average', () => {
    for (const width of widths) {
      const drawing = layout(facts, 'meter', width, {
        canvas: canvasOf([facts], 'meter', width, { sampled: true }),
        sampled: sampled(facts, 'cpu', runStop),
      });
      expect(shape(drawing, 'strip:web/40/area')).toMatchObject({ reveals: true });
      expect(shape(drawing, 'strip:web/40/limit').kind).toBe('line');
      const words = ['CPU, read 9 times', 'line: the quota, 0.25 CPU', '2.0 s'];
      expect(texts(drawing)).toEqual(expect.arrayContaining(width === 'tall' ? words : ['CPU', 'over 2.0 s']));
      expect(texts(drawing)).toContain('0.25 CPU');
      expect(drawing.alternative).toContain('Its CPU time, read 9 times in 2.0 s: 0.25 CPU on average.');
    }
  });

  test('stay small: heights come in few steps, and equal ones are one line', () => {
    const many = Array.from({ length: 250 }, (_, index) => index * 20_000);
    const drawing = layout(facts, 'meter', 'tall', {
      canvas: canvasOf([facts], 'meter', 'tall', { sampled: true }),
      sampled: sampled(facts, 'cpu', many, 0.02),
    });
    const area = shape(drawing, 'strip:web/40/area');
    expect(area.kind === 'line' && area.points.length).toBeLessThan(12);
  });

  test('keep their place empty until something was sampled', () => {
    const drawing = layout(facts, 'meter', 'tall', { canvas: canvasOf([facts], 'meter', 'tall', { sampled: true }) });
    expect(texts(drawing)).toContain('not sampled yet');
  });
});

test('no text meets anything, in any state, with every kind of strip, on one canvas', () => {
  const huge = { ...limited, memoryMax: 1023.9 * MiB, memoryCurrent: 1023.8 * MiB, cpuMax: [133000, 100000] } as const;
  const states: HostFacts[] = [
    { ...sampleHost({}), supply },
    host({}),
    host(limited, { cpuWeight: 10000 }),
    host({ ...huge, cpuMax: [133000, 100000] }, {}),
    ended,
    sampleHost({ containers: [{ name: 'web' }] }),
  ];
  for (const width of widths) {
    const canvas = canvasOf(states, 'meter', width, { sampled: true });
    for (const facts of states) {
      expect(collisions(layout(facts, 'meter', width, { canvas }))).toEqual([]);
      for (const of of ['cpu', 'memory', 'pids', 'io'] as const) {
        const drawing = layout(facts, 'meter', width, { canvas, sampled: sampled(facts, of, runStop) });
        expect(collisions(drawing)).toEqual([]);
        const ids = drawing.shapes.map((each) => each.id);
        expect(new Set(ids).size).toBe(ids.length);
        const runs = drawing.shapes
          .map(({ group, part }) => group ?? part)
          .filter((key, index, keys) => key !== keys[index - 1]);
        expect(new Set(runs).size).toBe(runs.length);
        expect(drawing.height).toBe(canvas.height);
      }
    }
    const disk = host(io);
    const sized = canvasOf([disk], 'meter', width, { sampled: true });
    for (const of of ['cpu', 'io'] as const)
      expect(collisions(layout(disk, 'meter', width, { canvas: sized, sampled: sampled(disk, of, runStop) }))).toEqual(
        [],
      );
  }
});
