import type { HostFacts, Link } from './facts.ts';
import { firstProcess } from './views.ts';

/** How a made-up container is connected, for tests: the bridges its cables lead to, from eth0 on. */
export type Wiring = Record<string, string[]>;

/** The same made-up host with interfaces: containers that are not named in the wiring have only lo. `gate` is the host's address on a network of no container's. */
export function withNetwork(facts: HostFacts, wiring: Wiring, bridges = ['docker0'], gate?: string): HostFacts {
  const init = facts.processes.find(({ pid }) => pid === 1);
  if (!init) return facts;
  const outer: Link[] = [
    loopback(),
    link(2, 'ens3', 'ether', ['10.0.2.15/24']),
    ...bridges.map((name, k) => link(3 + k, name, 'bridge', [`172.${17 + k}.0.1/16`, 'fe80::1/64'])),
  ];
  const hosts = bridges.map(() => 2);
  const inner = new Map<number, Link[]>();
  for (const container of facts.containers) {
    const inode = firstProcess(container, facts)?.ns.net;
    if (inode === undefined || inode === init.ns.net || inner.has(inode)) continue;
    const netnsid = inner.size;
    const links = [loopback()];
    inner.set(inode, links);
    (wiring[container.name] ?? []).forEach((bridge, k) => {
      const index = outer.length + 1;
      const at = bridges.indexOf(bridge);
      const host = hosts[at] ?? 2;
      hosts[at] = host + 1;
      const end = `veth${((inode * 31 + k) % 0xfffffff).toString(16).padStart(7, '0')}`;
      outer.push({ ...link(index, end, 'veth', []), peerIndex: 2 + k, peerNetnsid: netnsid, master: bridge });
      const address = `172.${17 + at}.0.${host}/16`;
      links.push({ ...link(2 + k, `eth${k}`, 'veth', [address]), peerIndex: index, peerNetnsid: 0 });
    });
  }
  if (gate) outer.push({ ...link(outer.length + 1, 'lan0', 'veth', [gate]), peerIndex: 2, peerNetnsid: inner.size });
  const namespaces = [...inner].map(([inode, links]) => ({ kind: 'net' as const, inode, links }));
  return {
    ...facts,
    namespaces: [...facts.namespaces, { kind: 'net', inode: init.ns.net, links: outer }, ...namespaces],
  };
}

function loopback(): Link {
  return link(1, 'lo', 'loopback', ['127.0.0.1/8', '::1/128']);
}

function link(index: number, name: string, kind: string, addresses: string[]): Link {
  return { index, name, kind, mac: '02:00:00:00:00:00', up: true, addresses };
}
