import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'fork-bomb',
  title: 'A fork bomb, held',
  lens: 'meter',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 11 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 8 },
  },
  takes: { default: { label: '--pids-limit 20' } },
  entities: {
    web: { container: 'web' },
    meter: { cgroupOf: 'web' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web --pids-limit 20 isolate-lab:13 sleep 600' },
      before: 'A container that may have 20 processes and threads.',
      after: 'The line in the gauge stands for 20.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'bomb',
      run: { pane: 'web', type: 'bomb() { bomb & exec sleep 300; }; (bomb &)' },
      ends: { pane: 'web', seen: 'bash: fork: Resource' },
      sample: { of: 'pids', everyMs: 50 },
      before: 'A fork bomb: a function that starts a copy of itself, which starts a copy of itself, without end.',
      after:
        'At the line, the kernel refuses the next copy: `Resource temporarily unavailable`. The shell tries again, and gives up.',
      predict: {
        question: 'What stops the bomb?',
        answers: [
          'the kernel kills the container',
          'the kernel refuses the next fork',
          'nothing, until the host is full',
        ],
        right: 1,
        proof: { pane: 'web', text: 'Resource temporarily unavailable' },
        because: 'A limit on pids makes fork fail with EAGAIN. Nobody is killed, and what runs goes on.',
      },
    },
    {
      id: 'count',
      run: { pane: 'host', type: 'cat /sys/fs/cgroup/system.slice/docker-*.scope/pids.{current,max}' },
      before: 'Count them from the host.',
      after:
        '{meter.pids} of {meter.pidsMax}: the last copy gave up its place when its fork failed. The host answers as ever.',
      marks: [{ pane: 'host', text: '{meter.pidsMax}', entity: 'meter' }],
    },
    {
      id: 'events',
      run: { pane: 'host', type: 'cat /sys/fs/cgroup/system.slice/docker-*.scope/pids.events' },
      before: 'The cgroup counts what it refused.',
      after: '{meter.refused} forks failed at the limit: each try of the shell was one.',
      marks: [{ pane: 'host', text: 'max {meter.refused}', entity: 'meter' }],
    },
    {
      id: 'kill',
      run: { pane: 'host', type: 'docker kill web' },
      ends: { paneCloses: 'web' },
      before: 'Nothing inside needs to answer for the container to be ended.',
      after: 'All of it is gone, with status {web.exit}, and its cgroup with it.',
      marks: [{ pane: 'host', text: 'web', entity: 'web' }],
    },
  ],
});
