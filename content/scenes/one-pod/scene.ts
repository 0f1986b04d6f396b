import { defineScene } from '../../../src/recording/script.ts';

const links = 'readlink /proc/self/ns/net /proc/self/ns/pid /proc/self/ns/mnt';

export default defineScene({
  id: 'one-pod',
  title: 'Two containers as a pod',
  lens: 'tally',
  panes: {
    host: { title: 'host', rows: 6 },
    app: { title: 'inside app', via: 'docker exec -it app bash', opensAfter: 'app', rows: 6 },
    side: { title: 'inside side', via: 'docker exec -it side bash', opensAfter: 'side', rows: 8 },
  },
  takes: { default: { label: '--network, --ipc, --pid' } },
  entities: {
    app: { container: 'app' },
    side: { container: 'side' },
    net: { namespaceOf: 'app', kind: 'net' },
    pid: { namespaceOf: 'app', kind: 'pid' },
    mnt: { namespaceOf: 'app', kind: 'mnt' },
    own: { namespaceOf: 'side', kind: 'mnt' },
    host: { host: true },
  },
  steps: [
    {
      id: 'app',
      run: { pane: 'host', type: 'docker run -d --name app --ipc=shareable isolate-lab:13 nc -lk 127.0.0.1 9090' },
      before: 'The first container of a pod: a server, which listens on its loopback alone.',
      after: 'A room of its own, as always.',
      marks: [{ pane: 'host', text: '{app.id}', entity: 'app' }],
    },
    {
      id: 'side',
      run: {
        pane: 'host',
        type: 'docker run -d --name side --network=container:app --ipc=container:app --pid=container:app isolate-lab:13 sleep 900',
      },
      before: 'The second one joins three of its namespaces.',
      after: 'No new network, no new process list: `side` was put where `app` is.',
      marks: [{ pane: 'host', text: '{side.id}', entity: 'side' }],
    },
    {
      id: 'links',
      run: [
        { pane: 'app', type: links },
        { pane: 'side', type: links },
      ],
      reports: [
        { of: 'net', by: 'app', value: '{net.inode}' },
        { of: 'pid', by: 'app', value: '{pid.inode}' },
        { of: 'mnt', by: 'app', value: '{mnt.inode}' },
        { of: 'net', by: 'side', value: '{net.inode}' },
        { of: 'pid', by: 'side', value: '{pid.inode}' },
        { of: 'mnt', by: 'side', value: '{own.inode}' },
      ],
      before: 'Ask both which network, process list and mounts they are in.',
      after: 'One network and one process list. The mounts are two: each has the files of its own image.',
      marks: [
        { pane: 'app', text: '{net.inode}', entity: 'net' },
        { pane: 'side', text: '{net.inode}', entity: 'net' },
      ],
    },
    {
      id: 'call',
      run: { pane: 'side', type: 'nc -zv 127.0.0.1 9090' },
      reports: [{ of: '127.0.0.1 9090', by: 'side', value: 'succeeded' }],
      before: 'Call the server of the other container on 127.0.0.1.',
      after: 'It answers. Containers of a pod speak over one loopback, and must not want the same port.',
      predict: {
        question: '`app` listens on its own 127.0.0.1. Does that answer in `side`?',
        answers: ['yes', 'no: another container’s loopback'],
        right: 0,
        proof: { pane: 'side', text: 'succeeded' },
        because: 'A loopback belongs to a network namespace, and these two are in one.',
      },
    },
    {
      id: 'list',
      run: { pane: 'side', type: 'ps -eo pid,args' },
      reports: [{ of: 'process 1', by: 'side', value: 'nc', says: '1 nc -lk' }],
      before: 'Which processes does `side` see?',
      after: 'Those of both. Process 1 is the other container’s server; `side` has none of its own.',
      marks: [{ pane: 'side', text: 'nc', line: '9090', entity: 'app' }],
    },
    {
      id: 'files',
      run: [
        { pane: 'app', type: 'echo mine > /note' },
        { pane: 'side', type: 'cat /note; cat /proc/1/root/note' },
      ],
      reports: [
        { of: '/note', by: 'side', says: 'No such file', refused: true },
        { of: '/proc/1/root/note', by: 'side', value: 'mine' },
      ],
      before: 'Write a file in `app`, and look for it in `side`: as its own, and through process 1.',
      after: 'Its own root has no such file. The one of process 1 does: who sees the process may go through its root.',
    },
    {
      id: 'end',
      run: { pane: 'host', type: 'docker kill app' },
      ends: { paneCloses: 'side' },
      reports: [{ of: 'docker kill', value: 'app' }],
      before: 'End process 1 of that list: the server.',
      after: 'Both shells are gone. When the first process of a list ends, the kernel ends all others in it.',
    },
    {
      id: 'left',
      run: { pane: 'host', type: "docker ps -a --format '{{.Names}}: {{.Status}}'" },
      reports: [{ of: 'side', value: 'Exited (137)', says: 'side:' }],
      before: 'And the container `side`, which nobody stopped?',
      after:
        'Ended by SIGKILL with the other. So Kubernetes gives each pod a process that only waits, and all join that.',
      predict: {
        question: 'Only `app` was killed. What became of `side`?',
        answers: ['it runs on', 'it ended too', 'it was started anew'],
        right: 1,
        proof: { pane: 'host', text: 'side: Exited (137)' },
        because: 'Its processes were in the PID namespace whose process 1 was `app`’s.',
      },
    },
  ],
});
