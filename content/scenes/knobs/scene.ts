import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'knobs',
  title: 'Root, a knob, a log and a disk',
  lens: 'door',
  reads: ['slab', 'fence'],
  doors: ['root', 'sysctl', 'log', 'disk'],
  panes: {
    host: { title: 'host', rows: 12 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 12 },
  },
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    root: { door: 'root', of: 'web' },
    sysctl: { door: 'sysctl', of: 'web' },
    log: { door: 'log', of: 'web' },
    disk: { door: 'disk', of: 'web' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'Start a container.',
      after: 'Four doors are shut in the drawing until they are tried.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'root',
      run: [
        { pane: 'host', type: 'ps -o pid,uid,user,args -C sleep' },
        { pane: 'web', type: 'id -u' },
      ],
      before: 'Ask inside who one is, and on the host whose process that is.',
      after:
        'User 0 inside is user {root.uid} outside. Without a user namespace there is one root, and it is the host’s.',
      opens: ['root'],
      marks: [{ pane: 'host', text: '{sleep.uid}', line: 'sleep 900', entity: 'root' }],
    },
    {
      id: 'read',
      run: [
        { pane: 'host', type: 'sysctl vm.swappiness' },
        { pane: 'web', type: 'sysctl vm.swappiness' },
      ],
      before: 'Read a setting of the kernel’s memory management on both sides.',
      after:
        'One setting, which both read. Most settings of networking, and those of IPC, have a copy per namespace; this one has none.',
      opens: ['sysctl'],
      marks: [{ pane: 'web', text: '{sysctl.value}', entity: 'sysctl' }],
    },
    {
      id: 'write',
      tries: { by: 'web', call: 'write 10', stoppedBy: 'paths', door: 'sysctl', says: 'permission denied' },
      run: { pane: 'web', type: 'sysctl -w vm.swappiness=10' },
      before: 'Root inside is the host’s user 0. Turn the knob from there.',
      after: 'Refused. Not because the knob is another one: /proc/sys is mounted read-only for the container.',
      predict: {
        question: 'Root inside is user 0. Can it set a knob that the whole host shares?',
        answers: ['yes, and the host’s changes', 'yes, but only a copy of its own', 'no'],
        right: 2,
        proof: { pane: 'web', text: 'vm.swappiness' },
        because: 'A mount option stands in the way, and no namespace: `--privileged` leaves it out.',
      },
      expects: [{ pane: 'web', line: 'permission denied' }],
    },
    {
      id: 'log',
      run: [
        { pane: 'host', type: 'dmesg | head -n 1' },
        { pane: 'web', type: 'dmesg | head -n 1' },
      ],
      before: 'Read the first line of the kernel’s log on both sides.',
      after: 'There is one log, and the container is refused it: CAP_SYSLOG is missing.',
      opens: ['log'],
    },
    {
      id: 'disk',
      run: [
        { pane: 'host', type: 'df --output=source,size,itotal /' },
        { pane: 'web', type: 'df --output=source,size,itotal /' },
      ],
      before: 'Ask how large the disk below `/` is, in kilobytes and in inodes.',
      after:
        'Another name, the same {disk.size} kB and the same {disk.inodes} inodes: whatever the container writes, it writes to the host’s file system, until that is full.',
      opens: ['disk'],
      predict: {
        question: 'How much disk does `df /` show inside?',
        answers: ['the size of the image', '10 GB, Docker’s default', 'the host’s whole file system'],
        right: 2,
        proof: { pane: 'web', text: '{disk.size}' },
        because: 'The upper layer is a directory of the host. There is no quota unless one is asked for.',
      },
      marks: [
        { pane: 'host', text: '{disk.inodes}', entity: 'disk' },
        { pane: 'web', text: '{disk.inodes}', entity: 'disk' },
      ],
    },
  ],
});
