import {
  type Cgroup,
  type HostFacts,
  type Link,
  type Machine,
  type Mount,
  type Namespace,
  nsKinds,
  type Process,
} from '../../host/facts.ts';
import { containerOf } from '../../host/views.ts';
import type { Differences } from './differences.ts';
import type { RenamedKind } from './kinds.ts';

/**
 * Compares two readings of the host, field by field. Renamed alike: container ids, pids, login sessions, inodes, MAC addresses, link
 * indexes and veth names, layers, volumes, keys of shared memory, boot ids. Free: the number of processes and of
 * zombies of one name, start times, the order of mounts, sizes and counters
 * that grow, link-local addresses (they come a second after their link). Equal: everything else.
 */
export function compareMoments(old: HostFacts, now: HostFacts, differences: Differences): void {
  const byName = (facts: HostFacts) => [...facts.containers].sort((a, b) => (a.name < b.name ? -1 : 1));
  const name = ({ name }: { name: string }) => name;
  differences.paired('the containers', byName(old), byName(now), name, (a, b) => {
    differences.renamed('container id', `the id of ${a.name}`, a.id, b.id);
    differences.renamed('container id', `the id of ${a.name}`, a.id.slice(0, 12), b.id.slice(0, 12));
    for (const field of ['name', 'image', 'status', 'exitCode'] as const)
      differences.same(`${field} of container ${a.name}`, a[field], b[field]);
    differences.renamed('pid', `the pid of ${a.name}`, a.pid, b.pid);
  });
  differences.same('the kernel', old.kernel, now.kernel);
  differences.same('the hostname', old.hostname, now.hostname);
  differences.renamed('boot id', 'the boot id', old.slab?.bootId, now.slab?.bootId);
  // What two containers start at once comes in any order: each container's processes are compared with its own.
  const inOrder = (facts: HostFacts) => {
    const owner = (process: Process) => containerOf(process, facts)?.name ?? '';
    const whose = (a: Process, b: Process) => Number(owner(a) > owner(b)) - Number(owner(a) < owner(b));
    const all = [...facts.processes].sort((a, b) => whose(a, b) || a.started - b.started || a.pid - b.pid);
    // How many copies a bomb gets to make depends on who else holds a place just then: its zombies count as one.
    const zombies = new Set<string>();
    return all.filter((process) => {
      const like = `${owner(process)} ${process.args}`;
      return !process.zombie || (!zombies.has(like) && zombies.add(like));
    });
  };
  differences.paired(
    'the processes',
    inOrder(old),
    inOrder(now),
    ({ pid, comm }) => `${pid} ${comm}`,
    (a, b) => compareProcesses(a, b, containerOf(a, old)?.name, differences),
  );
  const inRow = (facts: HostFacts) => nsKinds.flatMap((kind) => facts.namespaces.filter((each) => each.kind === kind));
  for (const namespace of inRow(old)) {
    const inode = differences.renames.of(`${namespace.kind} namespace`, namespace.inode);
    const other = now.namespaces.find((each) => each.kind === namespace.kind && String(each.inode) === inode);
    if (other) compareNamespaces(namespace, other, differences);
  }
  const supplied = ({ supply }: HostFacts) => supply && [supply.cpus, roughly(supply.memory), supply.swap];
  differences.same('CPUs, memory and swap', supplied(old), supplied(now));
  differences.paired(
    'the cgroups',
    old.cgroups,
    now.cgroups,
    ({ path }) => path,
    (a, b) => compareCgroups(a, b, differences),
  );
  const kernels = ({ machines = [] }: HostFacts) => machines;
  differences.paired('the machines', kernels(old), kernels(now), name, (a, b) => compareMachines(a, b, differences));
}

/** Bytes of memory in 64 MiB: what a kernel keeps for itself differs with its build, and by a page or so from one start to the next. */
function roughly(bytes: number): number {
  return Math.round(bytes / 2 ** 26);
}

/** How many processes a kernel has at a moment is free, as the host's number is: its own threads come and go. */
function compareMachines(old: Machine, now: Machine, differences: Differences): void {
  const whose = `the machine ${old.name}`;
  for (const field of ['kind', 'name', 'hostname', 'kernel'] as const)
    differences.same(`${field} of ${whose}`, old[field], now[field]);
  differences.same(`memory of ${whose}, in 64 MiB`, roughly(old.memory * 1024), roughly(now.memory * 1024));
  differences.renamed('pid', `the pid of ${whose}`, old.pid, now.pid);
  differences.renamed('boot id', `the boot id of ${whose}`, old.bootId, now.bootId);
}

