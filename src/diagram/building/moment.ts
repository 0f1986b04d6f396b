import { meterPart, processPart } from '../../host/entity.ts';
import type { Container, HostFacts, NsKind, Process } from '../../host/facts.ts';
import { containerOf, firstProcess, namespaceOf, processesOf, tenantsOf, type Wall, wallOf } from '../../host/views.ts';
import * as common from './words.ts';

/** A container as a room: what the drawing needs to know of it at one moment. */
export interface Room {
  container: Container;
  /** Undefined when it does not run: then nothing stands in it. */
  wall: Wall | undefined;
  first: Process | undefined;
  processes: Process[];
  hostname: string | undefined;
}

/** The rooms of one moment, in the order of the facts. */
export function roomsOf(facts: HostFacts): Room[] {
  return tenantsOf(facts).map((container) => {
    const first = firstProcess(container, facts);
    return {
      container,
      first,
      wall: wallOf(container, facts),
      processes: first ? processesOf(container, facts) : [],
      hostname: namespaceOf(container, 'uts', facts)?.hostname,
    };
  });
}

/** What a room is called: a shell that someone typed into is no container. */
export function roomName({ id, name }: Container): string {
  return id === '' ? common.yours(name) : common.container(name);
}

/** The hostname of the host's own UTS namespace. */
export function hostnameOf(facts: HostFacts): string {
  const inode = facts.processes.find((process) => process.pid === 1)?.ns.uts;
  return facts.namespaces.find((ns) => ns.kind === 'uts' && ns.inode === inode)?.hostname ?? facts.hostname;
}

/** How many processes there are besides the drawn ones and those in containers. */
export function restOf(facts: HostFacts, drawn: number): number {
  const inContainers = facts.processes.filter((process) => containerOf(process, facts)).length;
  return Math.max(0, facts.processCount - inContainers - drawn);
}

/** What a chip calls a process: its command line; in brackets, as ps has it, when the process has none left. */
export function labelOf(process: Process): string {
  return process.args || `[${process.comm}]`;
}

/** A host process in one word. */
export function daemonName(process: Process): string {
  return process.comm.startsWith('containerd-shim') ? 'shim' : process.comm;
}

/** A container's end in words: `exited (137)`. */
export function endOf(container: Container): string {
  return container.status === 'exited' ? common.exited(container.exitCode) : container.status;
}

/** For each part, the parts that stay bright with it. */
export function lightsOf(
  facts: HostFacts,
  rooms: Room[],
  focus: NsKind | undefined,
  drawn: NsKind[],
): Record<string, string[]> {
  const lights: Record<string, string[]> = { host: ['slab', 'rest'] };
  for (const process of facts.processes)
    if (!containerOf(process, facts)) lights.host?.push(processPart(process, facts));
  for (const { container, wall, processes } of rooms) {
    const inside = processes.map((process) => processPart(process, facts));
    const walls = drawn.map((kind) => `ns:${kind}:${container.name}`);
    const meter = meterPart(container.name);
    lights[`container:${container.name}`] = [...inside, ...walls, meter];
    lights[meter] = inside;
    for (const part of inside) lights[part] = focus ? [`ns:${focus}:${container.name}`] : walls;
    drawn.forEach((kind, index) => {
      // A course that is not there is the host's: pointing at it points at the host as well.
      const beyond = wall?.[kind] === 'shared' ? ['host'] : [];
      lights[walls[index] ?? ''] = [...inside, ...beyond];
    });
  }
  return lights;
}
