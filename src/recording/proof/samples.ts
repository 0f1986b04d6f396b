import type { Cgroup, CgroupSample, HostFacts } from '../../host/facts.ts';
import type { Sample, StepFacts, TakeFacts } from '../recording.ts';
import { compare, type Verdict } from './claim.ts';

/** Clocks are read a little before and after the counters that they time. */
const spareSeconds = 0.05;

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
    }
  }
}

function proveLimits(sample: Sample, { id, after }: StepFacts, before: HostFacts, verdict: Verdict): void {
  for (const counted of sample.cgroups) {
    const [old, now] = [before, after].map(({ cgroups }) => cgroups.find(({ path }) => path === counted.path));
    const most = (name: string, value: number, limit: number | undefined) => {
      if (limit === undefined || limit < 0) return;
      compare(verdict, value <= limit, `${name} at ${sample.t} s in step ${id}`, `at most ${limit}`, String(value));
    };
    const least = (name: string, value: number, limit: number | undefined) => {
      if (limit === undefined) return;
      compare(verdict, value >= limit, `${name} at ${sample.t} s in step ${id}`, `at least ${limit}`, String(value));
    };
    for (const [name, of] of counters) {
      least(name, counted[name], old && of(old));
      most(name, counted[name], now && of(now));
    }
    const group = now ?? old;
    most('memory', counted.memory, group?.memoryMax);
    most('memory', counted.memory, now?.memoryPeak);
    most('pids', counted.pids, group?.pidsMax);
    least('pids', counted.pids, 0);
  }
}

const counters: [name: 'usage' | 'throttled' | 'written', of: (group: Cgroup) => number | undefined][] = [
  ['usage', ({ cpuStat }) => cpuStat.usage_usec],
  ['throttled', ({ cpuStat }) => cpuStat.nr_throttled],
  ['written', ({ ioStat }) => ioStat && Object.values(ioStat).reduce((sum, { wbytes = 0 }) => sum + wbytes, 0)],
];

function provePair(earlier: Sample, now: Sample, { id, after }: StepFacts, verdict: Verdict): void {
  const between = `between ${earlier.t} s and ${now.t} s in step ${id}`;
  compare(verdict, now.t > earlier.t, `the time ${between}`, 'later', String(now.t));
  for (const counted of now.cgroups) {
    const old = earlier.cgroups.find(({ path }) => path === counted.path);
    if (!old) continue;
    for (const [name] of counters) {
      const grown = counted[name] - old[name];
      compare(verdict, grown >= 0, `how ${name} grew ${between}`, 'by nothing or more', String(grown));
    }
    if (after.supply)
      proveSpent(old, counted, (now.t - earlier.t + spareSeconds) * after.supply.cpus, between, verdict);
  }
}

function proveSpent(old: CgroupSample, now: CgroupSample, most: number, between: string, verdict: Verdict): void {
  const spent = (now.usage - old.usage) / 1e6;
  compare(verdict, spent <= most, `the CPU time ${between}`, `at most ${most.toFixed(3)} s`, `${spent.toFixed(3)} s`);
}
