import type { Cgroup, HostFacts, Link, Machine, Mount, Namespace } from '../../host/facts.ts';
import { compare, same, type Verdict } from './claim.ts';

/** Compares two readings of one take, one after the other: counters grow, and what can't change has not. */
export function provePair(before: HostFacts, now: HostFacts, lines: string[], verdict: Verdict): void {
  for (const group of now.cgroups) {
    const old = before.cgroups.find(({ path }) => path === group.path);
    if (!old) continue;
    const of = (what: string) => `${what} of ${group.path.slice(0, 32)}`;
    const limits = ({ cpuMax, memoryMax, pidsMax, cpuWeight, memorySwapMax, ioMax }: Cgroup) => [
      cpuMax,
      memoryMax,
      pidsMax,
      cpuWeight,
      memorySwapMax,
      ioMax,
    ];
    same(verdict, of('the limits'), limits(old), limits(group));
    const counters = ({ cpuStat, memoryEvents, pidsEvents = {}, memoryPeak = 0, ioStat = {} }: Cgroup) =>
      Object.entries({
        ...cpuStat,
        ...memoryEvents,
        pidsEvents: pidsEvents.max ?? 0,
        memoryPeak,
        ...Object.fromEntries(
          Object.entries(ioStat).flatMap(([device, stat]) =>
            Object.entries(stat).map(([name, count]) => [`${device} ${name}`, count]),
          ),
        ),
      });
    // A container that was started anew has a cgroup that was: it counts from nothing.
    const pidOf = ({ containers }: HostFacts) => containers.find(({ id }) => group.path.includes(id))?.pid;
    if (pidOf(before) !== pidOf(now)) continue;
    const earlier = new Map(counters(old));
    for (const [name, count] of counters(group))
      compare(verdict, count >= (earlier.get(name) ?? 0), of(name), `at least ${earlier.get(name)}`, `${count}`);
  }
  proveMachines(before, now, verdict);
  proveLoads(before, now, verdict);
  same(verdict, 'kernel settings', before.slab?.sysctls, now.slab?.sysctls);
  const steady = (facts: HostFacts) => [
    facts.supply,
    facts.slab?.bootId,
    facts.slab?.memory,
    facts.slab?.disk,
    facts.lastCapability,
    facts.kernel,
  ];
  same(verdict, 'what the host has', steady(before), steady(now));
  for (const container of now.containers) {
    const old = before.containers.find(({ id }) => id === container.id);
    // A name is given again only when its container is gone.
    const namesake = before.containers.find(({ name }) => name === container.name);
    const removed = lines.some((line) => line.includes(`docker rm -f ${container.name}`));
    if (namesake && !removed) same(verdict, `the id of container ${container.name}`, namesake.id, container.id);
    if (old)
      same(
        verdict,
        `container ${container.name}`,
        [old.name, old.image, old.devices, old.python],
        [container.name, container.image, container.devices, container.python],
      );
  }
  for (const process of now.processes) {
    const old = before.processes.find(({ pid, started }) => pid === process.pid && started === process.started);
    if (!old || process.zombie) continue;
    // Whoever leaves the host's namespaces becomes another program and another user.
    if (!now.strangers?.includes(process.pid))
      same(
        verdict,
        `who process ${process.pid} is`,
        [old.ppid, old.uid, old.user, old.comm, old.args, old.fence, old.cgroupSeen],
        [process.ppid, process.uid, process.user, process.comm, process.args, process.fence, process.cgroupSeen],
      );
  }
  // An inode is given again as soon as a namespace is gone: it is the same one if someone stayed in it.
  const stayed = now.processes.filter(({ pid, started }) =>
    before.processes.some((old) => old.pid === pid && old.started === started),
  );
  for (const namespace of now.namespaces) {
    const { kind, inode } = namespace;
    const old = before.namespaces.find((each) => each.kind === kind && each.inode === inode);
    const within = stayed.filter(({ ns }) => ns[kind] === inode);
    if (old && within.length > 0)
      proveNamespace(
        old,
        namespace,
        within.some(({ pid }) => pid === 1),
        lines,
        pluggedIn(inode, now, lines),
        verdict,
      );
  }
  // Of the host's own processes some come and go, a session of a user with its services at most.
  const others = ({ processCount, processes }: HostFacts) => processCount - processes.length;
  const grown = others(now) - others(before);
  compare(
    verdict,
    grown <= 16 && grown >= -24,
    'how many of the host’s own processes came or went',
    '-24 to 16',
    `${grown}`,
  );
}

/** What of a link does not change; a link may get a MAC address, a bridge or a peer after it was first seen. */
function valuesOf(link: Link, other: Link): unknown[] {
  const { name, index, kind, peerIndex } = link;
  return [
    name,
    index,
    kind,
    peerIndex,
    link.mac || other.mac,
    link.master ?? other.master,
    link.peerNetnsid ?? other.peerNetnsid,
  ];
}

