import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'joined',
  title: 'Two rooms, then one table',
  lens: 'ipc',
  panes: {
    web: { title: 'inside web', via: 'docker exec -it web bash', rows: 9 },
    db: { title: 'inside db', via: 'docker exec -it db bash', rows: 9 },
  },
  takes: {
    default: { label: 'two IPC namespaces' },
    shared: {
      label: '--ipc=container:web',
      removes: 'ipc',
      prepare: [
        'docker run -d --name web --ipc=shareable isolate-lab:13 sleep 900',
        'docker run -d --name db --ipc=container:web isolate-lab:13 sleep 900',
      ],
    },
  },
  entities: {
    web: { container: 'web' },
    db: { container: 'db' },
    'web-ipc': { namespaceOf: 'web', kind: 'ipc' },
    'db-ipc': { namespaceOf: 'db', kind: 'ipc' },
  },
  prepare: [
    'docker run -d --name web --ipc=shareable isolate-lab:13 sleep 900',
    'docker run -d --name db isolate-lab:13 sleep 900',
  ],
  steps: [
    {
      id: 'make',
      run: { pane: 'web', type: 'ipcmk -M 4096' },
      before: 'Two containers are running. Make a shared memory segment in `web`.',
      after: 'It exists in the IPC namespace of `web`.',
    },
    {
      id: 'list',
      run: [
        { pane: 'web', type: 'ipcs -m' },
        { pane: 'db', type: 'ipcs -m' },
      ],
      before: 'List the segments in both at once.',
      after: '`web` has it, `db` does not: the wall stands between containers, too.',
      marks: [{ pane: 'web', text: '4096', line: '644', entity: 'web-ipc' }],
      in: {
        shared: {
          after: 'Both list the same segment: `db` was started in the IPC namespace of `web`.',
          marks: [
            { pane: 'web', text: '4096', line: '644', entity: 'web-ipc' },
            { pane: 'db', text: '4096', line: '644', entity: 'db-ipc' },
          ],
        },
      },
    },
    {
      id: 'shm',
      run: [
        { pane: 'web', type: 'echo hello > /dev/shm/note; ls /dev/shm' },
        { pane: 'db', type: 'ls /dev/shm; df -h /dev/shm' },
      ],
      before: 'POSIX shared memory is a file under `/dev/shm`. Write one in `web` and look in `db`.',
      after:
        '`db` has a `/dev/shm` of its own, 64 MB large. It is a file system, so the mount namespace keeps it apart, not the IPC namespace.',
      marks: [{ pane: 'web', text: 'note', entity: 'web-ipc' }],
      in: {
        shared: {
          after: 'The note is in both: with the IPC namespace, Docker also mounts the same `/dev/shm`.',
          marks: [
            { pane: 'web', text: 'note', entity: 'web-ipc' },
            { pane: 'db', text: 'note', entity: 'db-ipc' },
          ],
        },
      },
    },
  ],
});
