import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'shared-memory',
  title: 'Made outside, missing inside',
  lens: 'ipc',
  panes: {
    host: { title: 'host', rows: 12 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 10 },
  },
  takes: {
    default: { label: 'IPC wall' },
    'ipc-host': { label: '--ipc=host', removes: 'ipc' },
  },
  entities: {
    web: { container: 'web' },
    wall: { namespaceOf: 'web', kind: 'ipc' },
    host: { host: true },
  },
  steps: [
    {
      id: 'make',
      run: { pane: 'host', type: 'ipcmk -M 4096 && ipcmk -S 2' },
      before: 'On the host, make a System V shared memory segment of 4096 bytes and a set of two semaphores.',
      after: 'The kernel gave each an id.',
    },
    {
      id: 'host-list',
      run: { pane: 'host', type: 'ipcs -ms' },
      before: 'List them.',
      after: 'Both are there, owned by root.',
      marks: [
        { pane: 'host', text: '4096', line: '644', entity: 'host' },
        { pane: 'host', text: '644', line: '644        2', entity: 'host' },
      ],
    },
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container.',
      after: 'It has an IPC namespace of its own.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['wall'],
      in: {
        'ipc-host': {
          veil: undefined,
          run: { pane: 'host', type: 'docker run -d --name web --ipc=host isolate-lab:13 sleep 600' },
          after: 'It has no IPC namespace of its own: it uses the host’s.',
        },
      },
    },
    {
      id: 'inside-list',
      run: { pane: 'web', type: 'ipcs -ms' },
      before: 'List them inside. The shell there is root as well.',
      after: 'Two empty tables. In this namespace, nothing was ever made.',
      predict: {
        question: 'What does `ipcs -ms` list inside?',
        answers: ['both', 'both, but without permission to use them', 'neither'],
        right: 2,
        proof: { pane: 'web', text: 'Shared Memory Segments' },
        because: 'Ids and keys of System V objects belong to an IPC namespace, and this one is empty.',
      },
      in: {
        'ipc-host': {
          after: 'Both, as on the host: the tables are the same tables.',
          predict: undefined,
          marks: [
            { pane: 'web', text: '4096', line: '644', entity: 'host' },
            { pane: 'web', text: '644', line: '644        2', entity: 'host' },
          ],
        },
      },
    },
    {
      id: 'clean',
      run: { pane: 'web', type: 'ipcrm --all=shm; ipcs -m' },
      before: 'Remove every shared memory segment that can be seen from inside.',
      after: 'Nothing to see, nothing to remove.',
      in: { 'ipc-host': { after: 'The table is empty now. Whose segment was it?' } },
    },
    {
      id: 'host-again',
      run: { pane: 'host', type: 'ipcs -m' },
      before: 'And on the host?',
      after: 'The host’s segment is untouched.',
      marks: [{ pane: 'host', text: '4096', line: '644', entity: 'host' }],
      in: { 'ipc-host': { after: 'Gone: the container’s root removed the host’s segment.', marks: undefined } },
    },
  ],
});
