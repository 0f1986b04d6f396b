import { capabilityNames } from '../../host/capabilities.ts';
import type { Cgroup, Container, Fence, HostFacts } from '../../host/facts.ts';
import type { TakeFacts } from '../recording.ts';
import { provePair } from './between-readings.ts';
import { compare, same, type Verdict } from './claim.ts';

/**
 * Compares what the readings of a take say of limits, counters and settings: with their own sums, with the reading before, and
 * with what was typed. `lines`: everything that was typed, or that prepared the host.
 */
export function proveReadings(facts: TakeFacts, moments: HostFacts[], lines: string[], verdict: Verdict): void {
  const runs = runsIn(lines);
  for (const [index, now] of moments.entries()) {
    proveHost(now, facts, verdict);
    for (const group of now.cgroups) proveGroup(group, now, verdict);
    for (const container of now.containers) proveContainer(container, now, runs, lines, verdict);
    proveLinks(now, verdict);
    const before = moments[index - 1];
    if (before) provePair(before, now, lines, verdict);
  }
}

function atMost(verdict: Verdict, what: string, limit: number | undefined, found: number | undefined): void {
  if (limit !== undefined && found !== undefined && limit >= 0)
    compare(verdict, found <= limit, what, `at most ${limit}`, `${found}`);
}

function proveHost(now: HostFacts, { provenance }: TakeFacts, verdict: Verdict): void {
  same(verdict, 'the host’s kernel', provenance.kernel, now.kernel);
  atMost(verdict, 'the listed processes', now.processCount, now.processes.length);
  const host = now.machines?.find(({ kind }) => kind === 'host');
  if (host) {
    same(
      verdict,
      'the host among the machines',
      [1, now.processCount, now.kernel, now.hostname],
      [host.pid, host.processes, host.kernel, host.hostname],
    );
    if (now.slab)
      same(verdict, 'the host’s boot id and memory', [now.slab.bootId, now.slab.memory], [host.bootId, host.memory]);
  }
  if (now.supply && now.slab) same(verdict, 'the host’s memory', now.slab.memory * 1024, now.supply.memory);
  for (const { path } of now.cgroups)
    compare(
      verdict,
      now.containers.some(({ id }) => path === `/system.slice/docker-${id}.scope`),
      'a cgroup',
      'that of a listed container',
      path,
    );
  for (const { links = [] } of now.namespaces)
    for (const { name, index, addresses } of links)
      if (name === 'lo')
        same(
          verdict,
          'the loopback',
          [1, []],
          [index, addresses.filter((address) => address !== '127.0.0.1/8' && address !== '::1/128')],
        );
  const host1 = now.processes.find(({ pid }) => pid === 1);
  for (const { pid, cgroup, cgroupSeen, ns } of now.processes) {
    const contained = now.containers.some(({ id }) => cgroup === `/system.slice/docker-${id}.scope`);
    if (contained && cgroupSeen !== undefined && ns.cgroup !== host1?.ns.cgroup)
      same(verdict, `the path that process ${pid} sees`, '/', cgroupSeen);
  }
  // The host's page size: memory comes in whole pages.
  if (now.supply)
    compare(
      verdict,
      now.supply.memory % 4096 === 0 && now.supply.cpus >= 1 && now.supply.cpus <= 64,
      'what the host has',
      'whole pages and some CPUs',
      JSON.stringify(now.supply),
    );
}

