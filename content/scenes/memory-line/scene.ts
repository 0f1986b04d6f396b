import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'memory-line',
  title: 'Up to the line',
  lens: 'meter',
  varies: 'Memory',
  reads: ['meters'],
  panes: {
    host: { title: 'host', rows: 10 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 13 },
  },
  loose: [
    {
      why: 'the number of a job that has ended',
      line: /\bbash -c\b/,
      text: /^(bash: line \d+: +)\d+(?= Killed)/,
      becomes: '$1n',
    },
  ],
  takes: {
    default: { label: '--memory 64m', name: '64 MB' },
    none: { label: 'no limit', name: 'no limit' },
  },
  entities: {
    web: { container: 'web' },
    job: { container: 'job' },
    meter: { cgroupOf: 'web' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web --memory 64m isolate-lab:13 sleep 600' },
      before: 'Start a container that may hold 64 MiB of memory.',
      after: 'The line in the memory gauge is the limit.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      in: {
        none: {
          run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
          before: 'Start a container without a limit on memory.',
          after: 'No line in the gauge: a full tube would be all of the host’s memory.',
        },
      },
    },
    {
      id: 'limits',
      run: { pane: 'web', type: 'cat /sys/fs/cgroup/memory.{max,swap.max}' },
      before: 'Read its limits on memory and on swap.',
      after:
        'The first is memory: {meter.memoryMaxMiB} MiB. The second is swap: `--memory` alone allows {meter.swapMaxMiB} MiB of it too. This host has none.',
      marks: [{ pane: 'web', text: '{meter.memoryMax}', entity: 'meter' }],
      in: { none: { after: '`max` and `max`: no limit on either.', marks: undefined } },
    },
    {
      id: 'free',
      run: { pane: 'web', type: 'free -m' },
      before: 'Ask `free` how much memory there is.',
      after: 'The host’s {host.memoryMiB} MiB. `free` reads `/proc/meminfo`, which no namespace and no cgroup changes.',
      predict: {
        question: 'The limit is 64 MiB. What will `free -m` show as the total inside?',
        answers: ['64', '128, with the swap', 'what the host has'],
        right: 2,
        proof: { pane: 'web', text: '{host.memoryMiB}' },
        because: '`/proc/meminfo` is the kernel’s, and there is one kernel.',
      },
      marks: [{ pane: 'web', text: '{host.memoryMiB}', entity: 'host' }],
      in: { none: { predict: undefined } },
    },
    {
      id: 'take',
      run: { pane: 'web', type: "python3 -c 'b = bytearray(200 * 2**20)'; echo $?" },
      sample: { of: 'memory', everyMs: 20 },
      before: 'Now a program that asks for 200 MiB and fills them with zeros.',
      after: 'It climbed to the line and was killed there: 137 is 128 + 9, SIGKILL.',
      predict: {
        question: '`free` said there was plenty. What becomes of the program?',
        answers: ['Python raises MemoryError', 'it is killed', 'it gets the memory, slowly'],
        right: 1,
        proof: { pane: 'web', text: '137' },
        because:
          'Memory is counted when it is touched. At the limit, with nothing to reclaim, the kernel kills a process of this cgroup.',
      },
      in: { none: { after: 'It got its 200 MiB, filled them, and ended with status 0.', predict: undefined } },
    },
    {
      id: 'events',
      run: { pane: 'web', type: 'grep oom_kill /sys/fs/cgroup/memory.events' },
      before: 'The cgroup keeps count.',
      after:
        '{meter.oomKills} process killed for want of memory in this cgroup. The host’s other processes had no part in it.',
      marks: [{ pane: 'web', text: 'oom_kill {meter.oomKills}', entity: 'meter' }],
      in: { none: { after: 'Nothing was killed.' } },
    },
    {
      id: 'job',
      run: {
        pane: 'host',
        type: `docker run --name job --memory 64m isolate-lab:13 bash -c 'python3 -c "b = bytearray(200 * 2**20)"; echo status $?; sleep 3'`,
      },
      before: 'Another container: its first process is a shell, and a child of that does the same.',
      after: 'The child was killed, status 137. The shell said so and ended well.',
      in: {
        none: {
          run: {
            pane: 'host',
            type: `docker run --name job isolate-lab:13 bash -c 'python3 -c "b = bytearray(200 * 2**20)"; echo status $?; sleep 3'`,
          },
          after: 'Without a limit the child ends well, and so does the shell.',
        },
      },
    },
    {
      id: 'inspect',
      run: { pane: 'host', type: "docker inspect -f '{{.State.OOMKilled}} {{.State.ExitCode}}' job" },
      before: 'Ask Docker two things: was there an OOM kill, and how did the container end?',
      after: '`true` and {job.exit}: something in the container was killed for memory, and the container succeeded.',
      predict: {
        question: 'A child was killed for memory; the first process ended well. What does Docker say?',
        answers: ['`true 137`', '`false 0`', '`true 0`'],
        right: 2,
        proof: { pane: 'host', text: 'true 0' },
        because: 'The flag tells of any process of the cgroup, the exit code of the first process alone.',
      },
      marks: [{ pane: 'host', text: 'true {job.exit}', entity: 'job' }],
      in: {
        none: {
          after: '`false` and {job.exit}.',
          predict: undefined,
          marks: [{ pane: 'host', text: 'false {job.exit}', entity: 'job' }],
        },
      },
    },
  ],
});
