import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'own-root',
  title: 'Where am I in the tree?',
  lens: 'cgroup',
  panes: {
    host: { title: 'host', rows: 9 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 9 },
  },
  takes: {
    default: { label: 'cgroup wall' },
    'cgroupns-host': { label: '--cgroupns=host', removes: 'cgroup' },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    wall: { namespaceOf: 'web', kind: 'cgroup' },
    limits: { cgroupOf: 'web' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container. Docker makes a cgroup for it.',
      after: 'Its processes are in a cgroup of their own. What is it called?',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['wall'],
      in: {
        'cgroupns-host': {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name web --cgroupns=host isolate-lab:13 sleep 600' },
          after: 'The cgroup is made as before; only the view is not walled off.',
        },
      },
    },
    {
      id: 'inside',
      run: { pane: 'web', type: 'cat /proc/self/cgroup' },
      before: 'Ask inside.',
      after: '`0::/`: as far as this process can see, it is at the root of the tree.',
      predict: {
        question: 'What does a process in the container read as its cgroup?',
        answers: ['the container’s id', 'the full path on the host', '`/`, the root'],
        right: 2,
        proof: { pane: 'web', text: '0::/' },
        because: 'The cgroup namespace makes the cgroup in which the container began look like the root.',
      },
      marks: [{ pane: 'web', text: '0::/', entity: 'wall' }],
      in: {
        'cgroupns-host': {
          after:
            'Without the wall it reads its full path, and with it the container’s id and how the host is arranged.',
          predict: undefined,
          marks: [{ pane: 'web', text: 'docker-{web.id12}', entity: 'sleep' }],
        },
      },
    },
    {
      id: 'outside',
      run: { pane: 'host', type: 'cat /proc/$(pgrep -x sleep)/cgroup' },
      before: 'Ask the host about a process of the same cgroup.',
      after: 'The host reads the full path, down to the container’s id.',
      marks: [{ pane: 'host', text: 'docker-{web.id12}', entity: 'sleep' }],
    },
    {
      id: 'limits',
      run: { pane: 'web', type: 'cat /sys/fs/cgroup/{cpu,memory}.max' },
      before: 'Being at a root of one’s own sounds like having limits of one’s own. Read two of them.',
      after: 'No limit on either. The namespace hides a path; it limits nothing.',
      marks: [{ pane: 'web', text: 'max 100000', entity: 'limits' }],
      in: {
        'cgroupns-host': {
          marks: undefined,
          refuses: { pane: 'web', text: 'No such file or directory' },
          before: 'Limits are files. Look for two of them where a container has its own.',
          after:
            'No such files: without the wall, `/sys/fs/cgroup` is the host’s whole tree, and its root has no limits. Those are set on the cgroups below.',
        },
      },
    },
  ],
});
