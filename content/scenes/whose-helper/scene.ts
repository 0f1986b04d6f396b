import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'whose-helper',
  title: 'Who is called when it crashes',
  lens: 'tally',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 7 },
  },
  takes: { default: { label: 'core_pattern' } },
  entities: { web: { container: 'web' }, pid: { namespaceOf: 'web', kind: 'pid' }, host: { host: true } },
  undo: ['sysctl -qw kernel.core_pattern=core', 'rm -f /usr/local/sbin/crash /run/crash'],
  prepare: [
    `printf '#!/bin/sh\\n{ echo "signal $1"; id -u; cat /proc/sys/kernel/hostname; readlink /proc/self/ns/pid; } > /run/crash\\n' > /usr/local/sbin/crash; chmod +x /usr/local/sbin/crash; rm -f /run/crash`,
    "sysctl -qw 'kernel.core_pattern=|/usr/local/sbin/crash %s'",
  ],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 900' },
      before: 'This host has a program that is to be told of crashes. Start a container on it.',
      after: 'The program is the host’s. Nothing of it is in the container.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'program',
      run: { pane: 'host', type: 'cat /usr/local/sbin/crash' },
      reports: [{ of: 'the program', value: '/run/crash' }],
      before: 'Read the program.',
      after: 'It writes down the signal, and then of itself: its user, its hostname, its PID namespace.',
    },
    {
      id: 'pattern',
      run: [
        { pane: 'host', type: 'cat /proc/sys/kernel/core_pattern' },
        { pane: 'web', type: 'cat /proc/sys/kernel/core_pattern' },
      ],
      reports: [{ of: 'core_pattern', by: 'web', value: '|/usr/local/sbin/crash', common: true }],
      before: 'The kernel’s setting says who is called. Read it on both sides.',
      after: 'One setting, without a namespace: whatever crashes in a container, the host’s program is named for it.',
    },
    {
      id: 'write',
      run: { pane: 'web', type: 'echo core > /proc/sys/kernel/core_pattern' },
      reports: [{ of: 'core_pattern', by: 'web', says: 'Read-only file system', refused: true }],
      before: 'May root inside name another program?',
      after: 'No: Docker mounts it read-only. Where that mount is gone, as with `--privileged`, it could.',
    },
    {
      id: 'crash',
      run: { pane: 'web', type: "sh -c 'kill -SEGV $$'" },
      reports: [{ of: 'sh', by: 'web', value: 'core dumped' }],
      before: 'Let a program inside crash.',
      after: 'The shell says that its memory was handed over. There is no file of it in here.',
    },
    {
      id: 'who',
      run: { pane: 'host', type: 'cat /run/crash; readlink /proc/1/ns/pid' },
      reports: [
        { of: 'signal', value: 'signal 11' },
        { of: 'hostname', value: '{host.hostname}' },
      ],
      before: 'What did the program write down, and which PID namespace is the host’s?',
      after: 'User 0, the host’s name, the host’s PID namespace: the kernel started it outside of every wall, as root.',
      predict: {
        question: 'A program crashed behind the wall. As whom does the kernel start the one that is told?',
        answers: ['as root of the container', 'as the user that crashed', 'as root of the host'],
        right: 2,
        proof: { pane: 'host', text: '{host.hostname}' },
        because: 'Such a program is started by the kernel itself, in the namespaces of process 1.',
      },
      marks: [{ pane: 'host', text: '{host.hostname}', entity: 'host' }],
    },
  ],
});
