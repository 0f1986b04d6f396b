import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'course-by-course',
  title: 'Build the wall yourself',
  lens: 'wall',
  panes: { host: { title: 'a shell on the host', rows: 14 } },
  takes: { default: { label: 'unshare' } },
  reads: ['strangers'],
  entities: {
    shell: { firstProcessOf: 'shell' },
    room: { container: 'shell' },
    pid: { namespaceOf: 'shell', kind: 'pid' },
    net: { namespaceOf: 'shell', kind: 'net' },
    mnt: { namespaceOf: 'shell', kind: 'mnt' },
    uts: { namespaceOf: 'shell', kind: 'uts' },
    ipc: { namespaceOf: 'shell', kind: 'ipc' },
    user: { namespaceOf: 'shell', kind: 'user' },
    cgroup: { namespaceOf: 'shell', kind: 'cgroup' },
    time: { namespaceOf: 'shell', kind: 'time' },
    host: { host: true },
  },
  numbers: [
    { number: '29.4', why: 'Docker’s releases before 29.5' },
    { number: '29.5', why: 'moby#52326: time namespaces, in Docker 29.5' },
  ],
  steps: [
    {
      id: 'uts',
      run: { pane: 'host', type: "exec unshare --uts bash -c 'hostname room; exec bash'" },
      before: 'A shell on the host, no Docker. `unshare` moves it into a new UTS namespace: rename that.',
      after:
        'The first course stands. The prompt has the new name, `{room.hostname}`; the host is called `{host.hostname}` as before.',
    },
    {
      id: 'ipc',
      run: { pane: 'host', type: 'exec unshare --ipc bash' },
      before: 'Each type is made by itself. The next one: System V objects and message queues.',
      after:
        'The second course, around the same process {shell.pid}. Nothing is printed, because nothing looks different yet.',
    },
    {
      id: 'net',
      run: { pane: 'host', type: "exec unshare --net bash -c 'ip -br link; exec bash'" },
      before: 'The network. List the interfaces as the first thing in it.',
      after:
        'One loopback interface, down, and no other: the cable that a container has is Docker’s work, not the namespace’s.',
    },
    {
      id: 'mount',
      run: { pane: 'host', type: 'exec unshare --mount bash' },
      before: 'The mounts. The new list is a copy of the old one.',
      after: 'The shell still sees every file of the host. What it mounts from now on, the host does not see.',
    },
    {
      id: 'cgroup',
      run: { pane: 'host', type: 'exec unshare --cgroup bash' },
      before: 'The root of the cgroup tree.',
      after: 'Five courses around process {shell.pid}, which has been the same one since the first.',
    },
    {
      id: 'pid',
      run: { pane: 'host', type: 'exec unshare --pid --fork bash' },
      before: 'Process ids. No process changes its own: `--fork` starts a child in the new namespace.',
      after:
        'The shell is a new process, {shell.pid} outside and {shell.inside} inside. With this one there are six courses: what `docker run` makes on cgroup v2, up to Docker 29.4.',
    },
    {
      id: 'proc',
      reports: [{ of: 'ps -e', by: 'shell', value: '1', says: 'bash' }],
      run: { pane: 'host', type: 'mount -t proc proc /proc; ps -e' },
      before: '`ps` reads `/proc`, and that is still the host’s. Mount this namespace’s over it.',
      after:
        'Two processes, and the shell is number 1. It takes two walls to hide a process list: pid, and mnt for `/proc`.',
      predict: {
        question: 'How many processes does `ps -e` list now?',
        answers: ['all of the host’s', 'two', 'none'],
        right: 1,
        proof: { pane: 'host', text: '1 pts' },
        because: 'In this PID namespace there are the shell, which is process 1, and `ps` itself.',
      },
    },
    {
      id: 'time',
      run: { pane: 'host', type: 'exec unshare --time bash' },
      before: 'The boot and monotonic clocks: the seventh, which Docker makes from 29.5 on.',
      after: 'Seven courses. The clocks read as before, for nobody has set them ahead.',
    },
    {
      id: 'user',
      run: { pane: 'host', type: 'exec unshare --user --map-root-user bash' },
      before: 'And the one that is off by default: user ids, with the host’s 0 as 0 inside.',
      after: 'The wall is whole. It took `unshare` and a shell, and the kernel keeps no object that says “container”.',
    },
    {
      id: 'links',
      run: { pane: 'host', type: 'readlink /proc/self/ns/*' },
      before: 'Read the shell’s own links, and compare them with the host’s in the drawing.',
      after:
        'Ten lines, eight numbers, and none is the host’s. There is still no root file system of its own, no limit and no second fence: that is the rest of what Docker does.',
      marks: [
        { pane: 'host', text: '{cgroup.inode}', line: 'cgroup', entity: 'cgroup' },
        { pane: 'host', text: '{ipc.inode}', line: 'ipc', entity: 'ipc' },
        { pane: 'host', text: '{mnt.inode}', line: 'mnt', entity: 'mnt' },
        { pane: 'host', text: '{net.inode}', line: 'net', entity: 'net' },
        { pane: 'host', text: '{pid.inode}', line: 'pid:', entity: 'pid' },
        { pane: 'host', text: '{time.inode}', line: 'time:', entity: 'time' },
        { pane: 'host', text: '{user.inode}', line: 'user', entity: 'user' },
        { pane: 'host', text: '{uts.inode}', line: 'uts', entity: 'uts' },
      ],
    },
  ],
});
