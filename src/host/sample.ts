import {
  type Cgroup,
  type HostFacts,
  type Mount,
  type Namespace,
  type NsKind,
  nsKinds,
  type Process,
} from './facts.ts';

/** A made-up container for tests; what is left out is as Docker does it by default. */
export interface SampleContainer {
  name: string;
  pid?: number;
  args?: string;
  /** Processes besides the first. */
  others?: { comm: string; args: string; pid?: number }[];
  /** The walls that are the host's; user and time always are. */
  shared?: NsKind[];
  hostname?: string;
  /** The exit code, when it no longer runs. */
  exited?: number;
  image?: string;
  /** The container whose IPC namespace it joins; that one is before it. */
  joins?: string;
  /** What is in its own IPC namespace. */
  ipc?: SampleIpc;
  /** Directories of the host, by where they are seen. */
  binds?: Record<string, string>;
  /** What its cgroup says that was read; absent: nothing was. */
  meter?: Partial<Cgroup>;
}

/** What an IPC namespace holds: bytes of each segment, semaphores of each set, bytes of each file of /dev/shm. */
export interface SampleIpc {
  shm?: number[];
  sem?: number[];
  files?: Record<string, number>;
}

/** A plausible host for tests: never shown to a reader, whose numbers all come from recordings. */
export function sampleHost(options: {
  hostname?: string;
  kernel?: string;
  processCount?: number;
  containers?: SampleContainer[];
  ipc?: SampleIpc;
}): HostFacts {
  const hostname = options.hostname ?? 'dockerhost';
  const hostNs = namespacesFrom(4026531830);
  const facts: HostFacts = {
    hostname,
    kernel: options.kernel ?? '7.2.4+deb14-amd64',
    processCount: options.processCount ?? 103,
    processes: [
      daemon(1, 'systemd', '/sbin/init', hostNs),
      daemon(412, 'containerd', '/usr/bin/containerd', hostNs),
      daemon(447, 'dockerd', '/usr/sbin/dockerd -H fd://', hostNs),
    ],
    containers: [],
    namespaces: [
      { kind: 'uts', inode: hostNs.uts, hostname },
      ipcNamespace(hostNs.ipc, options.ipc),
      { kind: 'mnt', inode: hostNs.mnt, mounts: [mount('/', '/', 'ext4', '/dev/vda')] },
    ],
    cgroups: [],
  };
  (options.containers ?? []).forEach((sample, index) => {
    addContainer(facts, sample, index, hostNs);
  });
  facts.processes.sort((a, b) => a.pid - b.pid);
  return facts;
}

function addContainer(facts: HostFacts, sample: SampleContainer, index: number, hostNs: Record<NsKind, number>): void {
  const id = `445cdbbeee1${(4 + index).toString(16)}`.padEnd(64, '7fd5555b1ac7d183a9cd702c6b16398f7e26fa039');
  const running = sample.exited === undefined;
  const pid = sample.pid ?? 908 + index * 200;
  const base = { id, name: sample.name, image: sample.image ?? 'isolate-lab:13', exitCode: sample.exited ?? 0 };
  facts.containers.push({ ...base, pid: running ? pid : 0, status: running ? 'running' : 'exited' });
  if (!running) return;

  const shared = new Set<NsKind>(['user', 'time', ...(sample.shared ?? [])]);
  const ns = namespacesFrom(4026532200 + index * 10);
  for (const kind of shared) ns[kind] = hostNs[kind];
  const joined = facts.containers.find(({ name }) => name === sample.joins);
  const inJoined = facts.processes.find((process) => joined && joined.pid > 0 && process.pid === joined.pid);
  if (inJoined) ns.ipc = inJoined.ns.ipc;
  const shim = pid - 79 > 447 ? pid - 79 : pid + 1;
  facts.processes.push(daemon(shim, 'containerd-shim', `/usr/bin/containerd-shim-runc-v2 -id ${id}`, hostNs));
  const args = sample.args ?? 'sleep 1000';
  const all = [{ comm: args.split(' ')[0] ?? '', args, pid }, ...(sample.others ?? [])];
  all.forEach((process, order) => {
    const own = process.pid ?? pid + order * 8 + (order > 0 ? 1 : 0);
    facts.processes.push({
      ...daemon(own, process.comm, process.args, ns),
      nspid: shared.has('pid') ? [own] : [own, order === 0 ? 1 : order * 6 + 1],
      ppid: shim,
      started: 5000 + order,
      cgroup: `/system.slice/docker-${id}.scope`,
      ...(shared.has('cgroup') ? {} : { cgroupSeen: '/' }),
    });
  });
  if (!shared.has('uts'))
    facts.namespaces.push({ kind: 'uts', inode: ns.uts, hostname: sample.hostname ?? id.slice(0, 12) });
  facts.namespaces.push({ kind: 'pid', inode: ns.pid });
  if (sample.meter) facts.cgroups.push(cgroup(`/system.slice/docker-${id}.scope`, sample.meter));
  if (!shared.has('ipc') && !inJoined) facts.namespaces.push(ipcNamespace(ns.ipc, sample.ipc));
  if (!shared.has('mnt')) facts.namespaces.push({ kind: 'mnt', inode: ns.mnt, mounts: mountsOf(id, sample) });
}

