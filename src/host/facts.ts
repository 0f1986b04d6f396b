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
  /** The pids of listed processes that have a namespace of their own and were started by someone logged in, not by Docker; absent where no scene asks. */
  strangers?: number[];
  /** What every process shares with the host; absent where no scene asked for it. */
  slab?: Slab;
  /** The highest number that the kernel gives a capability; absent like `slab`. */
  lastCapability?: number;
  /** What the host has to share out; read where a scene asks for `meters`. */
  supply?: Supply;
  /** Each kernel that answers on this host, its own first; only read where a scene asks for it. */
  machines?: Machine[];
  /** The wall clock, in seconds since 1970; read where `clock` is asked for. */
  clock?: number;
}

/** What no namespace wraps, as the host reads it. */
export interface Slab {
  bootId: string;
  /** The wall clock, in seconds since 1970. */
  clock: number;
  /** MemTotal in kB. */
  memory: number;
  /** The averages of /proc/loadavg over 1, 5 and 15 minutes, as they are printed. */
  load: [string, string, string];
  /** Users of the kernel's keyring, and how many keys each has. */
  keyUsers: { uid: number; keys: number }[];
  /** Kernel settings by name: vm.swappiness. */
  sysctls: Record<string, string>;
  /** The file system at the host's root: its size in kB and its inodes. */
  disk: { size: number; inodes: number };
}

/** What a process may ask of the kernel. proc_pid_status(5) */
export interface Fence {
  /** Masks of 16 hex digits. */
  permitted: string;
  effective: string;
  bounding: string;
  noNewPrivs: boolean;
  /** 0: off, 1: strict, 2: a filter. */
  seccomp: number;
  /** AppArmor's label, its mode in brackets; empty where there is none. */
  label: string;
}

/** How much there is of what cgroups count: CPUs that are online, and bytes of memory and of swap. */
export interface Supply {
  cpus: number;
  memory: number;
  swap: number;
}

/** What one kernel says of itself: the host's, a virtual machine's, or the one that a sandbox puts before a container. */
export interface Machine {
  kind: 'host' | 'vm' | 'sandbox';
  /** `host`, `vm`, or the container's name. */
  name: string;
  /** The host's pid of the process that this machine is: QEMU, or the sandbox; 1 for the host. */
  pid: number;
  hostname: string;
  /** `uname -r`. */
  kernel: string;
  /** /proc/sys/kernel/random/boot_id, made anew at each boot; absent where this kernel has no such file. */
  bootId?: string;
  /** MemTotal of /proc/meminfo, in KiB. */
  memory: number;
  /** The entries of /proc that are processes. */
  processes: number;
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
  /** It wants the processor, also while a quota makes it wait; told where `all` is asked for. */
  running?: true;
  /** Absent where no scene asked for it. */
  fence?: Fence;
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
  /** What Docker was asked for, besides its own list of devices; absent where no scene asked for it. */
  devices?: { all: boolean; rules: string[] };
  /** /usr/bin/python3 as the container has it: its inode and its size; absent likewise. */
  python?: { inode: number; size: number };
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
  /** net: how many answers to a ping have come, and how many pings, as /proc/net/snmp counts them; read where `all` is asked for. */
  echoReplies?: number;
  echoRequests?: number;
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
  /** From here on: read where a scene asks for `meters`. Its part of contended CPU time, 1 to 10000; 100 unless set. */
  cpuWeight?: number;
  memorySwapMax?: number;
  /** The most that memory.current has been, in bytes. */
  memoryPeak?: number;
  /** Bytes of memory.stat: `anon`, `file`, and `shmem`, which is the part of `file` that is tmpfs and shared memory. */
  memoryStat?: Record<string, number>;
  /** Limits of each device, by its numbers `254:0`: rbps, wbps, riops, wiops. */
  ioMax?: Record<string, Record<string, number>>;
  /** Counters of each device: rbytes, wbytes, rios, wios, … */
  ioStat?: Record<string, Record<string, number>>;
  /** `max`: how often a fork was refused. */
  pidsEvents?: Record<string, number>;
}

/** What a container's cgroup counted at one moment while a step ran: of one kind, which the step asks for. */
export interface CgroupSample {
  path: string;
  /** CPU time since it was made, in microseconds, and in how many periods it was stopped. */
  usage?: number;
  throttled?: number;
  /** Bytes. */
  memory?: number;
  pids?: number;
  /** Bytes written to all devices. */
  written?: number;
}
