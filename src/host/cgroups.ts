import type { Cgroup, HostFacts } from './facts.ts';
import { containerNamed, firstProcess } from './views.ts';

/** The cgroup of a container, told by the id in its path, and where no engine gave it one by its first process; undefined when the container is gone or does not run. */
export function cgroupOf(name: string, facts: HostFacts): Cgroup | undefined {
  const container = containerNamed(name, facts);
  if (container?.id) return facts.cgroups.find(({ path }) => path.includes(container.id));
  const first = container && firstProcess(container, facts);
  return first && facts.cgroups.find(({ path }) => path === first.cgroup);
}

/** The quota as a number of CPUs: 0.25; undefined when there is none. */
export function quotaOf({ cpuMax: [quota, period] }: Pick<Cgroup, 'cpuMax'>): number | undefined {
  return quota < 0 ? undefined : quota / period;
}

/** How many bytes a second a cgroup may write to the device that is limited the most; undefined when none is. */
export function writeLimitOf({ ioMax = {} }: Pick<Cgroup, 'ioMax'>): number | undefined {
  const limits = Object.values(ioMax).flatMap(({ wbps = -1 }) => (wbps < 0 ? [] : [wbps]));
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** Bytes written, over all devices. */
export function writtenBy({ ioStat = {} }: Pick<Cgroup, 'ioStat'>): number {
  return Object.values(ioStat).reduce((sum, { wbytes = 0 }) => sum + wbytes, 0);
}

const mebibytes = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;
/** A limit in MiB; "max" where there is none. */
const most = (bytes: number | undefined) => bytes && (bytes < 0 ? 'max' : mebibytes(bytes));

/** What a sentence may quote of a cgroup; bytes are told in MiB, times in milliseconds. */
export function cgroupValues(group: Cgroup): Record<string, string | number | undefined> {
  const { cpuMax, cpuStat, memoryEvents, memoryStat } = group;
  const part = (name: string) => {
    const bytes = memoryStat?.[name];
    return bytes === undefined ? undefined : mebibytes(bytes);
  };
  const limit = writeLimitOf(group);
  return {
    path: group.path,
    cpuMax: `${cpuMax[0] < 0 ? 'max' : cpuMax[0]} ${cpuMax[1]}`,
    quota: cpuMax[0] < 0 ? 'max' : cpuMax[0],
    period: cpuMax[1],
    cpus: quotaOf(group),
    cpuWeight: group.cpuWeight,
    usageMs: Math.round((cpuStat.usage_usec ?? 0) / 1000),
    nrPeriods: cpuStat.nr_periods,
    nrThrottled: cpuStat.nr_throttled,
    throttledMs: Math.round((cpuStat.throttled_usec ?? 0) / 1000),
    memoryMax: group.memoryMax < 0 ? 'max' : group.memoryMax,
    memoryMaxMiB: most(group.memoryMax),
    memoryMiB: mebibytes(group.memoryCurrent),
    memoryPeakMiB: most(group.memoryPeak),
    swapMaxMiB: most(group.memorySwapMax),
    anonMiB: part('anon'),
    fileMiB: part('file'),
    shmemMiB: part('shmem'),
    oomKills: memoryEvents.oom_kill,
    atMax: memoryEvents.max,
    pidsMax: group.pidsMax < 0 ? 'max' : group.pidsMax,
    pids: group.pidsCurrent,
    refused: group.pidsEvents?.max,
    writtenMiB: group.ioStat && mebibytes(writtenBy(group)),
    writeLimitMiB: most(limit),
  };
}