/** A cgroup without limits, in which little happened yet. */
function cgroup(path: string, more: Partial<Cgroup>): Cgroup {
  return {
    path,
    cpuMax: [-1, 100000],
    cpuStat: { usage_usec: 120_000, nr_periods: 0, nr_throttled: 0, throttled_usec: 0 },
    memoryMax: -1,
    memoryCurrent: 3 * 2 ** 20,
    memoryEvents: { max: 0, oom_kill: 0 },
    pidsMax: 4666,
    pidsCurrent: 1,
    ...more,
  };
}

function ipcNamespace(inode: number, { shm = [], sem = [], files = {} }: SampleIpc = {}): Namespace {
  const key = (index: number) => 0x3a1c77e0 + index;
  return {
    kind: 'ipc',
    inode,
    sysvShm: shm.map((bytes, id) => ({ key: key(id), id, bytes, owner: 0, attached: 0 })),
    sysvSem: sem.map((count, id) => ({ key: key(id + 9), id, count, owner: 0 })),
    posixShm: Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
  };
}

/** The mounts of a container, as far as they are followed. */
function mountsOf(id: string, { binds = {} }: SampleContainer): Mount[] {
  const layers = 'lowerdir=/var/lib/docker/overlay2/l/AAAA:/var/lib/docker/overlay2/l/BBBB';
  const upper = 'upperdir=/var/lib/docker/overlay2/b753a36fe353/diff';
  const written = (file: string) =>
    mount(`/var/lib/docker/containers/${id}/${file}`, `/etc/${file}`, 'ext4', '/dev/vda');
  return [
    { ...mount('/', '/', 'overlay', 'overlay'), options: `rw,relatime,rw,${layers},${upper}` },
    mount('/', '/proc', 'proc', 'proc'),
    mount('/', '/dev', 'tmpfs', 'tmpfs'),
    mount('/', '/dev/shm', 'tmpfs', 'shm'),
    mount('/', '/sys', 'sysfs', 'sysfs'),
    ...Object.entries(binds).map(([target, from]) => mount(from, target, 'ext4', '/dev/vda')),
    written('resolv.conf'),
    written('hostname'),
    written('hosts'),
  ];
}

function mount(root: string, target: string, type: string, source: string): Mount {
  return { root, target, type, source, options: 'rw,relatime,rw' };
}

function daemon(pid: number, comm: string, args: string, ns: Record<NsKind, number>): Process {
  const common = {
    uid: 0,
    user: 'root',
    started: pid,
    ppid: pid === 1 ? 0 : 1,
    cgroup: `/system.slice/${comm}.service`,
  };
  return { pid, nspid: [pid], comm, args, ns, ...common };
}

function namespacesFrom(first: number): Record<NsKind, number> {
  return Object.fromEntries(nsKinds.map((kind, index) => [kind, first + index])) as Record<NsKind, number>;
}
