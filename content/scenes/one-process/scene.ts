import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'one-process',
  title: 'One process, two numbers',
  lens: 'pid',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 11 },
  },
  takes: {
    default: { label: 'PID wall' },
    'pid-host': { label: '--pid=host', removes: 'pid' },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    shell: { processOf: 'web', comm: 'bash' },
    wall: { namespaceOf: 'web', kind: 'pid' },
    systemd: { hostProcess: 'systemd' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'The host runs {host.processes} processes. Start one more, in a container.',
      after: 'Docker prints the id of the new container. Behind its wall stands one process, `sleep 600`.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['sleep', 'shell'],
      in: {
        'pid-host': {
          run: { pane: 'host', type: 'docker run -d --name web --pid=host isolate-lab:13 sleep 600' },
          after: 'The container has every other wall, but no PID namespace of its own: it uses the host’s.',
          veil: undefined,
        },
      },
    },
    {
      id: 'host-ps',
      run: { pane: 'host', type: "ps aux | grep '[s]leep 600'" },
      before: 'Look for it in the host’s process list. The brackets keep `grep` from finding itself.',
      after: 'The host sees it plainly: process {sleep.pid}, run by root, like any other program.',
      marks: [
        { pane: 'host', text: '{sleep.pid}', line: 'sleep 600', entity: 'sleep' },
        { pane: 'host', text: 'sleep 600', line: '{sleep.pid}', entity: 'sleep' },
      ],
      veil: ['sleep', 'shell'],
      in: { 'pid-host': { veil: undefined } },
    },
    {
      id: 'inside-ps',
      run: { pane: 'web', type: 'ps aux' },
      before: 'A second terminal is open in the container. List all processes from there.',
      after:
        'Inside, `sleep 600` is process {sleep.inside}. The list ends after this shell and `ps` itself: the host’s other {host.others} processes have no number here.',
      predict: {
        question: 'The host runs {host.processes} processes. What does `ps aux` list inside the container?',
        answers: [
          'all of them',
          'only `sleep 600`, as process {sleep.pid}',
          'only what runs in the container, numbered from 1',
        ],
        right: 2,
        proof: { pane: 'web', text: 'sleep 600' },
        because: '`ps` reads `/proc`, and this `/proc` belongs to the container’s PID namespace.',
      },
      marks: [
        { pane: 'web', text: '{sleep.inside}', line: 'sleep 600', entity: 'sleep' },
        { pane: 'web', text: 'sleep 600', entity: 'sleep' },
        { pane: 'web', text: '{shell.inside}', line: 'bash', entity: 'shell' },
        { pane: 'web', text: 'bash', entity: 'shell' },
      ],
      in: {
        'pid-host': {
          run: { pane: 'web', type: 'ps aux | tail -n 9' },
          before: 'List the processes from inside; the last nine lines are enough.',
          after:
            'Without the wall, inside and outside share one list. `sleep 600` has one number, {sleep.pid}, and the container sees the host’s processes too.',
          predict: undefined,
          marks: [
            { pane: 'web', text: '{sleep.pid}', line: 'sleep 600', entity: 'sleep' },
            { pane: 'web', text: 'sleep 600', entity: 'sleep' },
            { pane: 'web', text: '{shell.pid}', line: 'bash', entity: 'shell' },
            { pane: 'web', text: 'bash', line: '{shell.pid}', entity: 'shell' },
          ],
        },
      },
    },
    {
      id: 'nspid',
      run: { pane: 'host', type: 'grep NSpid /proc/$(pgrep -x sleep)/status' },
      before: 'Are the two rows one process? The kernel keeps the answer in `/proc/PID/status`.',
      after:
        'One line, two numbers: {sleep.pid} in the host’s namespace, {sleep.inside} in the container’s. Both rows are the same process.',
      marks: [
        { pane: 'host', text: '{sleep.pid}', line: 'NSpid', entity: 'sleep' },
        { pane: 'host', text: '{sleep.inside}', line: 'NSpid', entity: 'wall' },
      ],
      in: {
        'pid-host': {
          after: 'One line, one number: {sleep.pid}. There is no second namespace to be numbered in.',
          marks: [{ pane: 'host', text: '{sleep.pid}', line: 'NSpid', entity: 'sleep' }],
        },
      },
    },
    {
      id: 'exec',
      run: { pane: 'host', type: 'docker top web -o pid,ppid,args' },
      before: 'The lower terminal was opened with `docker exec`. Where does its shell stand?',
      after:
        'Beside `sleep 600`, behind the same wall. `docker exec` starts another process and puts it into the container’s namespaces: `bash` is {shell.pid} outside and {shell.inside} inside.',
      marks: [
        { pane: 'host', text: '{sleep.pid}', line: 'sleep 600', entity: 'sleep' },
        { pane: 'host', text: '{shell.pid}', line: 'bash', entity: 'shell' },
      ],
      in: {
        'pid-host': {
          after:
            'Beside `sleep 600`. `docker exec` starts another process and puts it into the container’s namespaces; here, `bash` is {shell.pid} on both sides.',
        },
      },
    },
  ],
});
