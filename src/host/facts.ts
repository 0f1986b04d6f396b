/** The eight namespace types of Linux, as /proc/PID/ns names them. namespaces(7) */
export const nsKinds = ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'cgroup', 'time'] as const;
export type NsKind = (typeof nsKinds)[number];

/** What one host reported of itself at one moment. Every number in a diagram comes from here. */
export interface HostFacts {
  hostname: string;
  /** `uname -r` of the host. */
  kernel: string;
  /** All processes of the host, threads not counted. */
  processCount: number;
  /** The processes that matter: everything in a container, and systemd, containerd, dockerd and the shims. By pid. */
  processes: Process[];
  containers: Container[];
  /** Every namespace that a listed process is in, once. */
  namespaces: Namespace[];
  /** The cgroups of the containers. */
  cgroups: Cgroup[];
  /** The wall clock, in seconds since 1970; read where `all` is asked for. */
  clock?: number;
}

export interface Process {
  /** The pid in the host's PID namespace. */
  pid: number;
  /** One pid per nested PID namespace, outermost first (NSpid in /proc/PID/status). */
  nspid: number[];
  /** The parent's pid, in the host's PID namespace. */
  ppid: number;
  /** The effective user id, as the host's user namespace counts. */
  uid: number;
  user: string;
  comm: string;
  /** The command line, arguments joined by a space. */
  args: string;
  /** Start time in clock ticks after boot: with the pid it names a process for good. */
  started: number;
  /** The inode of each of its namespaces; 0 where it has none any more: a zombie keeps only pid and user. */
  ns: Record<NsKind, number>;
  /** The path in the cgroup v2 tree, as the host sees it. */
  cgroup: string;
  /** The path that the process reads of itself, which its cgroup namespace shortens; absent in the host's namespace, where it is `cgroup`. */
  cgroupSeen?: string;
  /** It has ended, and its parent has not asked for its exit status. */
  zombie?: true;
}

export interface Container {
  /** 64 hex digits. */
  id: string;
  name: string;
  image: string;
  /** The host's pid of its first process; 0 when it is not running. */
  pid: number;
  /** Docker's word: running, exited, created … */
  status: string;
  exitCode: number;
  /** The pids in it, where no engine made it and its cgroup does not tell; see by-hand.ts. */
  members?: number[];
}

export interface Namespace {
  kind: NsKind;
  inode: number;
  /** uts */
  hostname?: string;
  /** uts: the NIS domain name. */
  domain?: string;
  /** net */
  links?: Link[];
  /** net: how many answers to a ping have come, as /proc/net/snmp counts them; read where `all` is asked for. */
  echoReplies?: number;
  /** mnt */
  mounts?: Mount[];
  /** user: /proc/PID/uid_map, rows of [first id inside, first id outside, length]. */
  uidMap?: [number, number, number][];
  /** ipc */
  sysvShm?: SysvShm[];
  /** ipc */
  sysvSem?: SysvSem[];
  /** ipc: names under /dev/shm as seen by the processes of this namespace. */
  posixShm?: { name: string; bytes: number }[];
}

export interface Link {
  index: number;
  name: string;
  /** veth, bridge, loopback … */
  kind: string;
  mac: string;
  up: boolean;
  /** Addresses with prefix length: 172.17.0.2/16. */
  addresses: string[];
  /** A veth's other end: its index in the peer's namespace. */
  peerIndex?: number;
  /** `link-netnsid`, as this namespace counts its neighbours. */
  peerNetnsid?: number;
  /** The bridge it is plugged into. */
  master?: string;
}

export interface Mount {
  root: string;
  target: string;
  type: string;
  source: string;
  /** Mount options, then the file system's own, comma separated. */
  options: string;
}

export interface SysvShm {
  key: number;
  id: number;
  bytes: number;
  owner: number;
  attached: number;
}

/** A System V semaphore set. */
export interface SysvSem {
  key: number;
  id: number;
  /** How many semaphores are in the set. */
  count: number;
  owner: number;
}

/** Values of a cgroup's files; -1 stands for the word "max". */
export interface Cgroup {
  path: string;
  /** Microseconds of CPU time per period, and the period's length in microseconds. */
  cpuMax: [number, number];
  cpuStat: Record<string, number>;
  memoryMax: number;
  memoryCurrent: number;
  memoryEvents: Record<string, number>;
  pidsMax: number;
  pidsCurrent: number;
  /** `max`: how often a fork was refused; read where a scene asks for it. */
  pidsEvents?: Record<string, number>;
}
