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

/** The process that an entity names, as far as it exists now. */
function processFor(ref: EntityRef, facts: HostFacts): Process | undefined {
  if ('firstProcessOf' in ref) {
    const container = containerNamed(ref.firstProcessOf, facts);
    return container && firstProcess(container, facts);
  }
  if ('processOf' in ref) {
    const container = containerNamed(ref.processOf, facts);
    const others = container && processesOf(container, facts).filter((process) => process.pid !== container.pid);
    return others?.find((process) => process.comm === ref.comm);
  }
  if ('hostProcess' in ref) return hostProcesses(facts).find((process) => process.comm === ref.hostProcess);
  return undefined;
}

/** The id of the diagram's part that an entity is; undefined when it does not exist now. */
export function partOf(ref: EntityRef, facts: HostFacts): string | undefined {
  if ('host' in ref) return 'host';
  if ('machine' in ref) return machineNamed(ref.machine, facts) && machinePart(ref.machine);
  if ('container' in ref) return containerNamed(ref.container, facts) && `container:${ref.container}`;
  if ('cgroupOf' in ref) return cgroupOf(ref.cgroupOf, facts) && meterPart(ref.cgroupOf);
  if ('namespaceOf' in ref) {
    const container = containerNamed(ref.namespaceOf, facts);
    return container && firstProcess(container, facts) && coursePart(ref.kind, container);
  }
  if ('railOf' in ref) {
    const container = containerNamed(ref.railOf, facts);
    return container && fenceOf(container, facts) && railPart(ref.rail, ref.railOf);
  }
  if ('door' in ref) return runningNamed(ref.of, facts) && doorPart(ref.door);
  const process = processFor(ref, facts);
  return process && processPart(process, facts);
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
  const values = valuesOf(ref, facts);
  if (!values) throw new Error(`{${path}} quotes "${name}" (${described(ref)}), which does not exist at this moment.`);
  const known = Object.keys(values);
  if (!known.includes(value))
    throw new Error(`{${path}} quotes "${value}" of "${name}", which has only ${known.join(', ')}.`);
  const found = values[value];
  if (found === undefined) throw new Error(`{${path}} quotes a value that the facts do not hold at this moment.`);
  return String(found);
}

/** An entity in words, for messages. */
function described(ref: EntityRef): string {
  if ('host' in ref) return 'the host';
  if ('machine' in ref) return `the machine ${ref.machine}`;
  if ('container' in ref) return `container ${ref.container}`;
  if ('firstProcessOf' in ref) return `the first process of container ${ref.firstProcessOf}`;
  if ('processOf' in ref) return `a process ${ref.comm} of container ${ref.processOf}`;
  if ('railOf' in ref) return `the rail ${ref.rail} of container ${ref.railOf}`;
  if ('door' in ref) return `the door ${ref.door} of container ${ref.of}`;
  if ('namespaceOf' in ref) return `the ${ref.kind} namespace of container ${ref.namespaceOf}`;
  if ('cgroupOf' in ref) return `the cgroup of container ${ref.cgroupOf}`;
  return `a host process ${ref.hostProcess}`;
}

function valuesOf(ref: EntityRef, facts: HostFacts): Values | undefined {
  if ('host' in ref) return hostValues(facts);
  if ('machine' in ref) {
    const machine = machineNamed(ref.machine, facts);
    return machine && machineValues(machine);
  }
  if ('container' in ref) {
    const container = containerNamed(ref.container, facts);
    return container && containerValues(container, facts);
  }
  if ('railOf' in ref) return railValues(ref.railOf, ref.rail, facts);
  if ('door' in ref) return doorValues(ref.door, ref.of, facts);
  if ('cgroupOf' in ref) {
    const group = cgroupOf(ref.cgroupOf, facts);
    return group && cgroupValues(group);
  }
  if ('namespaceOf' in ref) return namespaceValues(ref.namespaceOf, ref.kind, facts);
  const process = processFor(ref, facts);
  return process && processValues(process, facts);
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
  return { inode: process.ns[kind], hostname: namespaceOf(container, kind, facts)?.hostname };
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
