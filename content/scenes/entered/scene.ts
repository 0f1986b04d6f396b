import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'entered',
  title: 'In through the wall',
  lens: 'wall',
  panes: { host: { title: 'host', rows: 14 } },
  takes: { default: { label: 'nsenter' } },
  reads: ['strangers'],
  prepare: ['docker run -d --name web isolate-lab:13 sleep 900'],
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    bash: { processOf: 'web', comm: 'bash' },
    uts: { namespaceOf: 'web', kind: 'uts' },
    host: { host: true },
  },
  numbers: [{ number: '29.4', why: 'Docker’s releases before 29.5, moby#52326: time namespaces' }],
  steps: [
    {
      id: 'made',
      reports: [{ of: 'hostname', by: 'unshare', value: 'dockerhost', through: ['uts'] }],
      run: { pane: 'host', type: 'strace -e trace=unshare unshare --uts hostname' },
      before: 'The container `web` runs. First, making: which system call does `unshare` come down to?',
      after:
        'One, `unshare`, and its flag names the type. The command ran in a new UTS namespace, whose name is a copy of the host’s.',
    },
    {
      id: 'one',
      reports: [{ of: 'hostname', value: '{web.hostname}', through: ['uts'] }],
      run: { pane: 'host', type: 'strace -e trace=setns nsenter -t $(pgrep -x sleep) --uts hostname' },
      before: 'Now joining: `nsenter` enters the UTS namespace of the container’s process, and no other.',
      after:
        '`setns`, and the name is the container’s, {web.hostname}. Seven of the eight links were still the host’s.',
      marks: [{ pane: 'host', text: '{web.hostname}', entity: 'uts' }],
    },
    {
      id: 'all',
      reports: [
        {
          of: 'setns',
          value: '= 0',
          says: 'CLONE_NEWTIME|CLONE_NEWNS|CLONE_NEWCGROUP|CLONE_NEWUTS|CLONE_NEWIPC|CLONE_NEWPID|CLONE_NEWNET',
          through: ['cgroup', 'time', 'ipc', 'uts', 'mnt', 'net', 'pid'],
        },
      ],
      run: { pane: 'host', type: 'strace -e trace=setns nsenter -t $(pgrep -x sleep) -a bash' },
      before: 'Enter all of them, and start a shell there.',
      after:
        'One `setns`, seven flags. The eighth type, user, is the host’s already; so is time, up to Docker 29.4, though it is named. The prompt now has the container’s name.',
    },
    {
      id: 'list',
      reports: [{ of: 'ps -e', by: 'web', value: '8 bash' }],
      run: { pane: 'host', type: 'ps -e -o pid,args' },
      before: 'Look around.',
      after: 'The container’s processes and the shell among them. `docker exec` gets in by the same system call.',
      marks: [
        { pane: 'host', text: 'sleep 900', entity: 'sleep' },
        { pane: 'host', text: 'bash', entity: 'bash' },
      ],
    },
    {
      id: 'cgroup',
      reports: [{ of: 'cgroup of bash', value: '/user.slice' }],
      run: { pane: 'host', type: 'cat /proc/self/cgroup /proc/1/cgroup' },
      before: 'Is the shell in the container now? Ask for its cgroup, and for that of process 1.',
      after:
        'The second line is process 1, at the root that the container sees. The first is the shell: up two levels from there and down again, into the session that logged in.',
      predict: {
        question: 'The shell is in all of the container’s namespaces. Do the container’s limits hold for it?',
        answers: ['yes', 'no'],
        right: 1,
        proof: { pane: 'host', text: '/user.slice' },
        because:
          'Limits belong to a cgroup, and `nsenter` changes none. `docker exec` does: it puts the new process there, too.',
      },
    },
  ],
});
