import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'pid-one',
  title: 'What process 1 must do',
  lens: 'pid',
  panes: {
    host: { title: 'host', rows: 8 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 14 },
  },
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    shell: { processOf: 'web', comm: 'bash' },
    orphan: { processOf: 'web', comm: 'sleep' },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container whose process 1 is `sleep`: a program that was never meant to be an init.',
      after: '`sleep 600` is {sleep.pid} on the host and 1 inside.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'term',
      run: { pane: 'web', type: 'kill -TERM 1; ps -o pid,args -p 1' },
      sends: { signal: 'TERM', to: 'sleep' },
      before: 'From inside, ask process 1 to end, then look whether it is still there.',
      after: 'It is still there. The signal was dropped: `sleep` has no handler for SIGTERM.',
      predict: {
        question: '`kill -TERM` ends a `sleep` anywhere else. Does it end this one?',
        answers: ['yes, and the container with it', 'no, nothing happens', 'yes, and Docker starts it again'],
        right: 1,
        proof: { pane: 'web', text: '1 sleep 600' },
        because:
          'For process 1 of a PID namespace there is no default action: a signal from inside reaches it only if it has installed a handler.',
      },
      marks: [{ pane: 'web', text: '1 sleep 600', entity: 'sleep' }],
    },
    {
      id: 'kill-inside',
      run: { pane: 'web', type: 'kill -KILL 1; ps -o pid,args -p 1' },
      sends: { signal: 'KILL', to: 'sleep' },
      before: 'SIGKILL can’t be handled or ignored. Send that.',
      after: 'Still there. From inside, even SIGKILL does not reach process 1.',
      predict: {
        question: 'Does SIGKILL, sent from inside, end process 1?',
        answers: ['yes, always', 'no'],
        right: 1,
        proof: { pane: 'web', text: '1 sleep 600' },
        because: 'Only a process in an ancestor namespace, here the host’s, can kill process 1.',
      },
      marks: [{ pane: 'web', text: '1 sleep 600', entity: 'sleep' }],
    },
    {
      id: 'orphan',
      run: { pane: 'web', type: '(sleep 300 &); ps -eo pid,ppid,stat,args' },
      before: 'Make an orphan: a subshell starts `sleep 300` and ends at once. Who becomes its parent?',
      after: 'Its parent, in the PPID column, is 1. In a PID namespace, orphans go to that namespace’s process 1.',
      marks: [
        { pane: 'web', text: 'sleep 300', line: '{orphan.inside}', entity: 'orphan' },
        { pane: 'web', text: 'sleep 600', entity: 'sleep' },
      ],
    },
    {
      id: 'zombie',
      run: { pane: 'web', type: "pkill -f 'sleep 300'; sleep 1; ps -eo pid,ppid,stat,args" },
      sends: { signal: 'TERM', to: 'orphan' },
      before: 'End the orphan. Its parent must now collect its exit status.',
      after:
        'State Z, `<defunct>`: the orphan has ended, but process 1 never asks for its status, so the entry stays. `docker run --init` puts a small init there that does.',
      marks: [{ pane: 'web', text: '<defunct>', entity: 'orphan' }],
    },
    {
      id: 'kill-outside',
      run: { pane: 'host', type: 'kill -KILL $(pgrep -xo sleep)' },
      ends: { paneCloses: 'web' },
      sends: { signal: 'KILL', to: 'sleep' },
      before: 'Now send SIGKILL from the host, to the same process by its other number, {sleep.pid}.',
      after: 'It ends, and everything behind the wall ends with it: the zombie, and the shell that you typed into.',
      predict: {
        question: 'The host kills {sleep.pid}. What happens to the shell inside?',
        answers: ['it goes on without a process 1', 'another process becomes process 1', 'it is killed too'],
        right: 2,
        proof: { pane: 'host', text: 'kill -KILL' },
        because: 'When process 1 of a PID namespace ends, the kernel sends SIGKILL to every process in it.',
      },
    },
    {
      id: 'exited',
      run: { pane: 'host', type: "docker ps -a --format '{{.Names}}: {{.Status}}'" },
      before: 'Ask Docker what is left.',
      after: 'Exit code 137 is 128 + 9: ended by signal 9, SIGKILL.',
      marks: [{ pane: 'host', text: 'Exited (137)', entity: 'web' }],
    },
  ],
});
