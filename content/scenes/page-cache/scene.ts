import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'page-cache',
  title: 'Which 200 MiB kill?',
  lens: 'meter',
  varies: 'File',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 16 },
  },
  takes: {
    default: { label: 'a file on disk', name: 'on disk' },
    tmpfs: { label: 'a file in a tmpfs', name: 'in a tmpfs' },
  },
  entities: {
    web: { container: 'web' },
    meter: { cgroupOf: 'web' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web --memory 100m --tmpfs /t isolate-lab:13 sleep 600' },
      before: 'A container with a limit of 100 MiB, and a tmpfs at `/t`.',
      after: 'Files at `/t` live in memory; all others on the host’s disk.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'write',
      run: { pane: 'host', type: 'docker exec web dd if=/dev/zero of=/f bs=1M count=200 status=none; echo $?' },
      sample: { of: 'memory', everyMs: 20 },
      before: 'Write 200 MiB into a file on disk. Its pages stay in memory, and are counted here.',
      after: 'Status 0. The cache grew up to the line, and from there on the kernel gave pages back as new ones came.',
      predict: {
        question: '200 MiB of file pages, 100 MiB of limit. What becomes of `dd`?',
        answers: ['it is killed at the line', 'it ends well', '`No space left on device`'],
        right: 1,
        proof: { pane: 'host', text: '0' },
        because: 'Pages of a file can be written to disk and dropped. That is reclaim, and it comes before any kill.',
      },
      in: {
        tmpfs: {
          run: { pane: 'host', type: 'docker exec web dd if=/dev/zero of=/t/f bs=1M count=200 status=none; echo $?' },
          before: 'Write 200 MiB into a file in the tmpfs.',
          after: 'Status 137: killed at the line. A tmpfs has no disk to which its pages could go.',
          predict: {
            question: 'The same 200 MiB, in a tmpfs. What becomes of `dd`?',
            answers: ['it is killed at the line', 'it ends well', '`No space left on device`'],
            right: 0,
            proof: { pane: 'host', text: '137' },
            because: 'Pages of a tmpfs are memory and nothing else. Without swap they can’t be reclaimed.',
          },
        },
      },
    },
    {
      id: 'stat',
      run: {
        pane: 'host',
        type: "grep -E '^(anon|file|shmem) ' /sys/fs/cgroup/system.slice/docker-*.scope/memory.stat",
      },
      before: 'What is the memory made of? In bytes, as the host reads it.',
      after:
        'Nearly all is `file`: page cache, {meter.fileMiB} MiB of it. It counts up to the limit like any other memory.',
      marks: [{ pane: 'host', text: 'file', entity: 'meter' }],
      in: {
        tmpfs: {
          after:
            '{meter.fileMiB} MiB are `file` and {meter.shmemMiB} of them `shmem`: the tmpfs. They stay when `dd` is gone.',
          marks: [{ pane: 'host', text: 'shmem', entity: 'meter' }],
        },
      },
    },
    {
      id: 'events',
      run: { pane: 'host', type: 'grep oom_kill /sys/fs/cgroup/system.slice/docker-*.scope/memory.events' },
      before: 'Was anything killed?',
      after: 'Nothing was. A cgroup whose memory stands at its limit need not be in trouble.',
      marks: [{ pane: 'host', text: 'oom_kill {meter.oomKills}', entity: 'meter' }],
      in: { tmpfs: { after: 'Something was. Files in a tmpfs count like a program’s own memory.' } },
    },
  ],
});
