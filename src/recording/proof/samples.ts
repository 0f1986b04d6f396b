import { writtenBy } from '../../host/cgroups.ts';
import type { Cgroup, HostFacts } from '../../host/facts.ts';
import type { Sample, StepFacts, TakeFacts } from '../recording.ts';
import { compare, type Verdict } from './claim.ts';

/** CPU time is counted at ticks, and on an emulated CPU a tick may come late: what was used then stands in the next sample. */
const spareSeconds = 0.15;

/**
 * Compares the samples of each step with each other and with the readings around it: time goes on, counters grow and lie
 * between those readings, nothing goes over a limit or over its own peak, and no CPU time is used that the host has not got.
 */
export function proveSamples(facts: TakeFacts, verdict: Verdict): void {
  for (const [index, step] of facts.steps.entries()) {
    const { samples = [] } = step;
    const before = step.before ?? facts.steps[index - 1]?.after ?? facts.start;
    for (const [at, sample] of samples.entries()) {
      proveLimits(sample, step, before, verdict);
      const earlier = samples[at - 1];
      if (earlier) provePair(earlier, sample, step, verdict);
      const next = samples[at + 1];
      if (earlier && next) proveNoSpike(earlier, sample, next, step, verdict);
    }
  }
}

/** What goes up and down does not go there and back between three samples, tenths of a second from each other. */
function proveNoSpike(earlier: Sample, now: Sample, next: Sample, { id }: StepFacts, verdict: Verdict): void {
  for (const counted of now.cgroups) {
    const [old, following] = [earlier, next].map(({ cgroups }) => cgroups.find(({ path }) => path === counted.path));
    for (const [name, spare] of [
      ['memory', 4 * 2 ** 20],
      ['pids', 1],
    ] as const) {
      const [a, b, c] = [old?.[name], counted[name], following?.[name]];
      if (a === undefined || b === undefined || c === undefined) continue;
      const [low, high] = [Math.min(a, c) - spare, Math.max(a, c) + spare];
      compare(
        verdict,
        b >= low && b <= high,
        `${name} at ${now.t} s in step ${id}`,
        `${low} to ${high}, as before and after it`,
        String(b),
      );
    }
  }
}

function proveLimits(sample: Sample, { id, after }: StepFacts, before: HostFacts, verdict: Verdict): void {
  for (const counted of sample.cgroups) {
    const [old, now] = [before, after].map(({ cgroups }) => cgroups.find(({ path }) => path === counted.path));
    const group = now ?? old;
    for (const name of names) {
      const value = counted[name];
      if (value === undefined) continue;
      const what = `${name} at ${sample.t} s in step ${id}`;
      // Memory is counted in pages.
      if (name === 'memory') compare(verdict, value % 4096 === 0, what, 'whole pages of 4096 bytes', String(value));
      const { counter, limits } = readings[name];
      const least = old && counter?.(old);
      const most = [now && counter?.(now), ...(group ? limits(group) : [])];
      if (least !== undefined) compare(verdict, value >= least, what, `at least ${least}`, String(value));
      for (const limit of most)
        if (limit !== undefined && limit >= 0)
          compare(verdict, value <= limit, what, `at most ${limit}`, String(value));
    }
  }
}

const names = ['usage', 'throttled', 'memory', 'pids', 'written'] as const;

/** Where a reading has the same counter, which only grows, and what the value may not go over. */
const readings: Record<
  (typeof names)[number],
  { counter?: (group: Cgroup) => number | undefined; limits: (group: Cgroup) => (number | undefined)[] }
> = {
  usage: { counter: ({ cpuStat }) => cpuStat.usage_usec, limits: () => [] },
  throttled: { counter: ({ cpuStat }) => cpuStat.nr_throttled, limits: () => [] },
  memory: { limits: ({ memoryMax, memoryPeak }) => [memoryMax, memoryPeak] },
  pids: { limits: ({ pidsMax }) => [pidsMax] },
  written: { counter: (group) => group.ioStat && writtenBy(group), limits: () => [] },
};

function provePair(earlier: Sample, now: Sample, { id, after }: StepFacts, verdict: Verdict): void {
  const between = `between ${earlier.t} s and ${now.t} s in step ${id}`;
  compare(verdict, now.t > earlier.t, `the time ${between}`, 'later', String(now.t));
  for (const counted of now.cgroups) {
    const old = earlier.cgroups.find(({ path }) => path === counted.path);
    if (!old) continue;
    for (const name of names) {
      if (!readings[name].counter) continue;
      const grown = (counted[name] ?? 0) - (old[name] ?? 0);
      compare(verdict, grown >= 0, `how ${name} grew ${between}`, 'by nothing or more', String(grown));
    }
    if (!after.supply || counted.usage === undefined) continue;
    const most = (now.t - earlier.t + spareSeconds) * after.supply.cpus;
    const spent = (counted.usage - (old.usage ?? 0)) / 1e6;
    compare(verdict, spent <= most, `the CPU time ${between}`, `at most ${most.toFixed(3)} s`, `${spent.toFixed(3)} s`);
  }
}
