import type { Container, HostFacts, Link } from './facts.ts';
import { containerNamed, firstProcess, hostNamespace, namespaceOf } from './views.ts';

/** A veth pair between a container's network namespace and the host's. veth(4) */
export interface Cable {
  /** The container in whose namespace the inner end is; of several in one namespace, the first. */
  container: string;
  inside: Link;
  outside: Link;
  /** What the host's end is plugged into. */
  bridge: Link | undefined;
}

/** The way of a packet: out of one room through its cable, over a bridge, and through another cable in. The end without a cable is the host. */
export interface Route {
  out?: Cable;
  /** Where a packet of no container's comes in: the host's interface on the caller's network. */
  gate?: Link;
  bridge: Link;
  in?: Cable;
  /** The host's own interface, on the way to one of the host's neighbours. */
  uplink?: Link;
}

/** The interfaces of the host's own network namespace. */
export function hostLinks(facts: HostFacts): Link[] {
  return hostNamespace('net', facts)?.links ?? [];
}

/** The interfaces that a container sees, as the kernel numbers them. */
export function linksOf(container: Container, facts: HostFacts): Link[] {
  return namespaceOf(container, 'net', facts)?.links ?? [];
}

/** The address that an interface is called by: its first of IPv4, else its first. */
export function addressOf(link: Link): string | undefined {
  return link.addresses.find((address) => address.includes('.')) ?? link.addresses[0];
}

/** The host's bridges: those that a cable leads to first, then those of networks that somebody made. */
export function bridgesOf(facts: HostFacts): Link[] {
  const cabled = new Set(cablesOf(facts).map(({ bridge }) => bridge?.name));
  const rank = ({ name }: Link) => (cabled.has(name) ? 0 : 2) + (name.startsWith('docker') ? 1 : 0);
  return hostLinks(facts)
    .filter(({ kind }) => kind === 'bridge')
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}

/** How many bridges a cable leads to. */
export function cabledBridges(facts: HostFacts): number {
  return new Set(cablesOf(facts).flatMap(({ bridge }) => bridge?.name ?? [])).size;
}

/** The container that came first to a network namespace that is not the host's, by the namespace's inode. */
function ownersOf(facts: HostFacts): Map<number, Container> {
  const host = hostNamespace('net', facts)?.inode;
  const owners = new Map<number, Container>();
  for (const container of facts.containers) {
    const inode = firstProcess(container, facts)?.ns.net;
    if (inode !== undefined && inode !== host && !owners.has(inode)) owners.set(inode, container);
  }
  return owners;
}

/** The container in whose network namespace this one is as a guest: `--network=container:web`. */
export function netOwner(container: Container, facts: HostFacts): Container | undefined {
  const inode = firstProcess(container, facts)?.ns.net;
  const owner = inode === undefined ? undefined : ownersOf(facts).get(inode);
  return owner === container ? undefined : owner;
}

/**
 * The cables between the host and its containers. Two ends belong together when each names the other's index;
 * an index is unique in one namespace only, so the number that the host gives the neighbour (link-netnsid) must
 * belong to that namespace alone: what stays ambiguous is no cable.
 */
export function cablesOf(facts: HostFacts): Cable[] {
  const outer = hostLinks(facts);
  const pairs = [...ownersOf(facts)].flatMap(([inode, container]) =>
    linksOf(container, facts).flatMap((inside) => {
      if (inside.kind !== 'veth' || inside.peerNetnsid === undefined) return [];
      const outside = outer.find((end) => end.index === inside.peerIndex && end.peerIndex === inside.index);
      return outside?.peerNetnsid === undefined ? [] : [{ inode, container, inside, outside }];
    }),
  );
  const neighbours = new Map<number | undefined, Set<number>>();
  for (const { inode, outside } of pairs)
    neighbours.set(outside.peerNetnsid, (neighbours.get(outside.peerNetnsid) ?? new Set()).add(inode));
  return pairs
    .filter(({ outside }) => neighbours.get(outside.peerNetnsid)?.size === 1)
    .map(({ container, inside, outside }) => ({
      container: container.name,
      inside,
      outside,
      bridge: outer.find((link) => link.kind === 'bridge' && link.name === outside.master),
    }));
}

/** The host's ends of cables that lead to no container and to no bridge: interfaces with an address, behind which is somebody else. */
export function gatesOf(facts: HostFacts): Link[] {
  const cabled = new Set(cablesOf(facts).map(({ outside }) => outside.name));
  return hostLinks(facts).filter(
    (link) => link.kind === 'veth' && !link.master && !cabled.has(link.name) && addressOf(link) !== undefined,
  );
}

/**
 * The way from a container to an address, or to another container's; undefined when nobody there has it or nothing leads to it.
 * From an address outside of the host, it leads in by the host's interface on that network.
 */
export function routeOf(facts: HostFacts, from: string, to: string): Route | undefined {
  const gate = gatesOf(facts).find(({ addresses }) => addresses.some((network) => inSubnet(from, network)));
  if (gate) {
    const into = cablesOf(facts).find(({ container }) => container === to);
    return into?.bridge && { gate, bridge: into.bridge, in: into };
  }
  const sender = containerNamed(from, facts);
  const inode = sender && firstProcess(sender, facts)?.ns.net;
  if (!sender || inode === undefined) return undefined;
  const cables = cablesOf(facts);
  const called = cables.find(({ container }) => container === to)?.inside;
  const target = called ? addressOf(called)?.split('/')[0] : to;
  if (target === undefined) return undefined;
  const has = ({ addresses }: Link) => addresses.some((address) => address.split('/')[0] === target);
  const reaches = ({ addresses }: Link) => addresses.some((address) => inSubnet(target, address));
  const into = cables.find(({ inside }) => has(inside));

  if (inode === hostNamespace('net', facts)?.inode)
    return into?.bridge && reaches(into.bridge) ? { bridge: into.bridge, in: into } : undefined;

  const owner = netOwner(sender, facts) ?? sender;
  const own = cables.filter(({ container }) => container === owner.name);
  const near = own.find(({ inside }) => reaches(inside));
  if (into) {
    if (!near?.bridge || into.bridge !== near.bridge || into.container === owner.name) return undefined;
    return { out: near, bridge: near.bridge, in: into };
  }
  // The host answers for all of its addresses, whichever of its interfaces has them.
  const answers = hostLinks(facts).some((link) => link.kind !== 'loopback' && has(link));
  const out = near ?? own[0];
  if (!out?.bridge) return undefined;
  if (answers) return { out, bridge: out.bridge };
  // A neighbour of the host is reached through the host's own interface.
  const uplink = uplinkOf(facts);
  return uplink && reaches(uplink) ? { out, bridge: out.bridge, uplink } : undefined;
}

/** The host's first interface that is no loopback, bridge or cable: what leads out of it. */
export function uplinkOf(facts: HostFacts): Link | undefined {
  return hostLinks(facts).find(({ kind }) => !['bridge', 'veth', 'loopback'].includes(kind));
}

/** Whether an IPv4 address belongs to a network given as address and prefix length. */
export function inSubnet(address: string, network: string): boolean {
  const [base = '', length = ''] = network.split('/');
  const [one, other] = [ipv4(address), ipv4(base)];
  if (one === undefined || other === undefined || !/^\d+$/.test(length)) return false;
  const size = 2 ** (32 - Math.min(32, Number(length)));
  return Math.floor(one / size) === Math.floor(other / size);
}

function ipv4(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || !parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
