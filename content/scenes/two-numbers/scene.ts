import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'two-numbers',
  title: 'One process, asked for twice',
  lens: 'intro',
  panes: {
    host: { title: 'host', rows: 8 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 8 },
  },
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start one program, `sleep 600`, in a container called `web`.',
      after:
        'Docker prints the id of the new container. The host’s count grows by more than one: the program, the shim that Docker starts beside it, and some that come and go.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['sleep'],
    },
    {
      id: 'outside',
      run: { pane: 'host', type: 'ps -C sleep -o pid,user,args' },
      before: 'Look for the program on the host.',
      after: 'On the host it is an ordinary process with an ordinary number: {sleep.pid}.',
      marks: [
        { pane: 'host', text: '{sleep.pid}', line: 'sleep 600', entity: 'sleep' },
        { pane: 'host', text: 'sleep 600', line: '{sleep.pid}', entity: 'sleep' },
      ],
      veil: ['sleep'],
    },
    {
      id: 'inside',
      run: { pane: 'web', type: 'ps -C sleep -o pid,user,args' },
      before: 'Ask the same question from inside the container.',
      after: 'One row again, and another number: inside, the same program is process {sleep.inside}.',
      predict: {
        question: 'On the host, `sleep 600` is process {sleep.pid}. Which number does the container see?',
        answers: ['{sleep.pid}, the same', '1', 'another large number', 'none: it is not in the list'],
        right: 1,
        proof: { pane: 'web', text: '{sleep.inside} root' },
        because: 'The container has a PID namespace of its own, and numbers in it begin at 1.',
      },
      marks: [
        { pane: 'web', text: '{sleep.inside}', line: 'sleep 600', entity: 'sleep' },
        { pane: 'web', text: 'sleep 600', line: '{sleep.inside}', entity: 'sleep' },
      ],
    },
    {
      id: 'kernel',
      run: [
        { pane: 'host', type: 'uname -r' },
        { pane: 'web', type: 'uname -r' },
      ],
      before: 'Ask both sides at once which kernel answers them.',
      after: 'Two lists of processes, and one kernel, {host.kernel}. A virtual machine would name a kernel of its own.',
      marks: [
        { pane: 'host', text: '{host.kernel}', entity: 'host' },
        { pane: 'web', text: '{host.kernel}', entity: 'host' },
      ],
    },
  ],
});