/** cgroup-v2.rst: what each file counts, and what it can't be more than. */
function proveGroup(group: Cgroup, now: HostFacts, verdict: Verdict): void {
  const of = (what: string) => `${what} of ${group.path.slice(0, 32)}`;
  const { cpuStat, memoryStat, memoryEvents } = group;
  const members = now.processes.filter(({ cgroup }) => cgroup === group.path);
  const owner = now.containers.find(({ id }) => group.path.includes(id));
  const sandboxed = now.machines?.some(({ kind, name }) => kind === 'sandbox' && name === owner?.name);
  if (owner && !sandboxed) same(verdict, of('pids.current'), members.length, group.pidsCurrent);
  atMost(verdict, of('pids.current'), group.pidsMax, group.pidsCurrent);
  atMost(verdict, of('memory.current'), group.memoryMax, group.memoryCurrent);
  atMost(verdict, of('memory.peak'), group.memoryMax, group.memoryPeak);
  atMost(verdict, of('memory.current'), group.memoryPeak, group.memoryCurrent);
  for (const [what, bytes] of [
    ['memory.current', group.memoryCurrent],
    ['memory.peak', group.memoryPeak],
  ] as const)
    if (bytes !== undefined) compare(verdict, bytes % 4096 === 0, of(what), 'whole pages of 4096 bytes', `${bytes}`);
  const {
    usage_usec: usage = 0,
    user_usec: user = 0,
    system_usec: system = 0,
    nr_periods: periods,
    nr_throttled: throttled,
  } = cpuStat;
  compare(
    verdict,
    Math.abs(usage - user - system) <= 2,
    of('usage_usec'),
    `${user + system}, user and system`,
    `${usage}`,
  );
  atMost(verdict, of('nr_throttled'), periods, throttled);
  atMost(verdict, of('nice_usec'), user, cpuStat.nice_usec);
  if ((throttled ?? 0) === 0) same(verdict, of('throttled_usec'), 0, cpuStat.throttled_usec ?? 0);
  // A disk is read and written in sectors.
  for (const { rbytes = 0, wbytes = 0 } of Object.values(group.ioStat ?? {}))
    compare(
      verdict,
      rbytes % 512 === 0 && wbytes % 512 === 0,
      of('io.stat'),
      'whole sectors of 512 bytes',
      `${rbytes}, ${wbytes}`,
    );
  // Nothing is protected, pressed or saved up for a burst unless someone writes a file that Docker leaves alone.
  same(
    verdict,
    of('low and high events, and bursts'),
    [0, 0, 0, 0],
    [memoryEvents.low ?? 0, memoryEvents.high ?? 0, cpuStat.nr_bursts ?? 0, cpuStat.burst_usec ?? 0],
  );
  // A period is begun only where there is a quota.
  if (group.cpuMax[0] < 0) same(verdict, of('nr_periods'), 0, periods ?? 0);
  if (memoryStat) {
    const { anon = 0, file = 0, shmem = 0 } = memoryStat;
    atMost(verdict, of('anon and file'), group.memoryCurrent, anon + file);
    atMost(verdict, of('shmem'), file, shmem);
    for (const [name, bytes] of Object.entries(memoryStat))
      compare(verdict, bytes % 4096 === 0, of(name), 'whole pages of 4096 bytes', `${bytes}`);
  }
  // A kill follows an oom event; cgroup-v2.rst, memory.events.
  if ((memoryEvents.oom_kill ?? 0) > 0)
    compare(verdict, (memoryEvents.oom ?? 0) > 0, of('oom events'), 'some', `${memoryEvents.oom}`);
  if (group.memoryMax < 0)
    same(verdict, of('oom and max events without a limit'), [0, 0], [memoryEvents.oom ?? 0, memoryEvents.max ?? 0]);
  if (group.memoryPeak !== undefined && group.memoryMax >= 0 && (memoryEvents.max ?? 0) > 0)
    compare(
      verdict,
      group.memoryPeak > group.memoryMax * 0.9,
      of('memory.peak after the limit was hit'),
      `near ${group.memoryMax}`,
      `${group.memoryPeak}`,
    );
}

/** The `docker run` lines of a take by the name that they give; a name may be given again. */
function runsIn(lines: string[]): Map<string, string[]> {
  const runs = new Map<string, string[]>();
  for (const line of lines)
    for (const [run, name = ''] of line.matchAll(/docker run [^;&|]*?--name[ =](\S+)[^;&|]*/g))
      runs.set(name, [...(runs.get(name) ?? []), run]);
  return runs;
}

const units: Record<string, number> = {
  '': 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  kb: 2 ** 10,
  mb: 2 ** 20,
  gb: 2 ** 30,
};
const bytes = (text: string) => Number.parseInt(text, 10) * (units[text.replace(/^\d+/, '').toLowerCase()] ?? 1);
const option = (run: string, name: string) => new RegExp(` ${name}[ =](\\S+)`).exec(run)?.[1];

