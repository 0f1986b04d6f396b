export interface Term {
  /** Its place on the glossary's page. */
  id: string;
  term: string;
  /** Other forms under which prose names it. */
  also?: string[];
  /** One sentence or two. */
  short: string;
  source: { href: string; title: string };
  /** Not linked from prose: a word that stands in every paragraph. */
  everywhere?: boolean;
}

const man = (page: string, section: number) => ({
  href: `https://man7.org/linux/man-pages/man${section}/${page}.${section}.html`,
  title: `${page}(${section})`,
});
const docker = (path: string, title: string) => ({
  href: `https://docs.docker.com/${path}`,
  title: `Docker: ${title}`,
});

/** The field's own words, in the order of the alphabet. */
export const glossary: Term[] = [
  {
    id: 'apparmor',
    term: 'AppArmor',
    short: 'A Linux security module that confines a program to the files and powers that a profile lists.',
    source: docker('engine/security/apparmor/', 'AppArmor security profiles'),
  },
  {
    id: 'bind-mount',
    term: 'bind mount',
    also: ['bind mounts'],
    short: 'A file or directory made visible at a second place as well. Both places are the same files.',
    source: man('mount', 8),
  },
  {
    id: 'bridge',
    term: 'bridge',
    also: ['docker0'],
    short: 'A network device that forwards frames between the interfaces that are plugged into it, like a switch.',
    source: docker('engine/network/drivers/bridge/', 'Bridge network driver'),
  },
  {
    id: 'capability',
    term: 'capability',
    also: ['capabilities'],
    short: 'One of the parts that root’s power is divided into. A process may have some of them and lack the others.',
    source: man('capabilities', 7),
  },
  {
    id: 'cgroup',
    term: 'cgroup',
    also: ['cgroups', 'control group', 'control groups'],
    short: 'A control group: a set of processes whose use of CPU, memory and the like is counted and may be capped.',
    source: man('cgroups', 7),
  },
  {
    id: 'container',
    term: 'container',
    short: 'A set of processes that were started with namespaces, cgroups and a root file system of their own.',
    source: docker('get-started/docker-overview/', 'What is Docker?'),
    everywhere: true,
  },
  {
    id: 'image',
    term: 'image',
    short: 'A read-only template from which containers are made: layers of files, and what to run.',
    source: docker('get-started/docker-overview/', 'What is Docker?'),
    everywhere: true,
  },
  {
    id: 'inode',
    term: 'inode',
    also: ['inodes', 'inode number'],
    short: 'What a file system keeps of one file. Its number tells whether two names are the same file.',
    source: man('inode', 7),
  },
  {
    id: 'kernel',
    term: 'kernel',
    short: 'The program that runs the machine: it schedules processes and answers their system calls.',
    source: man('syscalls', 2),
    everywhere: true,
  },
  {
    id: 'namespace',
    term: 'namespace',
    also: ['namespaces'],
    short:
      'What gives the processes in it a view of their own of one kind of thing, such as process numbers or interfaces.',
    source: man('namespaces', 7),
  },
  {
    id: 'oom-killer',
    term: 'OOM killer',
    also: ['out-of-memory killer'],
    short: 'What the kernel does when memory can’t be had otherwise: it ends a process to get it back.',
    source: { href: 'https://docs.kernel.org/admin-guide/cgroup-v2.html', title: 'Control Group v2' },
  },
  {
    id: 'overlay',
    term: 'overlay file system',
    also: ['overlay', 'overlayfs', 'overlay2'],
    short: 'A file system made of layers: what is written goes to the upper one, and the lower ones stay as they are.',
    source: { href: 'https://docs.kernel.org/filesystems/overlayfs.html', title: 'Overlay Filesystem' },
  },
  {
    id: 'pid',
    term: 'PID',
    also: ['PIDs'],
    short: 'The number of a process. A process has one in its own PID namespace and one in each above it.',
    source: man('pid_namespaces', 7),
    everywhere: true,
  },
  {
    id: 'pivot-root',
    term: 'pivot_root',
    short: 'The system call that makes another mount the root of a mount namespace.',
    source: man('pivot_root', 2),
  },
  {
    id: 'proc',
    term: '/proc',
    short: 'A file system in which the kernel shows processes, and its own state, as files.',
    source: man('proc', 5),
    everywhere: true,
  },
  {
    id: 'runc',
    term: 'runc',
    short: 'The program that makes the namespaces and cgroups of a container and starts its first process in them.',
    source: { href: 'https://github.com/opencontainers/runc', title: 'runc' },
  },
  {
    id: 'seccomp',
    term: 'seccomp',
    also: ['seccomp filter'],
    short: 'A filter that the kernel asks at every system call of a process: it lets the call pass or refuses it.',
    source: man('seccomp', 2),
  },
  {
    id: 'signal',
    term: 'signal',
    also: ['signals', 'SIGTERM', 'SIGKILL'],
    short: 'A short message to a process, such as SIGTERM, which asks it to end, and SIGKILL, which can’t be refused.',
    source: man('signal', 7),
  },
  {
    id: 'sysctl',
    term: 'sysctl',
    also: ['sysctls'],
    short: 'A setting of the kernel that can be read, and by those who may also written, below /proc/sys.',
    source: man('sysctl', 8),
  },
  {
    id: 'system-call',
    term: 'system call',
    also: ['system calls'],
    short: 'The way in which a program asks the kernel for something: to open a file, to start a process, to send.',
    source: man('syscalls', 2),
  },
  {
    id: 'tmpfs',
    term: 'tmpfs',
    short: 'A file system whose files are kept in memory.',
    source: man('tmpfs', 5),
  },
  {
    id: 'uid-map',
    term: 'uid map',
    also: ['uid_map', 'userns-remap'],
    short: 'The table of a user namespace that says which user outside each user inside is.',
    source: man('user_namespaces', 7),
  },
  {
    id: 'veth',
    term: 'veth pair',
    also: ['veth', 'veth pairs'],
    short: 'Two network interfaces that are the ends of one cable: what goes into one comes out of the other.',
    source: man('veth', 4),
  },
  {
    id: 'virtual-machine',
    term: 'virtual machine',
    also: ['virtual machines'],
    short: 'A machine made by software, on which a kernel of its own runs.',
    source: docker('get-started/docker-concepts/the-basics/what-is-a-container/', 'What is a container?'),
  },
  {
    id: 'zombie',
    term: 'zombie',
    also: ['zombies'],
    short: 'A process that has ended and whose parent has not yet asked how. It keeps its number until then.',
    source: man('wait', 2),
  },
];
