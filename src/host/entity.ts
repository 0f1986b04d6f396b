import { cgroupOf, cgroupValues } from './cgroups.ts';
import { type Door, doorOf, doorPart } from './doors.ts';
import type { Container, HostFacts, Machine, NsKind, Process } from './facts.ts';
import { fenceOf, granted, type Rail, railPart } from './fence.ts';
import {
  cgroupSeen,
  containerNamed,
  containerOf,
  firstProcess,
  hostProcesses,
  insidePid,
  namespaceOf,
  processesOf,
  tenantsOf,
} from './views.ts';

/** A container by name, its first process, another process of it, a namespace, the cgroup or a rail of the fence of it, a door, a host process, the host, or a kernel that answers on it. */
export type EntityRef =
  | { container: string }
  | { firstProcessOf: string }
  | { processOf: string; comm: string }
  | { namespaceOf: string; kind: NsKind }
  | { railOf: string; rail: Rail }
  | { door: Door; of: string }
  | { cgroupOf: string }
  | { hostProcess: string }
  | { host: true }
  | { machine: string };

/** The part of the diagram that a process is: named after its container when it is the first there, so that takes agree. */
export function processPart(process: Process, facts: HostFacts): string {
  const tenant = tenantsOf(facts).find(({ pid }) => pid === process.pid);
  return tenant ? `process:${tenant.name}` : `process:${process.pid}`;
}

/** The part of the diagram that a course of a container's wall is; it names no inode, so that a wall missing in another take is the same part. */
export function coursePart(kind: NsKind, container: Container): string {
  return `ns:${kind}:${container.name}`;
}

/** The part of the diagram that a container's cgroup is. */
export function meterPart(name: string): string {
  return `meter:${name}`;
}

/** The kernel that answers under that name: `host`, `vm`, or a sandboxed container's name. */
function machineNamed(name: string, facts: HostFacts): Machine | undefined {
  return facts.machines?.find((machine) => machine.name === name);
}

/** The part of the diagram that a machine's kernel is: the host's is the slab. */
export function machinePart(name: string): string {
  return name === 'host' ? 'slab' : `machine:${name}`;
}

/** What one form of an entity is: in words, for messages; the part of the diagram; what can be quoted of it. The last two are undefined when it does not exist now. */
interface Form<Ref> {
  words(ref: Ref): string;
  part(ref: Ref, facts: HostFacts): string | undefined;
  values(ref: Ref, facts: HostFacts): Values | undefined;
}

/** The fields that tell one form from the others. */
type FormName =
  | 'host'
  | 'machine'
  | 'container'
  | 'firstProcessOf'
  | 'processOf'
  | 'hostProcess'
  | 'namespaceOf'
  | 'cgroupOf'
  | 'railOf'
  | 'door';
type RefOf<Name extends FormName> = Extract<EntityRef, Record<Name, unknown>>;

const forms: { [Name in FormName]: Form<RefOf<Name>> } = {
  host: {
    words: () => 'the host',
    part: () => 'host',
    values: (_, facts) => hostValues(facts),
  },
  machine: {
    words: (ref) => `the machine ${ref.machine}`,
    part: (ref, facts) => machineNamed(ref.machine, facts) && machinePart(ref.machine),
    values: (ref, facts) => of(machineNamed(ref.machine, facts), machineValues),
  },
  container: {
    words: (ref) => `container ${ref.container}`,
    part: (ref, facts) => containerNamed(ref.container, facts) && `container:${ref.container}`,
    values: (ref, facts) => of(containerNamed(ref.container, facts), (one) => containerValues(one, facts)),
  },
  firstProcessOf: processForm(
    (ref) => `the first process of container ${ref.firstProcessOf}`,
    (ref, facts) => of(containerNamed(ref.firstProcessOf, facts), (one) => firstProcess(one, facts)),
  ),
  processOf: processForm(
    (ref) => `a process ${ref.comm} of container ${ref.processOf}`,
    (ref, facts) =>
      of(containerNamed(ref.processOf, facts), (one) =>
        processesOf(one, facts).find(({ pid, comm }) => pid !== one.pid && comm === ref.comm),
      ),
  ),
  hostProcess: processForm(
    (ref) => `a host process ${ref.hostProcess}`,
    (ref, facts) => hostProcesses(facts).find(({ comm }) => comm === ref.hostProcess),
  ),
  namespaceOf: {
    words: (ref) => `the ${ref.kind} namespace of container ${ref.namespaceOf}`,
    part: (ref, facts) => of(runningNamed(ref.namespaceOf, facts), (one) => coursePart(ref.kind, one)),
    values: (ref, facts) => namespaceValues(ref.namespaceOf, ref.kind, facts),
  },
  cgroupOf: {
    words: (ref) => `the cgroup of container ${ref.cgroupOf}`,
    part: (ref, facts) => cgroupOf(ref.cgroupOf, facts) && meterPart(ref.cgroupOf),
    values: (ref, facts) => of(cgroupOf(ref.cgroupOf, facts), cgroupValues),
  },
  railOf: {
    words: (ref) => `the rail ${ref.rail} of container ${ref.railOf}`,
    part: (ref, facts) =>
      of(containerNamed(ref.railOf, facts), (one) => fenceOf(one, facts) && railPart(ref.rail, ref.railOf)),
    values: (ref, facts) => railValues(ref.railOf, ref.rail, facts),
  },
  door: {
    words: (ref) => `the door ${ref.door} of container ${ref.of}`,
    part: (ref, facts) => runningNamed(ref.of, facts) && doorPart(ref.door),
    values: (ref, facts) => doorValues(ref.door, ref.of, facts),
  },
};

