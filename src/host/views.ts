import { type Container, type HostFacts, type Namespace, type NsKind, nsKinds, type Process } from './facts.ts';

/** A container's wall: per namespace type, whether the container has its own or shares the host's. */
export type Wall = Record<NsKind, 'own' | 'shared'>;

/** The container of that name, running or not. */
export function containerNamed(name: string, facts: HostFacts): Container | undefined {
  return tenantsOf(facts).find((container) => container.name === name);
}

/** Who has a room: the containers, and the shell in which someone made namespaces by hand, told as a container without an id. */
export function tenantsOf(facts: HostFacts): Container[] {
  const shell = shellOf(facts);
  return shell ? [...facts.containers, shell] : facts.containers;
}

/** The process of a login that has left the host the furthest; undefined when none has left it, or nobody asked. */
export function strangerIn(facts: HostFacts): Process | undefined {
  const init = initProcess(facts);
  const own = (process: Process) => nsKinds.filter((kind) => process.ns[kind] !== init?.ns[kind]).length;
  return facts.processes
    .filter(({ pid }) => facts.strangers?.includes(pid))
    .reduce<Process | undefined>((far, each) => (far && own(far) >= own(each) ? far : each), undefined);
}

/** A shell in a namespace that is neither the host's nor a container's: it was not entered, it was made. */
function shellOf(facts: HostFacts): Container | undefined {
  const stranger = strangerIn(facts);
  const others = [initProcess(facts), ...facts.containers.map((container) => firstProcess(container, facts))];
  if (!stranger || nsKinds.every((kind) => others.some((other) => together(kind, stranger, other)))) return undefined;
  return { id: '', name: 'shell', image: '', pid: stranger.pid, status: 'running', exitCode: 0 };
}

/** The container's first process; undefined when it does not run. */
export function firstProcess(container: Container, facts: HostFacts): Process | undefined {
  return container.pid > 0 ? facts.processes.find((process) => process.pid === container.pid) : undefined;
}

/** The container that a process is in, told by its cgroup: that holds with `--pid=host` too, where namespaces can't tell. */
export function containerOf(process: Process, facts: HostFacts): Container | undefined {
  return facts.containers.find(
    ({ id, members }) => members?.includes(process.pid) ?? (id !== '' && process.cgroup.includes(id)),
  );
}

/** A container's processes: the first one first, the others in the order in which they started; with those that entered all its namespaces. */
export function processesOf(container: Container, facts: HostFacts): Process[] {
  const rank = (process: Process) => (process.pid === container.pid ? -1 : process.started);
  const first = firstProcess(container, facts);
  const entered = (process: Process) =>
    facts.strangers?.includes(process.pid) && nsKinds.every((kind) => together(kind, process, first));
  return facts.processes
    .filter((process) => containerOf(process, facts) === container || entered(process))
    .sort((a, b) => rank(a) - rank(b) || a.pid - b.pid);
}

/** The listed processes that are in no container. */
export function hostProcesses(facts: HostFacts): Process[] {
  return facts.processes.filter((process) => !containerOf(process, facts));
}

/** How a container's wall is built, told by comparing inodes with process 1 of the host; undefined when it does not run. */
export function wallOf(container: Container, facts: HostFacts): Wall | undefined {
  const inside = firstProcess(container, facts);
  if (!inside) return undefined;
  const outside = facts.processes.find((process) => process.pid === 1);
  if (!outside) throw new Error('The facts do not list process 1, so no namespace can be compared with the host.');
  const course = (kind: NsKind) => (inside.ns[kind] === outside.ns[kind] ? 'shared' : 'own');
  return Object.fromEntries(nsKinds.map((kind) => [kind, course(kind)])) as Wall;
}

/** The number by which a process knows itself: its pid in the innermost PID namespace. */
export function insidePid(process: Process): number {
  return process.nspid.at(-1) ?? process.pid;
}

/** The namespace of that type in which the container's first process is. */
export function namespaceOf(container: Container, kind: NsKind, facts: HostFacts): Namespace | undefined {
  const inode = firstProcess(container, facts)?.ns[kind];
  return facts.namespaces.find((namespace) => namespace.kind === kind && namespace.inode === inode);
}

/** Whether two processes are in one namespace of that type; false when either is not there. */
function together(kind: NsKind, one: Process | undefined, other: Process | undefined): boolean {
  return one !== undefined && other !== undefined && one.ns[kind] === other.ns[kind];
}

/** Process 1, in whose namespaces everything is that has none of its own. */
export function initProcess(facts: HostFacts): Process | undefined {
  return facts.processes.find((process) => process.pid === 1);
}

/** The other containers in the same namespace of that type, when it is not the host's: `--ipc=container:web`. */
export function companionsIn(container: Container, kind: NsKind, facts: HostFacts): Container[] {
  const first = firstProcess(container, facts);
  if (!first || together(kind, first, initProcess(facts))) return [];
  return facts.containers.filter((other) => other !== container && together(kind, first, firstProcess(other, facts)));
}

/** The namespace of that type that process 1 is in. */
export function hostNamespace(kind: NsKind, facts: HostFacts): Namespace | undefined {
  const inode = initProcess(facts)?.ns[kind];
  return facts.namespaces.find((namespace) => namespace.kind === kind && namespace.inode === inode);
}

/** The cgroup path that a process reads of itself; undefined when nobody asked for it. */
export function cgroupSeen(process: Process, facts: HostFacts): string | undefined {
  return process.cgroupSeen ?? (together('cgroup', process, initProcess(facts)) ? process.cgroup : undefined);
}
