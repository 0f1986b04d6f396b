import { describe, expect, test } from 'vitest';
import type { CgroupSample } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { sampleProvenance } from '../sample-recording.ts';
import type { Verdict } from './claim.ts';
import { proveSamples } from './samples.ts';

const host = (usage: number) => ({
  ...sampleHost({
    containers: [
      {
        name: 'web',
        meter: {
          cpuStat: { usage_usec: usage, nr_throttled: usage > 200_000 ? 9 : 0 },
          memoryMax: 64 * 2 ** 20,
          memoryPeak: 60 * 2 ** 20,
          pidsMax: 20,
        },
      },
    ],
  }),
  supply: { cpus: 2, memory: 4 * 2 ** 30, swap: 0 },
});
const path = host(0).cgroups[0]?.path ?? '';

/** What is wrong with these samples of a step, in which a container used CPU time from 0.1 s to 1 s. */
function told(samples: [t: number, counted: Omit<CgroupSample, 'path'>][]): string {
  const verdict: Verdict = { compared: 0, failures: [] };
  const step = {
    id: 'loop',
    before: host(100_000),
    after: host(1_000_000),
    samples: samples.map(([t, counted]) => ({ t, cgroups: [{ path, ...counted }] })),
  };
  proveSamples({ provenance: sampleProvenance, start: host(100_000), steps: [step] }, verdict);
  expect(verdict.compared).toBeGreaterThan(0);
  return verdict.failures.map(({ what, expected, found }) => `${what} ${expected} ${found}`).join('\n');
}

describe('proveSamples', () => {
  test('finds nothing in counters that grow between the readings, and values below their limits', () => {
    expect(told([[1, { usage: 100_000, throttled: 0 }], [2, { usage: 999_999, throttled: 9 }]])).toBe(''); // biome-ignore format: one line says it
    expect(told([[1, { memory: 60 * 2 ** 20 }]])).toBe('');
    expect(told([[1, { pids: 20 }]])).toBe('');
  });

  test('finds a time that does not go on, and a counter that goes back', () => {
    expect(told([[2, { pids: 1 }], [2, { pids: 1 }]])).toContain('the time between 2 s and 2 s'); // biome-ignore format: one line says it
    expect(told([[1, { usage: 300_000 }], [2, { usage: 200_000 }]])).toContain('how usage grew'); // biome-ignore format: one line says it
  });

  test('finds memory in parts of a page, and what goes up and comes down between three samples', () => {
    const mib = 2 ** 20;
    expect(told([[1, { memory: 4097 }]])).toContain('whole pages of 4096 bytes 4097');
    const ramp = (middle: number) => told([[1, { memory: 8 * mib }], [1.1, { memory: middle }], [1.2, { memory: 12 * mib }]]); // biome-ignore format: one line says it
    expect(ramp(10 * mib)).toBe('');
    expect(ramp(50 * mib)).toContain('memory at 1.1 s in step loop');
    expect(ramp(0)).toContain('memory at 1.1 s in step loop');
    expect(told([[1, { pids: 18 }], [1.1, { pids: 3 }], [1.2, { pids: 18 }]])).toContain('as before and after it 3'); // biome-ignore format: one line says it
  });

  test('finds a value beyond the readings, the limit, the peak, or what the CPUs can give', () => {
    expect(told([[1, { usage: 1_000_001 }]])).toContain('at most 1000000');
    expect(told([[1, { usage: 99_999 }]])).toContain('at least 100000');
    expect(told([[1, { throttled: 10 }]])).toContain('throttled at 1 s in step loop at most 9');
    expect(told([[1, { memory: 61 * 2 ** 20 }]])).toContain(`at most ${60 * 2 ** 20}`);
    expect(told([[1, { pids: 21 }]])).toContain('pids at 1 s in step loop at most 20');
    expect(told([[1, { usage: 100_000 }], [1.1, { usage: 900_000 }]])).toContain('the CPU time between'); // biome-ignore format: one line says it
  });
});