function processForm<Ref>(
  words: (ref: Ref) => string,
  find: (ref: Ref, facts: HostFacts) => Process | undefined,
): Form<Ref> {
  return {
    words,
    part: (ref, facts) => of(find(ref, facts), (process) => processPart(process, facts)),
    values: (ref, facts) => of(find(ref, facts), (process) => processValues(process, facts)),
  };
}

/** What holds of something, as far as it is there. */
function of<Thing, Told>(thing: Thing | undefined, tell: (thing: Thing) => Told): Told | undefined {
  return thing === undefined ? undefined : tell(thing);
}

function formOf(ref: EntityRef): Form<EntityRef> {
  const name = (Object.keys(forms) as FormName[]).find((one) => one in ref);
  return forms[name ?? 'host'];
}

/** The id of the diagram's part that an entity is; undefined when it does not exist now. */
export function partOf(ref: EntityRef, facts: HostFacts): string | undefined {
  return formOf(ref).part(ref, facts);
}

function runningNamed(name: string, facts: HostFacts): Container | undefined {
  const container = containerNamed(name, facts);
  return container && firstProcess(container, facts) && container;
}

type Values = Record<string, string | number | undefined>;

/**
 * The value that a sentence or a mark quotes: `sleep.pid`, `web.id12`, `host.processes`, as text.
 * Throws an Error of one sentence when the entity is unknown or not there now, or has no such value.
 */
export function quote(path: string, facts: HostFacts, entities: Record<string, EntityRef>): string {
  const dot = path.indexOf('.');
  const name = dot < 0 ? path : path.slice(0, dot);
  const value = dot < 0 ? '' : path.slice(dot + 1);
  // The host needs no declaration: every scene has exactly one.
  const ref = Object.hasOwn(entities, name) ? entities[name] : name === 'host' ? { host: true as const } : undefined;
  if (!ref) throw new Error(`{${path}} quotes "${name}", which is not one of the scene's entities.`);
  const values = formOf(ref).values(ref, facts);
  if (!values)
    throw new Error(`{${path}} quotes "${name}" (${formOf(ref).words(ref)}), which does not exist at this moment.`);
  const known = Object.keys(values);
  if (!known.includes(value))
    throw new Error(`{${path}} quotes "${value}" of "${name}", which has only ${known.join(', ')}.`);
  const found = values[value];
  if (found === undefined) throw new Error(`{${path}} quotes a value that the facts do not hold at this moment.`);
  return String(found);
}

function hostValues(facts: HostFacts): Values {
  const inContainers = facts.processes.filter((process) => containerOf(process, facts)).length;
  return {
    processes: facts.processCount,
    others: facts.processCount - inContainers,
    hostname: facts.hostname,
    kernel: facts.kernel,
    cpus: facts.supply?.cpus,
    memoryMiB: facts.supply && Math.floor(facts.supply.memory / 2 ** 20),
  };
}

function machineValues({ pid, hostname, kernel, bootId, memory, processes }: Machine): Values {
  // `free -m` prints MemTotal divided by 1024, rounded down.
  return { pid, hostname, kernel, bootId, megabytes: Math.floor(memory / 1024), processes };
}

function containerValues(container: Container, facts: HostFacts): Values {
  return {
    id: container.id,
    id12: container.id.slice(0, 12),
    name: container.name,
    image: container.image,
    pid: container.pid > 0 ? container.pid : undefined,
    hostname: namespaceOf(container, 'uts', facts)?.hostname,
    status: container.status,
    exit: container.exitCode,
  };
}

function namespaceValues(name: string, kind: NsKind, facts: HostFacts): Values | undefined {
  const container = containerNamed(name, facts);
  const process = container && firstProcess(container, facts);
  if (!process) return undefined;
  const { hostname, links } = namespaceOf(container, kind, facts) ?? {};
  return { inode: process.ns[kind], hostname, mac: links?.find((link) => link.kind !== 'loopback')?.mac };
}

function railValues(name: string, rail: Rail, facts: HostFacts): Values | undefined {
  const container = containerNamed(name, facts);
  const fence = container && fenceOf(container, facts);
  if (!fence) return undefined;
  switch (rail) {
    case 'caps':
      return { granted: granted(fence), known: fence.effective.length, mask: fence.mask, bounding: fence.bounding };
    case 'seccomp':
      return { mode: fence.seccomp };
    case 'apparmor':
      return { profile: fence.profile };
    case 'paths':
      return { masked: fence.masked.length, readOnly: fence.readOnly.length };
    case 'devices':
      return { rules: fence.devices?.rules.join(', ') };
  }
}

function doorValues(door: Door, name: string, facts: HostFacts): Values | undefined {
  const container = runningNamed(name, facts);
  if (!container) return undefined;
  const { slab } = facts;
  const { value, use } = doorOf(door, container, facts);
  return {
    value,
    use,
    ...(door === 'clock' ? { hour: value?.slice(0, 2) } : {}),
    ...(door === 'boot' ? { id: slab?.bootId } : {}),
    ...(door === 'disk' ? { inodes: slab?.disk.inodes, size: slab?.disk.size } : {}),
    ...(door === 'memory' ? { kB: slab?.memory } : {}),
    ...(door === 'load' ? { averages: slab?.load.join(' ') } : {}),
    ...(door === 'root' ? { uid: firstProcess(container, facts)?.uid } : {}),
    ...(door === 'file' ? { inode: container.python?.inode, size: container.python?.size } : {}),
  };
}

function processValues(process: Process, facts: HostFacts): Values {
  return {
    pid: process.pid,
    inside: insidePid(process),
    nspid: process.nspid.join(' '),
    ppid: process.ppid,
    uid: process.uid,
    user: process.user,
    comm: process.comm,
    args: process.args,
    cgroup: process.cgroup,
    cgroupSeen: cgroupSeen(process, facts),
  };
}