function compareProcesses(old: Process, now: Process, container: string | undefined, differences: Differences): void {
  const whose = `process ${old.pid} ${old.comm}`;
  // systemd hands its state on in a file, whose descriptor stands among its arguments.
  const entered = (text: string) => /(?<=^nsenter -t )\d+/.exec(text)?.[0];
  // gVisor's sandbox is started with its flags in no order: Go walks a map differently each time. It is told the host's memory.
  const ordered = (text: string) =>
    /^runsc-sandbox /.test(text)
      ? text
          .replace(/(?<=-memory=)\d+/g, (bytes) => String(roughly(Number(bytes))))
          .split(' ')
          .sort()
          .join(' ')
      : text;
  const args = (text: string) =>
    ordered(text)
      .replace(/--deserialize=\d+/, '--deserialize=…')
      .replace(/(?<=^nsenter -t )\d+/, '…');
  differences.same(`args of ${whose}`, args(old.args), args(now.args));
  differences.renamed('pid', `whom ${whose} enters`, entered(old.args), entered(now.args));
  for (const field of ['comm', 'uid', 'user', 'zombie'] as const)
    differences.same(`${field} of ${whose}`, old[field], now[field]);
  comparePaths(`the cgroup of ${whose}`, old.cgroup, now.cgroup, differences);
  // What an older collector did not read cannot differ.
  if (old.cgroupSeen !== undefined)
    comparePaths(`the cgroup that ${whose} sees`, old.cgroupSeen, now.cgroupSeen ?? 'none', differences);
  differences.renamed('pid', whose, old.pid, now.pid);
  differences.renamed('pid', `the parent of ${whose}`, old.ppid, now.ppid);
  differences.renamed('NSpid', `NSpid of ${whose}`, old.nspid.join(' '), now.nspid.join(' '));
  differences.same(`the depth of ${whose}`, old.nspid.length, now.nspid.length);
  if (old.nspid.length > 1 && now.nspid.length > 1) {
    const [a, b] = [old.nspid.at(-1), now.nspid.at(-1)];
    differences.renamed(`pid in ${container ?? 'a container'}`, `the inner pid of ${whose}`, a, b);
    // Process 1 of a namespace is not just any number.
    if ((a === 1) !== (b === 1)) differences.say(`the inner pid of ${whose} was ${a}, is ${b}`);
  }
  for (const kind of nsKinds)
    differences.renamed(`${kind} namespace`, `the ${kind} namespace of ${whose}`, old.ns[kind], now.ns[kind]);
}

/** Logins are numbered from the host's start on: which number this one has, depends on those before it. pam_systemd(8) */
function comparePaths(whose: string, old: string, now: string, differences: Differences): void {
  const session = (path: string) => /\bsession-\d+(?=\.scope)/.exec(path)?.[0];
  const plain = (path: string) => path.replace(/\bsession-\d+(?=\.scope)/, 'session-…');
  differences.same(whose, plain(old), plain(now));
  differences.renamed('login session', whose, session(old), session(now));
}

function compareNamespaces(old: Namespace, now: Namespace, differences: Differences): void {
  const which = `the ${old.kind} namespace ${old.inode}`;
  differences.same(`hostname of ${which}`, old.hostname, now.hostname);
  differences.same(`domain of ${which}`, old.domain, now.domain);
  differences.same(`uid_map of ${which}`, old.uidMap, now.uidMap);
  differences.same(`/dev/shm of ${which}`, old.posixShm, now.posixShm);
  differences.paired(
    `shared memory of ${which}`,
    old.sysvShm ?? [],
    now.sysvShm ?? [],
    ({ id }) => String(id),
    (a, b) => {
      differences.renamed('shared memory key', which, a.key, b.key);
      differences.renamed('shared memory id', which, a.id, b.id);
      differences.same(`shared memory of ${which}`, [a.bytes, a.owner, a.attached], [b.bytes, b.owner, b.attached]);
    },
  );
  if (old.sysvSem)
    differences.paired(
      `semaphores of ${which}`,
      old.sysvSem,
      now.sysvSem ?? [],
      ({ id }) => String(id),
      (a, b) => {
        differences.renamed('semaphore key', which, a.key, b.key);
        differences.renamed('semaphore id', which, a.id, b.id);
        differences.same(`semaphores of ${which}`, [a.count, a.owner], [b.count, b.owner]);
      },
    );
  differences.paired(
    `links of ${which}`,
    old.links ?? [],
    now.links ?? [],
    ({ name }) => name,
    (a, b) => compareLinks(a, b, which, differences),
  );
  const masters = (links: Link[] | undefined) => (links ?? []).map(({ master }) => master ?? '-').join(' ');
  differences.same(`bridges in ${which}`, masters(old.links), masters(now.links));
  differences.paired(
    `mounts of ${which}`,
    inMountOrder(old.mounts),
    inMountOrder(now.mounts),
    ({ target }) => target,
    (a, b) => compareMounts(a, b, differences),
  );
}

