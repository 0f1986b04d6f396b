import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'same-slab',
  title: 'Five questions, asked on both sides',
  lens: 'door',
  reads: ['slab'],
  doors: ['kernel', 'boot', 'memory', 'load', 'keys'],
  panes: {
    host: { title: 'host', rows: 10 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 10 },
  },
  loose: [{ why: 'how many keys a user has', line: /\bkey-users\b/, text: /^ *[1-9]\d*:.*$|\d+/g, becomes: 'n' }],
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    kernel: { door: 'kernel', of: 'web' },
    boot: { door: 'boot', of: 'web' },
    memory: { door: 'memory', of: 'web' },
    load: { door: 'load', of: 'web' },
    keys: { door: 'keys', of: 'web' },
  },
  numbers: [{ number: '262144', why: '256 MiB in kB' }],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web -m 256m isolate-lab:13 sleep 900' },
      before: 'Start a container that may use 256 MiB of memory.',
      after: 'Its wall has the usual courses. Below them, five doors are still shut.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'kernel',
      run: [
        { pane: 'host', type: 'uname -r' },
        { pane: 'web', type: 'uname -r' },
      ],
      before: 'Ask both sides which kernel answers.',
      after: 'One version: the container brought files, and no kernel.',
      opens: ['kernel'],
      marks: [
        { pane: 'host', text: '{kernel.value}', entity: 'kernel' },
        { pane: 'web', text: '{kernel.value}', entity: 'kernel' },
      ],
    },
    {
      id: 'boot',
      run: [
        { pane: 'host', type: 'cat /proc/sys/kernel/random/boot_id' },
        { pane: 'web', type: 'cat /proc/sys/kernel/random/boot_id' },
      ],
      before: 'A kernel makes up an id each time it boots. Read it on both sides.',
      after: 'The same id. The container was started; nothing was booted.',
      opens: ['boot'],
      predict: {
        question: 'The container started a minute ago, the host earlier. Does it have a boot id of its own?',
        answers: ['yes, made when it started', 'no, it reads the host’s'],
        right: 1,
        proof: { pane: 'web', text: '{boot.id}' },
        because: 'Starting a container starts a process. The kernel below it has been running since the host booted.',
      },
      marks: [
        { pane: 'host', text: '{boot.id}', entity: 'boot' },
        { pane: 'web', text: '{boot.id}', entity: 'boot' },
      ],
    },
    {
      id: 'memory',
      run: [
        { pane: 'host', type: 'grep MemTotal /proc/meminfo' },
        { pane: 'web', type: 'grep MemTotal /proc/meminfo' },
      ],
      before: 'Read how much memory there is. The container’s limit is 256 MiB, which is 262144 kB.',
      after:
        'Both read the machine’s memory. The limit holds all the same: it stands in the cgroup, and not in this file.',
      opens: ['memory'],
      predict: {
        question: 'What does MemTotal read inside a container that was started with `-m 256m`?',
        answers: ['262144 kB, its limit', 'the host’s memory', '0, because no memory was reserved'],
        right: 1,
        proof: { pane: 'web', text: '{memory.kB}' },
        because: 'No namespace wraps /proc/meminfo. A program that sizes itself by it, sizes itself for the host.',
      },
      marks: [
        { pane: 'host', text: '{memory.kB}', entity: 'memory' },
        { pane: 'web', text: '{memory.kB}', entity: 'memory' },
      ],
    },
    {
      id: 'load',
      reports: [{ of: 'load', value: '2.27' }],
      run: [
        { pane: 'host', type: 'cat /proc/loadavg' },
        { pane: 'web', type: 'cat /proc/loadavg' },
      ],
      before: 'Ask how busy it is.',
      after:
        'The averages and the count of tasks are the host’s, read a moment apart. Only the last number is the container’s own: the pid given out last in its PID namespace.',
      opens: ['load'],
    },
    {
      id: 'keys',
      run: [
        { pane: 'host', type: 'cat /proc/key-users' },
        { pane: 'web', type: 'cat /proc/key-users' },
      ],
      before: 'The kernel keeps keys for its users, and a list of who has how many. Read that list.',
      after: 'The host’s users, read from inside. The file beside it, `/proc/keys`, is masked; this one is not.',
      opens: ['keys'],
    },
  ],
});