/** What Docker was asked for, of which one `docker run` line of that name must be right. */
function proveContainer(
  container: Container,
  now: HostFacts,
  runs: Map<string, string[]>,
  lines: string[],
  verdict: Verdict,
): void {
  const typed = runs.get(container.name);
  compare(verdict, typed !== undefined, 'a container’s name', [...runs.keys()].join(' or ') || 'none', container.name);
  if (!typed) return;
  const of = (what: string) => `${what} of container ${container.name}`;
  const images = typed.flatMap((run) => run.match(/\bisolate-lab:\d+/g) ?? []);
  compare(verdict, images.includes(container.image), of('the image'), images.join(' or '), container.image);
  const states = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
  compare(
    verdict,
    states.includes(container.status) && (container.status === 'running') === container.pid > 0,
    of('the state'),
    'one of Docker’s, running with a process',
    `${container.status}, ${container.pid}`,
  );
  // Docker has no exit code of what runs; whoever is killed has 128 and SIGKILL's 9.
  if (container.status === 'running') same(verdict, of('the exit code'), 0, container.exitCode);
  else if (container.status === 'exited') {
    const ended = lines.some((line) => /kill -KILL|docker (kill|stop)/.test(line)) ? [137, 0] : [0];
    compare(
      verdict,
      ended.includes(container.exitCode),
      of('the exit code'),
      ended.join(' or '),
      `${container.exitCode}`,
    );
  }
  const first = now.processes.find(({ pid }) => pid === container.pid);
  const group = now.cgroups.find(({ path }) => path.includes(container.id));
  const one = (what: string, expected: (run: string) => unknown, found: unknown) => {
    const values = typed.map(expected);
    if (values.every((value) => value === undefined)) return;
    compare(
      verdict,
      values.some((value) => JSON.stringify(value) === JSON.stringify(found)),
      of(what),
      values.map((value) => JSON.stringify(value)).join(' or '),
      JSON.stringify(found) ?? 'nothing',
    );
  };
  if (first?.args && !now.machines?.some(({ kind, pid }) => kind === 'sandbox' && pid === first.pid))
    one('the command', (run) => /isolate-lab:\d+ ([^'"]+)$/.exec(run)?.[1]?.trim(), first.args);
  if (group) {
    const memory = (run: string) => option(run, '(?:--memory|-m)');
    one('memory.max', (run) => (memory(run) === undefined ? -1 : bytes(memory(run) ?? '')), group.memoryMax);
    one(
      'pids.max',
      (run) =>
        option(run, '--pids-limit') === undefined
          ? group.pidsMax > 1000
            ? group.pidsMax
            : -1
          : Number(option(run, '--pids-limit')),
      group.pidsMax,
    );
    one('cpu.max', cpuMaxOf, group.cpuMax);
    if (group.memorySwapMax !== undefined)
      one('memory.swap.max', (run) => (memory(run) === undefined ? -1 : bytes(memory(run) ?? '')), group.memorySwapMax);
    if (group.ioMax)
      one(
        'io.max',
        (run) =>
          option(run, '--device-write-bps') === undefined
            ? []
            : [bytes(option(run, '--device-write-bps')?.split(':')[1] ?? '')],
        Object.values(group.ioMax).map(({ wbps }) => wbps),
      );
    // Without a wish 100; a wish lies between 1 and 10000, and fewer shares are less. cgroup-v2.rst, cpu.weight
    if (group.cpuWeight !== undefined && typed.every((run) => option(run, '--cpu-shares') === undefined))
      same(verdict, of('cpu.weight'), 100, group.cpuWeight);
  }
  if (first?.fence && typed.every((run) => !/ -u /.test(run))) one('the fence', fenceAsked, first.fence);
}

function cpuMaxOf(run: string): [number, number] {
  const [cpus, quota, period] = ['--cpus', '--cpu-quota', '--cpu-period'].map((name) => option(run, name));
  if (cpus !== undefined) return [Math.round(Number(cpus) * 100_000), 100_000];
  return quota === undefined ? [-1, 100_000] : [Number(quota), Number(period ?? 100_000)];
}

// moby/profiles and daemon/pkg/oci/caps: what Docker gives unless asked.
const usual = 0xa80425fbn;
const whole = (1n << 41n) - 1n;

function fenceAsked(run: string): Fence {
  const privileged = run.includes('--privileged');
  const added = [...run.matchAll(/--cap-add (\w+)/g)].map(([, name = '']) =>
    capabilityNames(whole.toString(16).padStart(16, '0')).indexOf(`cap_${name.toLowerCase()}`),
  );
  const mask = (privileged ? whole : added.reduce((all, bit) => all | (1n << BigInt(bit)), usual))
    .toString(16)
    .padStart(16, '0');
  const off = (name: string) => privileged || run.includes(`${name}=unconfined`);
  return {
    ...{ permitted: mask, effective: mask, bounding: mask, noNewPrivs: run.includes('no-new-privileges') },
    ...{ seccomp: off('seccomp') ? 0 : 2, label: off('apparmor') ? 'unconfined' : 'docker-default (enforce)' },
  };
}

/** A veth's two ends name each other by their indices. */
function proveLinks({ namespaces }: HostFacts, verdict: Verdict): void {
  const all = namespaces.flatMap(({ links = [] }) => links);
  // Docker calls the inner end eth0 and the outer one veth and a number; other ends may be where no listed process is.
  const pairs = all.filter(
    ({ name, kind, peerIndex }) => name === 'eth0' && kind === 'veth' && peerIndex !== undefined,
  );
  for (const { name, index, peerIndex } of pairs) {
    const ends = all.filter((link) => link.name.startsWith('veth') && link.index === peerIndex);
    if (ends.length > 0)
      compare(
        verdict,
        ends.some((link) => link.peerIndex === index),
        `the other end of ${name}`,
        `a link whose other end is ${index}`,
        ends.map((link) => link.peerIndex).join(' or '),
      );
  }
  for (const { links = [] } of namespaces)
    for (const { name, master } of links)
      if (master !== undefined)
        compare(
          verdict,
          links.some((link) => link.name === master),
          `the bridge of ${name}`,
          'a link of the same namespace',
          master,
        );
}
