import type { Container, HostFacts, NsKind } from '../../src/host/facts.ts';
import { cablesOf } from '../../src/host/net.ts';
import { firstProcess, namespaceOf } from '../../src/host/views.ts';
import { inhabited, movedTo, ready, walled } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

/** What Docker makes new for a container, as the lab of this site has it. */
const docker: NsKind[] = ['mnt', 'uts', 'ipc', 'net', 'pid', 'cgroup'];

/** The cgroups with limits for memory and for processes, and somebody in them. */
function limited(facts: HostFacts) {
  return inhabited(facts).filter(({ memoryMax, pidsMax }) => memoryMax > 0 && pidsMax > 0);
}

/** The rooms behind all six walls whose first process is under both limits. */
function rooms(facts: HostFacts): Container[] {
  const paths = limited(facts).map(({ path }) => path);
  return walled(docker, facts).filter((room) => paths.includes(firstProcess(room, facts)?.cgroup ?? ''));
}

function rooted(facts: HostFacts): boolean {
  return rooms(facts).some((room) => {
    const namespace = namespaceOf(room, 'mnt', facts);
    const own = namespace?.mounts?.some(({ target, type }) => target === '/proc' && type === 'proc');
    return namespace && own && movedTo('/srv/small', namespace);
  });
}

/** Both ends are up and have an address; the host's may have its bridge's. */
function cabled(facts: HostFacts): boolean {
  const names = rooms(facts).map(({ name }) => name);
  return cablesOf(facts).some(
    ({ container, inside, outside, bridge }) =>
      names.includes(container) && ready(inside) && outside.up && ready(bridge ?? outside),
  );
}

export const container: Lesson = {
  id: 'container',
  title: 'All of it: a container by hand',
  minutes: 10,
  chapter: 'Namespaces: what is visible',
  lens: 'wall',
  reads: ['uts', 'mnt', 'net'],
  before:
    'Now everything together, in the order in which `docker run` has it done: first the limits, then the walls, then the root, then the cable.',
  goals: [
    {
      say: 'A shell is in a cgroup with limits for memory and for processes.',
      hints: [
        'As in the lessons before: a folder, two files, and the shell’s own number.',
        'In shell 1: `mkdir /sys/fs/cgroup/box`, `echo 30M > /sys/fs/cgroup/box/memory.max`, `echo 20 > /sys/fs/cgroup/box/pids.max`, `echo $$ > /sys/fs/cgroup/box/cgroup.procs`.',
      ],
      reached: (now) => limited(now).length > 0,
    },
    {
      say: 'Its child stands behind the six walls that Docker builds.',
      hints: [
        'Mount, UTS, IPC, network, PID and cgroup: six letters, and one to fork.',
        'Type `unshare -m -u -i -n -p -C -f sh`.',
      ],
      reached: (now) => rooms(now).length > 0,
    },
    {
      say: 'It has a hostname of its own.',
      hints: ['The first lesson.', 'Type `hostname box`.'],
      reached: (now, since) =>
        now.hostname === since.hostname &&
        rooms(now).some((room) => namespaceOf(room, 'uts', now)?.hostname !== now.hostname),
    },
    {
      say: 'It has a root and a /proc of its own, and the old root is out of reach.',
      hints: [
        'The third lesson, and a /proc that shows the new PID namespace.',
        'Type `mount --bind /srv/small /srv/small`, `cd /srv/small`, `pivot_root . old`, `mount -t proc proc /proc`, `umount -l /old`. The shell itself is still the old root’s program; `exec sh` replaces it by the new one’s.',
      ],
      reached: rooted,
    },
    {
      say: 'A cable leads from it to the host, with an address at each end.',
      hints: [
        'From the host’s side, in shell 2; the diagram says which number the shell has there.',
        'In shell 2 `ip link add box0 type veth peer name eth0 netns PID`, `ip addr add 10.0.0.1/24 dev box0`, `ip link set box0 up`; in shell 1 `ip addr add 10.0.0.2/24 dev eth0`, `ip link set eth0 up`.',
      ],
      reached: cabled,
    },
  ],
  after:
    'That is what `docker run --memory 30m --pids-limit 20` has runc do, and then more: it drops capabilities, sets a seccomp filter, masks parts of /proc and starts your program instead of a shell.',
  solution: [
    { shell: 1, type: 'mkdir /sys/fs/cgroup/box' },
    { shell: 1, type: 'echo 30M > /sys/fs/cgroup/box/memory.max' },
    { shell: 1, type: 'echo 20 > /sys/fs/cgroup/box/pids.max' },
    { shell: 1, type: 'echo $$ > /sys/fs/cgroup/box/cgroup.procs' },
    { shell: 1, type: 'unshare -m -u -i -n -p -C -f sh', after: 1 },
    { shell: 1, type: 'hostname box', after: 2 },
    { shell: 1, type: 'mount --bind /srv/small /srv/small' },
    { shell: 1, type: 'cd /srv/small' },
    { shell: 1, type: 'pivot_root . old' },
    { shell: 1, type: 'mount -t proc proc /proc' },
    { shell: 1, type: 'umount -l /old' },
    { shell: 1, type: 'exec sh' },
    { shell: 2, type: 'ip link add box0 type veth peer name eth0 netns {pid}', after: 4 },
    { shell: 2, type: 'ip addr add 10.0.0.1/24 dev box0' },
    { shell: 2, type: 'ip link set box0 up' },
    { shell: 1, type: 'ip addr add 10.0.0.2/24 dev eth0' },
    { shell: 1, type: 'ip link set eth0 up' },
    { shell: 1, type: 'ping -c 1 10.0.0.1', after: 5 },
  ],
};
