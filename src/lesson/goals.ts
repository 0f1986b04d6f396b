import type { Cgroup, Container, HostFacts, Namespace, NsKind, Process } from '../host/facts.ts';
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

/** A process that is number 1 in a PID namespace of its own. */
export function firstOnes(facts: HostFacts): Process[] {
  return facts.processes.filter((process) => process.nspid.length > 1 && insidePid(process) === 1);
}

/** Cgroups that someone made, with a process in them. */
export function inhabited(facts: HostFacts): Cgroup[] {
  return facts.cgroups.filter(({ path }) => facts.processes.some((process) => process.cgroup === path));
}

/** Where in its file system the root of a mount namespace is; undefined when nothing is mounted there. */
export function rootOf(namespace: Namespace): string | undefined {
  return namespace.mounts?.findLast(({ target }) => target === '/')?.root;
}

/** The veth ends in a namespace that are up and have an address of IPv4. */
export function readyEnds(namespace: Namespace) {
  return (namespace.links ?? []).filter(
    ({ kind, up, addresses }) => kind === 'veth' && up && addresses.some((address) => address.includes('.')),
  );
}
