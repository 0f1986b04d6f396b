import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'write-limit',
  title: 'A limit on the disk, and who feels it',
  lens: 'meter',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 6 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 15 },
  },
  takes: { default: { label: '--device-write-bps /dev/vda:1mb' } },
  prepare: ['sysctl -qw vm.dirty_background_bytes=4194304 vm.dirty_bytes=8388608'],
  undo: ['sysctl -qw vm.dirty_background_ratio=10 vm.dirty_ratio=20'],
  entities: {
    web: { container: 'web' },
    meter: { cgroupOf: 'web' },
    host: { host: true },
  },
  numbers: [
    { number: '4', why: '16 pieces of 256 KiB, in MiB' },
    { number: '8', why: '8388608 bytes, in MiB' },
    { number: '24', why: '96 pieces of 256 KiB, in MiB' },
  ],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web --device-write-bps /dev/vda:1mb isolate-lab:13 sleep 600' },
      before: 'A container that may write 1 MiB a second to the host’s disk.',
      after: 'The limit is one device’s. Reads, and other devices, have none.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'limit',
      run: { pane: 'web', type: 'cat /sys/fs/cgroup/io.max' },
      before: 'Read it inside.',
      after: 'The device by its numbers, and `wbps`: bytes written a second. The other three say `max`.',
      marks: [{ pane: 'web', text: 'wbps=1048576', entity: 'meter' }],
    },
    {
      id: 'direct',
      run: { pane: 'web', type: 'dd if=/dev/zero of=/f bs=256k count=16 oflag=direct' },
      sample: { of: 'io', everyMs: 50 },
      before: 'Write 4 MiB past the page cache, each piece straight to the disk.',
      after: 'Held to the limit: `dd` waits for each piece, and the pieces are let through at 1 MiB a second.',
      marks: [{ pane: 'web', text: '1.0 MB/s', entity: 'meter' }],
    },
    {
      id: 'buffered',
      run: { pane: 'web', type: 'dd if=/dev/zero of=/g bs=256k count=16' },
      sample: { of: 'io', everyMs: 50 },
      before: 'Now 4 MiB the usual way, through the page cache.',
      after:
        '4 MiB fit into memory: the rate that `dd` prints is that of copying. The disk has written nothing of it yet.',
      predict: {
        question: 'The same 4 MiB without `oflag=direct`. Which rate does `dd` report?',
        answers: ['1 MB/s again: it is the same disk', 'many times that'],
        right: 1,
        proof: { pane: 'web', text: 'MB/s' },
        because: 'A buffered write ends when its data is in memory, as long as little in there waits for the disk.',
      },
    },
    {
      id: 'sync',
      run: { pane: 'web', type: 'sync /g' },
      sample: { of: 'io', everyMs: 50 },
      before: 'Have it written now, and wait for the disk.',
      after:
        'Here is the limit again: `sync` waits. The pages go to the disk as one request, which is counted when it is let through.',
    },
    {
      id: 'bound',
      run: { pane: 'web', type: 'cat /proc/sys/vm/dirty_bytes' },
      before: 'How much of memory may wait to be written? The host has a bound.',
      after:
        '8388608 bytes, 8 MiB, for the host and all on it. It was set so low for this recording, to be reached soon.',
      marks: [{ pane: 'web', text: '8388608', entity: 'host' }],
    },
    {
      id: 'longer',
      run: { pane: 'web', type: 'dd if=/dev/zero of=/h bs=256k count=96' },
      sample: { of: 'io', everyMs: 50 },
      before: 'Now 24 MiB through the page cache, three times the bound.',
      after:
        'It waited. Once 8 MiB are in memory unwritten, the kernel holds the writer back until the disk has taken some, and the disk takes 1 MiB a second.',
      predict: {
        question: 'Without `oflag=direct`, but 24 MiB. Which rate does `dd` report?',
        answers: ['that of copying, as for 4 MiB', 'near that of the limit'],
        right: 1,
        proof: { pane: 'web', text: 'MB/s' },
        because:
          'Memory takes in what the disk has not, up to the bound. From there on the writer goes at the disk’s pace.',
      },
      expects: [
        { pane: 'web', line: '24 MiB' },
        { pane: 'web', status: 0 },
      ],
    },
  ],
});
