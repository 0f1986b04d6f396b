import type { Cgroup, Container, HostFacts, Link, Namespace, NsKind, Process } from '../host/facts.ts';
import { cablesOf, hostLinks } from '../host/net.ts';
import { firstProcess, hostNamespace, initProcess, insidePid } from '../host/views.ts';

/** The namespaces of a type that are not the host's. */
export function others(kind: NsKind, facts: HostFacts): Namespace[] {
  const host = hostNamespace(kind, facts)?.inode;
  return facts.namespaces.filter((namespace) => namespace.kind === kind && namespace.inode !== host);
}

/** The processes in a namespace. */
export function inside(namespace: Namespace, facts: HostFacts): Process[] {
  return facts.processes.filter((process) => process.ns[namespace.kind] === namespace.inode);
}

/** The rooms whose wall has every one of these courses. */
export function walled(kinds: readonly NsKind[], facts: HostFacts): Container[] {
  const init = initProcess(facts);
  return facts.containers.filter((container) => {
    const first = firstProcess(container, facts);
    return first && init && kinds.every((kind) => first.ns[kind] !== init.ns[kind]);
  });
}

/** Whether each of these processes has ended. */
export function ended(processes: Process[], now: HostFacts): boolean {
  return processes.every(
    ({ pid, started }) => !now.processes.some((process) => process.pid === pid && process.started === started),
  );
}

/** A process that is number 1 in a PID namespace of its own. */
export function firstOnes(facts: HostFacts): Process[] {
  return facts.processes.filter((process) => process.nspid.length > 1 && insidePid(process) === 1);
}

/** Cgroups that someone made, with a process in them. */
export function inhabited(facts: HostFacts): Cgroup[] {
  return facts.cgroups.filter(({ path }) => facts.processes.some((process) => process.cgroup === path));
}

/** The processes in a cgroup. */
export function membersOf({ path }: Cgroup, facts: HostFacts): Process[] {
  return facts.processes.filter((process) => process.cgroup === path);
}

/** Where in its file system the root of a mount namespace is; undefined when nothing is mounted there. */
export function rootOf(namespace: Namespace): string | undefined {
  return namespace.mounts?.findLast(({ target }) => target === '/')?.root;
}

/** Whether it has a root of its own in this folder, and nothing of the old root is mounted below it. */
export function movedTo(folder: string, namespace: Namespace): boolean {
  return rootOf(namespace) === folder && !namespace.mounts?.some(({ target }) => /^\/old(\/|$)/.test(target));
}

/** Whether an interface is up and has an address of IPv4. */
export function ready({ up, addresses }: Link): boolean {
  return up && addresses.some((address) => address.includes('.'));
}

/** The bridges of the host that are up and have an address. */
export function readyBridges(facts: HostFacts): Link[] {
  return hostLinks(facts).filter((link) => link.kind === 'bridge' && ready(link));
}

/** The inner ends of the cables whose outer end is up and plugged into this bridge, one for each network namespace. */
export function pluggedInto(bridge: Link, facts: HostFacts): Link[] {
  return cablesOf(facts)
    .filter((cable) => cable.bridge?.index === bridge.index && cable.outside.up)
    .map(({ inside }) => inside);
}

/**
 * Whether a ping from behind a wall was answered from behind another: by neither itself nor the host. Each namespace counts the answers
 * that came to it and the pings that it was asked by, its own among them.
 */
export function answeredElsewhere(facts: HostFacts): boolean {
  const byHost = hostNamespace('net', facts)?.echoRequests ?? 0;
  return others('net', facts).some(({ echoReplies = 0, echoRequests = 0 }) => echoReplies > echoRequests + byHost);
}
