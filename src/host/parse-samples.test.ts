import { expect, test } from 'vitest';
import { parseSamples } from './parse-samples.ts';

const scope = (id: string) => `/system.slice/docker-${id}.scope`;

test('samples are read with the second of the guest’s clock and each cgroup’s count', () => {
  const text = `== 1795499180.543667\n${scope('a')} usage=905245 throttled=3\n${scope('b')} usage=12 throttled=0\n== 1795499180.600001\n`;
  expect(parseSamples(text)).toEqual([
    {
      at: 1795499180.543667,
      cgroups: [
        { path: scope('a'), usage: 905245, throttled: 3 },
        { path: scope('b'), usage: 12, throttled: 0 },
      ],
    },
    { at: 1795499180.600001, cgroups: [] },
  ]);
});

test('a cgroup that went away while it was read, and a line that was cut short, leave nothing', () => {
  const text = `== 1.000000\n${scope('a')} memory=\n${scope('b')}\n${scope('c')} pids=7\n== 2.00`;
  expect(parseSamples(text)).toEqual([{ at: 1, cgroups: [{ path: scope('c'), pids: 7 }] }]);
});