function compareLinks(old: Link, now: Link, which: string, differences: Differences): void {
  const whose = `link ${old.name} in ${which}`;
  if (/^(veth|br-)[0-9a-f]+$/.test(old.name) && /^(veth|br-)[0-9a-f]+$/.test(now.name))
    differences.renamed('link', whose, old.name, now.name);
  else differences.same('a link’s name', old.name, now.name);
  differences.same(`kind of ${whose}`, old.kind, now.kind);
  differences.same(`state of ${whose}`, old.up, now.up);
  differences.renamed('MAC address', whose, old.mac, now.mac);
  differences.renamed(`link index in ${which}`, whose, old.index, now.index);
  differences.renamed(`peer index in ${which}`, whose, old.peerIndex, now.peerIndex);
  differences.renamed(`link-netnsid in ${which}`, whose, old.peerNetnsid, now.peerNetnsid);
  const lasting = ({ addresses }: Link) => addresses.filter((address) => !address.startsWith('fe80:'));
  differences.same(`addresses of ${whose}`, lasting(old), lasting(now));
}

function compareMounts(old: Mount, now: Mount, differences: Differences): void {
  const which = `the mount at ${old.target}`;
  differences.same(`type of ${which}`, old.type, now.type);
  for (const field of ['target', 'root', 'source', 'options'] as const) {
    const [a, b] = [namesIn(plainOptions(old, field)), namesIn(plainOptions(now, field))];
    differences.same(`${field} of ${which}`, a.rest, b.rest);
    for (const [kind, names] of Object.entries(a.names) as [RenamedKind, string[]][]) {
      const others = b.names[kind] ?? [];
      differences.paired(`${kind} of ${which}`, names, others, String, (from, to) =>
        differences.renamed(kind, which, from, to),
      );
    }
  }
}

/**
 * A container in the host's cgroup namespace mounts the cgroup file system without options, which takes systemd's from every mount
 * of it: whether one did, earlier on the same host, is not this take's affair. cgroups(7), "nsdelegate"
 *
 * systemd gives /tmp half of the memory, which is also what the kernel would give it: then it names no size. The two count the memory at
 * different moments and may be a page apart. systemd's tmp.mount; the kernel's shmem_show_options()
 */
function plainOptions(mount: Mount, field: 'target' | 'root' | 'source' | 'options'): string {
  if (field !== 'options') return mount[field];
  if (mount.type === 'tmpfs' && mount.target === '/tmp') return mount.options.replace(/,size=\d+k/, '');
  if (mount.type !== 'cgroup2') return mount.options;
  return mount.options.replace(/,(nsdelegate|memory_recursiveprot|memory_hugetlb_accounting)\b/g, '');
}

/**
 * systemd mounts in parallel, so the order is free; a name that Docker made up does not count for it. dockerd keeps the host's network
 * namespace mounted from the first container on that uses it: whether one did, earlier on the same host, is not this take's affair;
 * nor is it where a container has the host's directories.
 */
function inMountOrder(mounts: Mount[] | undefined): Mount[] {
  const key = ({ target, type }: Mount) => `${namesIn(target).rest} ${type}`;
  return (mounts ?? [])
    .filter(({ target }) => !target.endsWith('/run/docker/netns/default'))
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const madeUp: [kind: RenamedKind, pattern: RegExp][] = [
  ['layer', /(?<=overlay2\/)(?:l\/[A-Z0-9]{26}|[0-9a-f]{64})/g],
  ['volume', /(?<=docker\/volumes\/)[0-9a-f]{64}/g],
  ['network namespace file', /(?<=netns\/)[0-9a-f]{12}/g],
  ['net namespace', /(?<=net:\[)\d+/g],
  // rootlesskit(1) --copy-up: what was in the directory moves to one that is named at random.
  ['rootless copy', /(?<=\/\.ro)\d+/g],
];

/** Names that are made up anew each time, cut out of a text; numbers of descriptors, pipes and free memory are cut out too. */
function namesIn(text: string): { rest: string; names: Partial<Record<RenamedKind, string[]>> } {
  const names: Partial<Record<RenamedKind, string[]>> = {};
  let rest = text;
  for (const [kind, pattern] of madeUp) {
    names[kind] = rest.match(pattern) ?? [];
    rest = rest.replace(pattern, '…');
  }
  return { rest: rest.replace(/\b(size|nr_inodes|fd|pipe_ino)=\d+k?/g, '$1=…'), names };
}

function compareCgroups(old: Cgroup, now: Cgroup, differences: Differences): void {
  differences.same('the path of a cgroup', old.path, now.path);
  for (const field of ['cpuMax', 'memoryMax', 'pidsMax', 'cpuWeight', 'memorySwapMax', 'ioMax'] as const)
    differences.same(`${field} of ${old.path}`, old[field], now[field]);
  const shape = (table: Record<string, number>) => Object.keys(table).join(' ');
  differences.same(`the counters of ${old.path}`, shape(old.cpuStat), shape(now.cpuStat));
  const happened = (table: Record<string, number>) =>
    Object.entries(table)
      .filter(([, count]) => count > 0)
      .map(([name]) => name);
  differences.same(`memory events of ${old.path}`, happened(old.memoryEvents), happened(now.memoryEvents));
  const [refused, others] = [happened(old.pidsEvents ?? {}), happened(now.pidsEvents ?? {})];
  differences.same(`refused forks of ${old.path}`, refused, others);
}
