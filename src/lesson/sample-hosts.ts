import { withHandmade } from '../host/by-hand.ts';
import { type Cgroup, type HostFacts, type Link, type NsKind, nsKinds, type Process } from '../host/facts.ts';

export type Own = Partial<Record<NsKind, number>>;

export interface Hand {
  hostname?: string;
  processes?: Process[];
  /** What is in a namespace: of the host's, number 1, or of another. */
  uts?: Record<number, string>;
  mnt?: Record<number, { target: string; root?: string; type?: string }[]>;
  net?: Record<number, Link[]>;
  /** Pings that came, and answers that came. */
  echoes?: Record<number, [requests: number, replies: number]>;
  user?: Record<number, [number, number, number][]>;
  cgroups?: Cgroup[];
  clock?: number;
}

/** A process; `own` are the inodes of namespaces that are not the host's. */
export function process(pid: number, own: Own = {}, more: Partial<Process> = {}): Process {
  const ns = Object.fromEntries(nsKinds.map((kind) => [kind, own[kind] ?? 1])) as Record<NsKind, number>;
  const plain = { nspid: [pid], ppid: 1, uid: 0, user: 'root', comm: 'sh', args: 'sh', started: pid, cgroup: '/' };
  return { pid, ns, ...plain, ...more };
}

/** The host of the workbench, on which somebody has done this. */
export function host({ hostname = 'workbench', processes = [], cgroups = [], clock, ...inside }: Hand = {}): HostFacts {
  const all = [process(1, {}, { comm: 'init', args: 'init', ppid: 0 }), ...processes];
  const namespaces = nsKinds.flatMap((kind) =>
    [...new Set(all.map(({ ns }) => ns[kind]))].map((inode) => ({
      kind,
      inode,
      ...(kind === 'uts' ? { hostname: inode === 1 ? hostname : (inside.uts?.[inode] ?? hostname) } : {}),
      ...(kind === 'mnt'
        ? {
            mounts: (inside.mnt?.[inode] ?? []).map((mount) => ({
              root: '/',
              type: 'tmpfs',
              source: '',
              options: '',
              ...mount,
            })),
          }
        : {}),
      ...(kind === 'net'
        ? {
            links: inside.net?.[inode] ?? [],
            echoRequests: inside.echoes?.[inode]?.[0] ?? 0,
            echoReplies: inside.echoes?.[inode]?.[1] ?? 0,
          }
        : {}),
      ...(kind === 'user' ? { uidMap: inside.user?.[inode] ?? [] } : {}),
    })),
  );
  return withHandmade({
    hostname,
    kernel: '6.1',
    processCount: all.length,
    processes: all,
    containers: [],
    namespaces,
    cgroups,
    ...(clock === undefined ? {} : { clock }),
  });
}

export function cgroup(path: string, more: Partial<Cgroup> = {}): Cgroup {
  return {
    path,
    cpuMax: [-1, 100_000],
    cpuStat: {},
    memoryMax: -1,
    memoryCurrent: 0,
    memoryEvents: {},
    pidsMax: -1,
    pidsCurrent: 0,
    ...more,
  };
}

export function link(name: string, index: number, more: Partial<Link> = {}): Link {
  return { name, index, kind: 'veth', mac: '', up: true, addresses: [], ...more };
}

export const bridge = (more: Partial<Link> = {}) =>
  link('br0', 2, { kind: 'bridge', addresses: ['10.0.0.1/24'], ...more });
/** Both ends of a cable from the host to a namespace that the host counts as this one. */
export const outer = (index: number, netns: number, more: Partial<Link> = {}) =>
  link(`veth${index}`, index, { peerIndex: 2, peerNetnsid: netns, master: 'br0', ...more });
export const inner = (peer: number, more: Partial<Link> = {}) =>
  link('eth0', 2, { peerIndex: peer, peerNetnsid: 0, addresses: [`10.0.0.${peer}/24`], ...more });
