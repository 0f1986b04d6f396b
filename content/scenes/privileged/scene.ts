import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'privileged',
  title: 'All walls up, and the disk',
  lens: 'mnt',
  panes: {
    host: { title: 'host', rows: 13 },
    tool: { title: 'inside the container', via: 'docker exec -it tool bash', opensAfter: 'start', rows: 9 },
  },
  takes: { default: { label: '--privileged' } },
  entities: {
    tool: { container: 'tool' },
    root: { namespaceOf: 'tool', kind: 'mnt' },
    net: { namespaceOf: 'tool', kind: 'net' },
    pid: { namespaceOf: 'tool', kind: 'pid' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name tool --privileged isolate-lab:13 sleep 600' },
      before: 'One word more than usual: `--privileged`.',
      after: 'It runs. Which walls did the word remove?',
      marks: [{ pane: 'host', text: '{tool.id}', entity: 'tool' }],
    },
    {
      id: 'walls',
      run: { pane: 'host', type: 'lsns -p $(pgrep -x sleep)' },
      before: 'Look at its namespaces.',
      after:
        '`--privileged` leaves none out. Six are the container’s own, as with any container on Docker 28; time and user are the host’s.',
      predict: {
        question: 'Which namespaces does `--privileged` leave out?',
        answers: ['all', 'pid and net', 'mnt', 'none'],
        right: 3,
        proof: { pane: 'host', text: '{root.inode}' },
        because: 'Privileged is a word about powers, not about views: all six are still its own.',
      },
      marks: [
        { pane: 'host', text: '{root.inode}', entity: 'root' },
        { pane: 'host', text: '{net.inode}', entity: 'net' },
        { pane: 'host', text: '{pid.inode}', entity: 'pid' },
      ],
      signs: [{ sign: 'walls', pane: 'host', of: 'tool', says: 'NS TYPE' }],
    },
    {
      id: 'devices',
      run: { pane: 'tool', type: 'ls /dev | wc -l; ls -l /dev/vda' },
      before: 'A container has a `/dev` of its own. Count it, and look for the host’s disk.',
      after: 'Every device of the host is in it, the disk among them.',
      signs: [{ sign: 'devices', pane: 'tool', of: 'tool', at: '/dev/vda', says: '138' }],
    },
    {
      id: 'mount',
      run: { pane: 'tool', type: 'mount /dev/vda /mnt && wc -l /mnt/etc/shadow' },
      before: 'Mount the disk.',
      after:
        'The mount namespace is the container’s own, and the host’s root directory is now in it. Nobody handed it in: the container fetched it.',
      marks: [{ pane: 'tool', text: '/mnt/etc/shadow', entity: 'root' }],
      signs: [{ sign: 'file', pane: 'tool', of: 'tool', within: '/mnt', at: '/mnt/etc/shadow' }],
    },
  ],
});
