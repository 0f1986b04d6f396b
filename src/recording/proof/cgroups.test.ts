import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../host/sample.ts';
import { proveCgroupFiles, proveCgroupLines } from './cgroups.ts';
import { facts, host, id, inside, told } from './told.ts';
import type { View } from './view.ts';

test('files of a cgroup hold the value, or one between the readings', () => {
  const group = {
    path: `/system.slice/docker-${id}.scope`,
    cpuMax: [25000, 100000] as [number, number],
    cpuStat: { usage_usec: 100, nr_throttled: 3 },
    memoryMax: 67108864,
    memoryCurrent: 1,
    memoryEvents: { oom: 0 },
    pidsMax: -1,
    pidsCurrent: 2,
  };
  const before = { ...facts, cgroups: [group] };
  const after = { ...facts, cgroups: [{ ...group, cpuStat: { usage_usec: 300, nr_throttled: 9 } }] };
  const cat = (file: string, output: string) =>
    told(proveCgroupFiles, `cat /sys/fs/cgroup/${file}`, output, inside, [before, after]).wrong;
  expect(cat('memory.max', '67108864')).toEqual([]);
  expect(cat('memory.max', '67108865')).toHaveLength(1);
  expect(cat('cpu.max', '25000 100000')).toEqual([]);
  expect(cat('pids.max', 'max')).toEqual([]);
  expect(cat('cpu.stat', 'usage_usec 200\nnr_throttled 3')).toEqual([]);
  expect(cat('cpu.stat', 'usage_usec 400\nnr_throttled 3')).toEqual(['100 to 300 / 400']);
});

describe('lines of a cgroup’s files', () => {
  const meter = {
    cpuMax: [25000, 100000] as [number, number],
    cpuWeight: 59,
    cpuStat: { usage_usec: 100, nr_periods: 10, nr_throttled: 3 },
    memoryMax: 64 * 2 ** 20,
    memorySwapMax: -1,
    ioMax: { '254:0': { rbps: -1, wbps: 1048576 } },
  };
  const before = sampleHost({ containers: [{ name: 'web', meter }] });
  const later = { ...meter, cpuStat: { usage_usec: 300, nr_periods: 40, nr_throttled: 9 } };
  const after = sampleHost({ containers: [{ name: 'web', meter: later }] });
  const two = sampleHost({
    containers: [
      { name: 'web', meter },
      { name: 'db', meter: later },
    ],
  });
  const wrong = (prover: typeof proveCgroupFiles, line: string, output: string, view: View = inside, last = after) =>
    told(prover, line, output, view, [before, last]);
  const scope = '/sys/fs/cgroup/system.slice/docker-*.scope';

  test('are compared where grep let some of them through', () => {
    const line = "grep -E 'nr_|throttled' /sys/fs/cgroup/cpu.stat";
    expect(wrong(proveCgroupLines, line, 'nr_periods 40\nnr_throttled 9')).toEqual({ compared: 2, wrong: [] });
    expect(wrong(proveCgroupLines, line, 'nr_periods 41\nnr_throttled 9').wrong).toEqual(['10 to 40 / 41']);
  });

  test('are compared behind their file’s name, and where a shell on the host names the one container’s cgroup', () => {
    const files = 'grep . /sys/fs/cgroup/{cpu,memory}.max';
    const output = '/sys/fs/cgroup/cpu.max:25000 100000\n/sys/fs/cgroup/memory.max:67108864';
    expect(wrong(proveCgroupLines, files, output)).toEqual({ compared: 2, wrong: [] });
    expect(wrong(proveCgroupLines, files, output.replace('25000', '26000')).wrong).toHaveLength(1);
    const line = `grep nr_throttled ${scope}/cpu.stat`;
    expect(wrong(proveCgroupLines, line, 'nr_throttled 10', host).wrong).toHaveLength(1);
    expect(wrong(proveCgroupLines, line, 'nr_throttled 10', host, two).wrong).toHaveLength(1);
    expect(told(proveCgroupLines, line, 'nr_throttled 10', host, [two])).toEqual({ compared: 0, wrong: [] });
  });

  test('count processes exactly from the host, and nearly inside, where the reader is one of them', () => {
    const running = two.cgroups[0]?.pidsCurrent ?? 0;
    const line = `cat ${scope}/pids.current`;
    expect(wrong(proveCgroupFiles, line, `${running}`, host)).toEqual({ compared: 1, wrong: [] });
    expect(wrong(proveCgroupFiles, line, `${running + 1}`, host).wrong).toHaveLength(1);
    expect(wrong(proveCgroupFiles, 'cat /sys/fs/cgroup/pids.current', `${running + 1}`).wrong).toEqual([]);
  });

  test('are compared with braces, weights, swap and the disk’s limits', () => {
    const cat = (files: string) => `cat /sys/fs/cgroup/${files}`;
    expect(wrong(proveCgroupFiles, cat('cpu.{max,weight}'), '25000 100000\n59')).toEqual({ compared: 2, wrong: [] });
    expect(wrong(proveCgroupFiles, cat('cpu.{max,weight}'), '25000 100000\n100').wrong).toEqual(['59 / 100']);
    expect(wrong(proveCgroupFiles, cat('memory.{max,swap.max}'), '67108864\nmax').wrong).toEqual([]);
    expect(wrong(proveCgroupFiles, cat('memory.{max,swap.max}'), '67108864\n67108864').wrong).toEqual([
      'max / 67108864',
    ]);
    expect(wrong(proveCgroupFiles, cat('io.max'), '254:0 rbps=max wbps=1048576').wrong).toEqual([]);
    expect(wrong(proveCgroupFiles, cat('io.max'), '254:0 rbps=max wbps=1048577').wrong).toHaveLength(1);
  });
});
