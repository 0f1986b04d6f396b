import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'eight',
  title: 'Eight links, compared',
  lens: 'wall',
  varies: 'Walls',
  panes: {
    host: { title: 'host', rows: 12 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 12 },
  },
  takes: {
    default: { label: 'no options', name: 'as Docker builds' },
    few: { label: 'five walls removed', name: 'five removed' },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    pid: { namespaceOf: 'web', kind: 'pid' },
    net: { namespaceOf: 'web', kind: 'net' },
    mnt: { namespaceOf: 'web', kind: 'mnt' },
    uts: { namespaceOf: 'web', kind: 'uts' },
    ipc: { namespaceOf: 'web', kind: 'ipc' },
    user: { namespaceOf: 'web', kind: 'user' },
    cgroup: { namespaceOf: 'web', kind: 'cgroup' },
    time: { namespaceOf: 'web', kind: 'time' },
    host: { host: true },
  },
  numbers: [{ number: '29.5', why: 'moby#52326: time namespaces, in Docker 29.5' }],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container with no options.',
      after: 'Docker made new namespaces for `sleep 600`. Which ones?',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'cgroup', 'time'],
      in: {
        few: {
          veil: undefined,
          run: {
            pane: 'host',
            type: 'docker run -d --name web --pid=host --network=host --uts=host --ipc=host --cgroupns=host isolate-lab:13 sleep 600',
          },
          before: 'Ask Docker to leave out every namespace that it lets you leave out.',
          after: 'One course is left of the wall: the container still has a root file system of its own.',
        },
      },
    },
    {
      id: 'links',
      run: [
        { pane: 'host', type: 'readlink /proc/self/ns/*' },
        { pane: 'web', type: 'readlink /proc/self/ns/*' },
      ],
      before: 'Each process has a folder of links to its namespaces. Equal number, same namespace.',
      after:
        'On Docker 28.5.2 six numbers differ, from Docker 29.5 on time too. Ten lines for eight types: pid and time have a second link, for children still to be started.',
      predict: {
        question: 'Docker 28.5.2, no options: which of the container’s namespaces are the host’s?',
        answers: ['none', 'user', 'time and user', 'time, user and cgroup'],
        right: 2,
        proof: { pane: 'web', text: 'user:[{user.inode}]' },
        because:
          'A user namespace has to be asked for, and Docker makes a time namespace only from 29.5 on. The other six are new.',
      },
      marks: [
        { pane: 'web', text: '{cgroup.inode}', line: 'cgroup', entity: 'cgroup' },
        { pane: 'web', text: '{ipc.inode}', line: 'ipc', entity: 'ipc' },
        { pane: 'web', text: '{mnt.inode}', line: 'mnt', entity: 'mnt' },
        { pane: 'web', text: '{net.inode}', line: 'net', entity: 'net' },
        { pane: 'web', text: '{pid.inode}', line: 'pid:', entity: 'pid' },
        { pane: 'web', text: '{time.inode}', line: 'time:', entity: 'time' },
        { pane: 'web', text: '{user.inode}', line: 'user', entity: 'user' },
        { pane: 'web', text: '{uts.inode}', line: 'uts', entity: 'uts' },
      ],
      in: {
        few: { after: 'Only `mnt` differs. Every other number is the host’s.', predict: undefined },
      },
    },
    {
      id: 'lsns',
      reports: [{ of: 'process 1', value: 'systemd', says: 'user', through: ['time', 'user'] }],
      run: { pane: 'host', type: 'lsns -p $(pgrep -x sleep)' },
      before: '`lsns` reads the same links and says who is in each namespace.',
      after:
        'Six lines name `sleep 600` as the first process of a namespace, from Docker 29.5 on seven. Time and user began with the host’s process 1.',
      marks: [
        { pane: 'host', text: '{mnt.inode}', entity: 'mnt' },
        { pane: 'host', text: '{user.inode}', entity: 'user' },
        { pane: 'host', text: '{time.inode}', entity: 'time' },
      ],
      in: {
        few: {
          reports: [
            {
              of: 'process 1',
              value: 'systemd',
              says: 'user',
              through: ['cgroup', 'time', 'user', 'ipc', 'uts', 'net', 'pid'],
            },
          ],
          after: 'One line names `sleep 600` as the first process of a namespace: mnt. The others are the host’s.',
        },
      },
    },
  ],
});
