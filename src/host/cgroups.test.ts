import { describe, expect, test } from 'vitest';
import { cgroupOf, cgroupValues, quotaOf, writeLimitOf } from './cgroups.ts';
import { partOf, quote } from './entity.ts';
import { parseCgroups, parseSupply } from './parse-cgroups.ts';
import { sampleHost } from './sample.ts';

const path = '/system.slice/docker-0123.scope';
const printed = [
  'cpu.max:25000 100000',
  'cpu.stat:usage_usec 1408231',
  'cpu.stat:nr_periods 34',
  'cpu.stat:nr_throttled 24',
  'memory.max:67108864',
  'memory.current:499712',
  'memory.events:oom_kill 1',
  'pids.max:20',
  'pids.current:1',
];
const more = [
  'cpu.weight:303',
  'memory.swap.max:max',
  'memory.peak:67108864',
  'io.max:254:0 rbps=max wbps=1048576 riops=max wiops=max',
  'io.stat:254:0 rbytes=4096 wbytes=8192 rios=1 wios=2 dbytes=0 dios=0',
  'io.stat:7:0',
  'pids.events:max 5',
  'memory.stat:anon 1048576',
  'memory.stat:file 2097152',
];
const parsed = (lines: string[]) => parseCgroups(lines.map((line) => `${path} ${line}`).join('\n'))[0];

describe('a cgroup’s files', () => {
  test('are read further only where they were asked for', () => {
    expect(parsed(printed)).toEqual({
      path,
      cpuMax: [25000, 100000],
      cpuStat: { usage_usec: 1408231, nr_periods: 34, nr_throttled: 24 },
      memoryMax: 67108864,
      memoryCurrent: 499712,
      memoryEvents: { oom_kill: 1 },
      pidsMax: 20,
      pidsCurrent: 1,
    });
    expect(parsed([...printed, ...more])).toMatchObject({
      cpuWeight: 303,
      memorySwapMax: -1,
      memoryPeak: 67108864,
      ioMax: { '254:0': { rbps: -1, wbps: 1048576, riops: -1, wiops: -1 } },
      ioStat: { '254:0': { wbytes: 8192 } },
      pidsEvents: { max: 5 },
      memoryStat: { anon: 1048576, file: 2097152 },
    });
  });

  test('tell limits and counts in the units that a sentence needs', () => {
    const group = parsed([...printed, ...more]);
    if (!group) throw new Error('nothing was parsed');
    expect(quotaOf(group)).toBe(0.25);
    expect(writeLimitOf(group)).toBe(1048576);
    const told = { cpus: 0.25, cpuMax: '25000 100000', nrThrottled: 24, memoryMaxMiB: 64, memoryMiB: 0.5, pidsMax: 20 };
    expect(cgroupValues(group)).toMatchObject({ ...told, swapMaxMiB: 'max', fileMiB: 2, refused: 5, writtenMiB: 0 });
    expect(quotaOf({ cpuMax: [-1, 100000] })).toBeUndefined();
    expect(writeLimitOf({})).toBeUndefined();
  });
});

test('what a host has is read in bytes', () => {
  const text = 'processor\t: 0\nprocessor\t: 1\nMemTotal:        4009416 kB\nSwapTotal:             0 kB';
  expect(parseSupply(text)).toEqual({ cpus: 2, memory: 4009416 * 1024, swap: 0 });
});

describe('the cgroup of a container as an entity', () => {
  const facts = sampleHost({
    containers: [
      { name: 'web', meter: { pidsMax: 20 } },
      { name: 'old', exited: 0 },
    ],
  });
  const entities = { meter: { cgroupOf: 'web' }, gone: { cgroupOf: 'old' } };

  test('is a part of its own, with values', () => {
    expect(partOf(entities.meter, facts)).toBe('meter:web');
    expect(quote('meter.pidsMax', facts, entities)).toBe('20');
    expect(quote('meter.memoryMaxMiB', facts, entities)).toBe('max');
  });

  test('is gone with the container', () => {
    expect(cgroupOf('old', facts)).toBeUndefined();
    expect(partOf(entities.gone, facts)).toBeUndefined();
    expect(() => quote('gone.pidsMax', facts, entities)).toThrow('the cgroup of container old');
  });
});
