import { defineScene } from '../../../src/recording/script.ts';

const runsc =
  '{"runtimes":{"runsc":{"path":"/run/annex/runsc/usr/bin/runsc","runtimeArgs":["--network=none","--ignore-cgroups"]}}}';

export default defineScene({
  id: 'own-kernel',
  title: 'A kernel that is a process',
  lens: 'slab',
  annex: true,
  reads: ['machines'],
  panes: {
    host: { title: 'host', rows: 8 },
    plain: { title: 'inside plain', via: 'docker exec -it plain bash', opensAfter: 'start-plain', rows: 5 },
    gv: { title: 'inside gv', via: 'docker exec -it gv bash', opensAfter: 'start-gv', rows: 9 },
  },
  loose: [
    { why: 'what a sandbox invents for its log', line: /^dmesg \| head -n 6$/, text: /^\[.*$/g, becomes: 'a line' },
  ],
  takes: { default: { label: 'runc and runsc' } },
  entities: {
    plain: { container: 'plain' },
    gv: { container: 'gv' },
    sleep: { firstProcessOf: 'plain' },
    sentry: { machine: 'gv' },
    slab: { machine: 'host' },
    host: { host: true },
  },
  prepare: [
    'mkdir -p /run/annex; mountpoint -q /run/annex || mount -r LABEL=annex /run/annex',
    `printf '%s' '${runsc}' > /etc/docker/daemon.json; systemctl reload docker`,
    'until docker info -f "{{json .Runtimes}}" | grep -q runsc; do sleep 0.5; done',
  ],
  steps: [
    {
      id: 'start-plain',
      run: { pane: 'host', type: 'docker run -d --name plain isolate-lab:13 sleep 900' },
      before: 'Start a container as always. What makes it is `runc`.',
      after: 'Its process stands on the host’s kernel.',
      marks: [{ pane: 'host', text: '{plain.id}', entity: 'plain' }],
    },
    {
      id: 'start-gv',
      run: { pane: 'host', type: 'docker run -d --name gv --runtime=runsc isolate-lab:13 sleep 900' },
      before: 'Start the same image again, with gVisor’s runtime `runsc` in place of `runc`.',
      after: 'The same command in the same image. Something stands between it and the host’s kernel.',
      marks: [{ pane: 'host', text: '{gv.id}', entity: 'gv' }],
      veil: ['sentry'],
    },
    {
      id: 'kernel',
      run: [
        { pane: 'host', type: 'uname -r' },
        { pane: 'plain', type: 'uname -r' },
        { pane: 'gv', type: 'uname -r' },
      ],
      before: 'Ask all three for their kernel.',
      after:
        '`plain` has the host’s. `gv` answers `{sentry.kernel}`: that is the Sentry speaking, a program that implements system calls.',
      predict: {
        question: 'Which kernel does the container under `runsc` report?',
        answers: ['the host’s, as `plain` does', 'one of its own', 'none: the call is refused'],
        right: 1,
        proof: { pane: 'gv', text: '{sentry.kernel}' },
        because:
          'The host’s kernel does not answer the call. It is handed to the Sentry, which gives the version that it claims to be.',
      },
      marks: [
        { pane: 'host', text: '{slab.kernel}', entity: 'slab' },
        { pane: 'plain', text: '{slab.kernel}', entity: 'slab' },
        { pane: 'gv', text: '{sentry.kernel}', entity: 'sentry' },
      ],
      packet: { from: 'all', to: 'kernel' },
    },
    {
      id: 'log',
      run: [
        { pane: 'plain', type: 'dmesg | head -n 6' },
        { pane: 'gv', type: 'dmesg | head -n 6' },
      ],
      before: 'Read the kernel log in both.',
      after: '`plain` asked for the host’s log and was refused. `gv` got a log of its own, which the Sentry makes up.',
    },
    {
      id: 'outside',
      run: { pane: 'host', type: 'ps -o pid,args -C sleep' },
      before: 'Both containers run `sleep 900`. Look for it from the host.',
      after:
        'One, process {sleep.pid}: it is `plain`’s. The other one is in no list of the host’s; the Sentry has it in its own.',
      predict: {
        question: 'How many processes called `sleep` does the host have?',
        answers: ['none', 'one', 'two'],
        right: 1,
        proof: { pane: 'host', text: '{sleep.pid}' },
        because: 'A process is an entry in a kernel’s table. That of `gv` is in the Sentry’s table.',
      },
      marks: [{ pane: 'host', text: '{sleep.pid}', line: 'sleep 900', entity: 'sleep' }],
    },
  ],
});
