import type { HostFacts, Link, Mount, Namespace, NsKind } from '../../src/host/facts.ts';
import { isFollowed } from '../../src/host/mounts.ts';
import type { Lens } from '../../src/recording/script.ts';

/** What the diagrams of a lens read of a namespace, besides its kind and inode; pid and uts stand in every building. */
const contents: Partial<Record<Lens, NsKind>> = { ipc: 'ipc', mnt: 'mnt', net: 'net', user: 'user' };

/** The facts that the diagrams of a lens read; the rest of what a host reports of itself stays out of the page. */
export function trim(facts: HostFacts, lens: Lens): HostFacts {
  return {
    hostname: facts.hostname,
    kernel: facts.kernel,
    processCount: facts.processCount,
    processes: facts.processes,
    containers: facts.containers,
    namespaces: facts.namespaces
      .filter(({ kind }) => kind === 'pid' || kind === 'uts' || kind === contents[lens])
      .map((namespace) => contentOf(namespace, lens)),
    cgroups: [],
  };
}

function contentOf(namespace: Namespace, lens: Lens): Namespace {
  const { kind, inode, hostname, domain, sysvShm, sysvSem, posixShm, mounts, links, uidMap } = namespace;
  return {
    kind,
    inode,
    ...(kind === 'uts' && hostname !== undefined ? { hostname } : {}),
    ...(lens === 'uts' && domain !== undefined ? { domain } : {}),
    ...(sysvShm ? { sysvShm } : {}),
    ...(sysvSem ? { sysvSem } : {}),
    ...(posixShm ? { posixShm } : {}),
    ...(links ? { links: links.map(ofIpv4) } : {}),
    ...(uidMap ? { uidMap } : {}),
    ...(mounts ? { mounts: mounts.filter((mount) => isDrawn(mount)).map(shortOptions) } : {}),
  };
}

/** A root, what a diagram follows below it, and the host's devices: what a bind mount shows is a part of one. */
function isDrawn(mount: Mount): boolean {
  const kept = ['proc', 'sysfs', 'tmpfs'].includes(mount.type) || mount.source.startsWith('/');
  return mount.target === '/' || (isFollowed(mount) && kept && !mount.target.startsWith('/run/'));
}

/** Of the options, the overlay's layers. */
function shortOptions(mount: Mount): Mount {
  const options = mount.options.split(',').filter((option) => /^(lower|upper)dir=/.test(option));
  return { ...mount, options: options.join(',') };
}

/** Without link-local addresses and without what no diagram says: an interface is called by its address of IPv4. */
function ofIpv4(link: Link): Link {
  return { ...link, mac: '', addresses: link.addresses.filter((address) => address.includes('.')) };
}
