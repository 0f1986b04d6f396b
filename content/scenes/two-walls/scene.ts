import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'two-walls',
  title: 'Two walls removed',
  lens: 'wall',
  varies: 'Removed',
  panes: {
    host: { title: 'host', rows: 5 },
    tool: { title: 'inside the container', via: 'docker exec -it tool bash', opensAfter: 'start', rows: 12 },
  },
  undo: ['systemctl stop lab-service 2>/dev/null; systemctl reset-failed lab-service 2>/dev/null'],
  takes: {
    default: { label: '--pid=host --network=host', name: 'two walls' },
    privileged: { label: 'and --privileged', name: 'and the fence' },
  },
  entities: {
    tool: { container: 'tool' },
    sleep: { firstProcessOf: 'tool' },
    pid: { namespaceOf: 'tool', kind: 'pid' },
    net: { namespaceOf: 'tool', kind: 'net' },
    mnt: { namespaceOf: 'tool', kind: 'mnt' },
    host: { host: true },
  },
  prepare: ['systemd-run -q --unit=lab-service nc -lk 127.0.0.1 6379'],
  steps: [
    {
      id: 'start',
      run: {
        pane: 'host',
        type: 'docker run -d --name tool --pid=host --network=host isolate-lab:13 sleep 600',
      },
      before: 'Monitoring agents are started like this: with the host’s processes and the host’s network.',
      after: 'Two courses of the wall are missing.',
      marks: [{ pane: 'host', text: '{tool.id}', entity: 'tool' }],
      in: {
        privileged: {
          run: {
            pane: 'host',
            type: 'docker run -d --name tool --privileged --pid=host --network=host isolate-lab:13 sleep 600',
          },
          before: 'And often like this: privileged besides.',
          after: 'The same two courses are missing. What else is, the wall does not show.',
        },
      },
    },
    {
      id: 'see',
      reports: [{ of: 'nc', value: '4905', says: '6379', through: ['pid'] }],
      run: { pane: 'tool', type: 'ps -C nc -o pid,user,args' },
      before: 'On the host runs a service for the host alone. Look for it from inside.',
      after: 'There it is, with its whole command line. A password in an argument would be in view as well.',
      marks: [{ pane: 'tool', text: 'nc', line: '6379', entity: 'pid' }],
      in: { privileged: { reports: [{ of: 'nc', value: '5403', says: '6379', through: ['pid'] }] } },
    },
    {
      id: 'reach',
      reports: [{ of: '127.0.0.1', says: 'succeeded', through: ['net'] }],
      run: { pane: 'tool', type: 'nc -zv 127.0.0.1 6379' },
      before: 'It listens on 127.0.0.1, so that nobody else can reach it. Call it.',
      after: 'Open: 127.0.0.1 is the host’s own.',
      marks: [{ pane: 'tool', text: '127.0.0.1', entity: 'net' }],
    },
    {
      id: 'root',
      reports: [{ of: '/proc/1/root', says: 'Permission denied', refused: true }],
      run: { pane: 'tool', type: 'wc -l /proc/1/root/etc/shadow' },
      before: 'Process 1 in view is the host’s. `/proc/1/root` leads to its root directory. Follow it.',
      after: 'Refused: to look into a process takes `CAP_SYS_PTRACE`, and AppArmor’s consent.',
      predict: {
        question: 'Root inside, and the host’s process 1 in view. Can it go through `/proc/1/root`?',
        answers: ['yes: it is root', 'no'],
        right: 1,
        proof: { pane: 'tool', text: 'Permission denied' },
        because:
          'Seeing a process is the namespace’s business; looking into it is that of capabilities. Here the second fence holds.',
      },
      in: {
        privileged: {
          reports: [{ of: '/proc/1/root', value: '21', says: '/etc/shadow', through: ['pid'] }],
          after: 'The host’s file, without a mount: the way led through a process that has it.',
          predict: undefined,
        },
      },
    },
    {
      id: 'enter',
      reports: [{ of: 'nsenter -m', says: 'Operation not permitted', refused: true }],
      run: { pane: 'tool', type: 'nsenter -t 1 -m docker ps -q' },
      before: '`nsenter` enters namespaces. Enter the mounts of process 1, and run a program there.',
      after: 'Refused as well: entering a mount namespace takes `CAP_SYS_ADMIN`, which was not given either.',
      in: {
        privileged: {
          marks: [{ pane: 'tool', text: '{tool.id12}', entity: 'tool' }],
          reports: [{ of: 'nsenter -m', value: '{tool.id12}', through: ['mnt'] }],
          after:
            'A program of the host, run by root, on the host’s files. The courses that still stand are no obstacle to it.',
        },
      },
    },
  ],
});
