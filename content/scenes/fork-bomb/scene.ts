import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'fork-bomb',
  title: 'A fork bomb, held',
  lens: 'meter',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 11 },
  },
  loose: [
    { why: 'the number of a job that has ended', line: /^bomb\b/, text: /^(\[\d+\]) \d+$/g, becomes: '$1 n' },
    {
      why: 'how many places below its limit a bomb holds when it has ended',
      line: /\bpids\.\{current,max,events\}$/,
      text: /^1\d$/,
      becomes: 'n',
    },
  ],
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
      run: { pane: 'web', type: 'bomb() { bomb & wait; }; bomb' },
      sample: { of: 'pids', everyMs: 100 },
      before: 'A fork bomb: a function that starts a copy of itself, which does the same, without end.',
      after:
        'At the line the kernel refuses the next copy. The shell tries four times more, waits longer each time, then gives up and ends the copies that it made.',
      predict: {
        question: 'What stops the bomb?',
        answers: [
          'the kernel kills the container',
          'the kernel refuses the next fork',
          'nothing, until the host is full',
        ],
        right: 1,
        proof: { pane: 'web', text: 'Resource temporarily unavailable' },
        because: 'At the limit on pids fork fails with EAGAIN. The kernel kills nobody for it.',
      },
    },
    {
      id: 'count',
      run: { pane: 'host', type: 'cat /sys/fs/cgroup/system.slice/docker-*.scope/pids.{current,max,events}' },
      before: 'How many are there, how many may there be, how often was one refused? Ask the host.',
      after:
        '{meter.pids} of {meter.pidsMax} places are still taken: the copies have ended, but process 1, `sleep`, collects no one, and a zombie counts. {meter.refused} forks failed: the first and each new try.',
      marks: [
        { pane: 'host', text: '{meter.pidsMax}', entity: 'meter' },
        { pane: 'host', text: 'max {meter.refused}', entity: 'meter' },
      ],
    },
  ],
});