/** The same machine has the same kernel, memory and name. */
function proveMachines(before: HostFacts, now: HostFacts, verdict: Verdict): void {
  const told = ({ kind, kernel, bootId, memory, hostname }: Machine) => [kind, kernel, bootId, memory, hostname];
  for (const machine of now.machines ?? []) {
    const old = before.machines?.find(({ name, pid }) => name === machine.name && pid === machine.pid);
    if (old) same(verdict, `the machine ${machine.name}`, told(old), told(machine));
  }
}

/** kernel/sched/loadavg.c: an average moves towards the tasks that run, in two minutes by eight of them at most. */
function proveLoads(before: HostFacts, now: HostFacts, verdict: Verdict): void {
  for (const [index, span] of [60, 300, 900].entries()) {
    const [a, b] = [before, now].map(({ slab }) => (slab ? Number(slab.load[index]) : undefined));
    const most = (1 - Math.exp(-120 / span)) * 8;
    if (a === undefined || b === undefined) continue;
    compare(
      verdict,
      Math.abs(a - b) <= most,
      `the load average over ${span / 60} min`,
      `${a} within ${most.toFixed(2)}`,
      `${b}`,
    );
  }
}

/** How many cables these lines plug into a container whose processes are in this network namespace. */
function pluggedIn(inode: number, { containers, processes }: HostFacts, lines: string[]): number {
  const named = containers.filter(({ pid }) => processes.some((each) => each.pid === pid && each.ns.net === inode));
  const typed = lines.map((line) => /^docker network connect \S+ (\S+)$/.exec(line)?.[1]);
  return typed.filter((name) => named.some((container) => container.name === name)).length;
}

function proveNamespace(
  old: Namespace,
  now: Namespace,
  hosts: boolean,
  lines: string[],
  plugged: number,
  verdict: Verdict,
): void {
  const what = (name: string) => `${name} of ${now.kind} namespace ${now.inode}`;
  if (!lines.some((line) => /\bhostname \w/.test(line)))
    same(verdict, what('the hostname'), old.hostname, now.hostname);
  same(verdict, what('the domain'), old.domain, now.domain);
  same(verdict, what('the uid map'), old.uidMap, now.uidMap);
  // Veths and bridges come and go with containers and networks; what else there is stays.
  const lasting = (links: Link[]) => links.flatMap(({ name }) => (/^(?:veth|br-)/.test(name) ? [] : name)).sort();
  if (now.links && old.links) {
    // Docker names what it puts into a container eth0, eth1 and so on. What is typed is that of the whole take.
    const had = old.links.filter(({ name }) => /^eth\d+$/.test(name)).length;
    const more = Array.from({ length: plugged }, (_, index) => `eth${had + index}`);
    const grown = [...lasting(old.links), ...more].sort();
    const came = more.length > 0 && lasting(now.links).join() === grown.join();
    same(verdict, what('the links'), came ? grown : lasting(old.links), lasting(now.links));
  }
  for (const link of now.links ?? []) {
    const before = old.links?.find(({ name, index }) => name === link.name || index === link.index);
    if (before) same(verdict, what(`link ${link.name}`), valuesOf(before, link), valuesOf(link, before));
    const known = before?.addresses ?? [];
    compare(
      verdict,
      known.every((address) => link.addresses.includes(address)),
      what(`the addresses of ${link.name}`),
      known.join(),
      link.addresses.join(),
    );
  }
  // Docker mounts and unmounts on the host; inside, only who types mount does.
  if (now.mounts && old.mounts) {
    // Who types mount changes what the line names; Docker mounts and unmounts below /run and /var/lib, and may take options from the
    // cgroup file system (lab/take.ts). A container's mounts reach whoever has the host's root mounted, too.
    const named = new Set(
      lines.filter((line) => /\bmount /.test(line)).flatMap((line) => line.match(/\/[\w/]+/g) ?? []),
    );
    const docker = /^\/(?:host\/)?(?:run\/(?:docker|user|netns|credentials)|var\/lib|home)(?:\/|$)/;
    const own = ({ target, type }: Mount) =>
      type !== 'nsfs' &&
      (type !== 'overlay' || target === '/') &&
      !named.has(target) &&
      (!hosts || !docker.test(target));
    const told = (mounts: Mount[]) =>
      mounts.filter(own).map(({ target, source, type, options, root }) =>
        // `--cgroupns=host` takes options from the host's mount of it.
        [target, source, type, root, target.endsWith('/sys/fs/cgroup') ? '' : options].join(' '),
      );
    const [a, b] = [told(old.mounts), told(now.mounts)];
    const different = [...a.filter((mount) => !b.includes(mount)), ...b.filter((mount) => !a.includes(mount))];
    compare(verdict, different.length === 0, what('the mounts'), 'the same as before', different.join('; '));
  }
  for (const { id, key, bytes: size } of now.sysvShm ?? []) {
    const before = old.sysvShm?.find((each) => each.id === id);
    if (before) same(verdict, what(`segment ${id}`), [before.key, before.bytes], [key, size]);
  }
  for (const { id, key, count } of now.sysvSem ?? []) {
    const before = old.sysvSem?.find((each) => each.id === id);
    if (before) same(verdict, what(`set ${id}`), [before.key, before.count], [key, count]);
  }
}
