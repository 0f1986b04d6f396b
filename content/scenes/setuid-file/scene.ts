import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'setuid-file',
  title: 'A file that makes root',
  lens: 'mnt',
  panes: {
    host: { title: 'host', rows: 12 },
    ana: { title: 'ana, a user of the host', via: 'su - ana', rows: 8 },
  },
  undo: ['umount /srv/* 2>/dev/null', 'userdel -rf ana 2>/dev/null'],
  takes: { default: { label: 'docker run -v' } },
  entities: {
    web: { container: 'web' },
    root: { namespaceOf: 'web', kind: 'mnt' },
    host: { host: true },
  },
  prepare: ['useradd -u 1500 -m -k /var/empty -s /bin/bash ana', 'rm -rf /srv/share && mkdir -p /srv/share'],
  steps: [
    {
      id: 'start',
      run: {
        pane: 'host',
        type: 'docker run -d --name web -v /srv/share:/data isolate-lab:13 sleep 600',
      },
      before: 'One directory is shared with a container. It holds data, no secrets.',
      after: 'A hole as small as it needs to be.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'make',
      run: { pane: 'host', type: 'docker exec web install -m 4755 /usr/bin/id /data/id' },
      before: 'Root inside copies `id` into it and sets the setuid bit: whoever starts it acts as owner.',
      after: 'Done inside the container. The file lies on the host’s disk.',
      signs: [{ sign: 'file', pane: 'host', of: 'web', within: '/data', at: '/data/id', says: '4755' }],
    },
    {
      id: 'see',
      run: { pane: 'ana', type: 'ls -l /srv/share' },
      before: 'A user of the host without any privilege looks into the directory.',
      after: 'The `s` is there, and the owner is root: the host’s, because without a user namespace there is one.',
      marks: [{ pane: 'ana', text: 'rwsr-xr-x', entity: 'host' }],
      signs: [{ sign: 'file', pane: 'ana', within: '/data', at: 'id', says: 'rwsr-xr-x 1 root' }],
    },
    {
      id: 'use',
      run: { pane: 'ana', type: '/srv/share/id' },
      before: 'She starts it. `id` prints its own ids.',
      signs: [{ sign: 'process', pane: 'ana', of: 'ana', at: '/srv/share/id', says: 'euid=0(root)' }],
      after: 'Started by her, the program is root on the host: `euid=0`. The container’s wall was never in its way.',
      predict: {
        question: 'A container made the file. What is the program when a user of the host starts it?',
        answers: ['ana', 'root, inside the container', 'root on the host'],
        right: 2,
        proof: { pane: 'ana', text: 'euid=0(root)' },
        because: 'The bit and the owner are in the inode, and the inode is the host’s.',
      },
    },
    {
      id: 'option',
      run: {
        pane: 'host',
        type: 'docker run --rm -u 1500 --security-opt no-new-privileges -v /srv/share:/data isolate-lab:13 /data/id',
      },
      before: 'Docker’s option against it: `no-new-privileges`. Start the file inside, as the same user.',
      after: 'No `euid`: for processes of that container the bit does nothing. Ana’s shell is in no container.',
      signs: [{ sign: 'run', pane: 'host', at: '/srv/share:/data', says: 'uid=1500 gid=0(root)' }],
    },
    {
      id: 'nosuid',
      run: { pane: 'host', type: 'mount -o bind,nosuid /srv/share /srv/share' },
      before: 'On the host it takes a mount option. Mount the directory over itself, with `nosuid`.',
      after: 'The same directory, by a mount that ignores the bit.',
    },
    {
      id: 'again',
      run: { pane: 'ana', type: '/srv/share/id' },
      before: 'Ana once more.',
      after: 'Only Ana.',
      signs: [{ sign: 'process', pane: 'ana', of: 'ana', at: '/srv/share/id', says: 'uid=1500(ana)' }],
      expects: [
        { pane: 'ana', line: '(ana)' },
        { pane: 'ana', lacks: 'euid' },
      ],
    },
  ],
});
