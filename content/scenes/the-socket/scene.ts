import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'the-socket',
  title: 'One file that is root',
  lens: 'mnt',
  panes: {
    ana: { title: 'ana, a user of the host', via: 'su - ana', rows: 10 },
    ci: { title: 'inside the container ci', via: 'docker exec -it ci bash', opensAfter: 'hand-in', rows: 8 },
  },
  undo: ['userdel -rf ana 2>/dev/null'],
  takes: { default: { label: 'a group and a mount' } },
  entities: {
    ci: { container: 'ci' },
    first: { firstProcessOf: 'ci' },
    root: { namespaceOf: 'ci', kind: 'mnt' },
    host: { host: true },
  },
  prepare: ['useradd -u 1500 -m -k /var/empty -s /bin/bash -G docker ana'],
  steps: [
    {
      id: 'who',
      run: { pane: 'ana', type: 'id; wc -l /etc/shadow' },
      before: 'Ana is a user of the host, not in the group `sudo`. Who is she? Try the password file.',
      after: 'An ordinary user: the file is closed to her. She is in one more group, `docker`.',
      marks: [{ pane: 'ana', text: 'Permission denied', entity: 'host' }],
      signs: [{ sign: 'process', pane: 'ana', of: 'ana', at: '/etc/shadow', says: 'Permission denied', fails: true }],
    },
    {
      id: 'group',
      run: { pane: 'ana', type: 'docker run --rm -v /etc:/host isolate-lab:13 wc -l /host/shadow' },
      before: 'The same file once more, this time through Docker.',
      signs: [{ sign: 'run', pane: 'ana', of: 'ana', at: '/etc:/host', says: '22 /host/shadow' }],
      after:
        'It is read. Ana asked the daemon, the daemon is root, and it did what it was asked: no password, no `sudo`.',
      predict: {
        question: 'She has no `sudo`. Does Docker open the file for her?',
        answers: ['no: she is not root', 'yes: the group is enough'],
        right: 1,
        proof: { pane: 'ana', text: '/host/shadow' },
        because: 'Whoever may talk to the daemon decides what a root process mounts.',
      },
    },
    {
      id: 'file',
      run: { pane: 'ana', type: 'ls -l /run/docker.sock' },
      before: 'What the group gives is one file. Look at it.',
      after: 'A socket that root and the group `docker` may write to. That is the whole of the check.',
      marks: [{ pane: 'ana', text: 'docker', line: 'root', entity: 'host' }],
      signs: [{ sign: 'socket', pane: 'ana', at: '/run/docker.sock', says: 'root docker' }],
    },
    {
      id: 'hand-in',
      run: {
        pane: 'ana',
        type: 'docker run -d --name ci -v /run/docker.sock:/run/docker.sock:ro -v /usr/bin/docker:/usr/bin/docker:ro isolate-lab:13 sleep 600',
      },
      before: 'Build servers ask for that file as a mount. Hand it in read-only, and `docker` with it.',
      after: 'Every course of the wall stands. Two small holes are in it.',
      marks: [{ pane: 'ana', text: '{ci.id}', entity: 'ci' }],
    },
    {
      id: 'list',
      run: { pane: 'ci', type: "docker ps --format '{{.Names}}  {{.Image}}  {{.Command}}'" },
      before: 'Ask from inside which containers there are.',
      after: 'The host’s. The container sees itself from outside.',
      marks: [{ pane: 'ci', text: 'ci', line: 'sleep', entity: 'ci' }],
      signs: [{ sign: 'reads', pane: 'ci', of: 'ci', within: '/run/docker.sock', says: 'ci  isolate-lab:13' }],
    },
    {
      id: 'through',
      run: { pane: 'ci', type: 'docker run --rm -v /etc:/host isolate-lab:13 wc -l /host/shadow' },
      before: 'Now the line that ana typed, from inside the container.',
      signs: [{ sign: 'run', pane: 'ci', of: 'ci', at: '/etc:/host', says: '22 /host/shadow' }],
      after:
        'The host’s file again. The new container is a neighbour on the host, with whatever mounts it was told to have.',
      predict: {
        question: 'The socket is mounted read-only. Does that stop it?',
        answers: ['yes: nothing can be sent', 'no'],
        right: 1,
        proof: { pane: 'ci', text: '/host/shadow' },
        because:
          'A read-only mount refuses to change the file system. Talking through a socket that is in it changes nothing there.',
      },
    },
  ],
});
