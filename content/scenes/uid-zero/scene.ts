import { defineScene } from '../../../src/recording/script.ts';

const remap = [
  'docker save isolate-lab:13 -o /var/tmp/13.tar',
  'mkdir -p /etc/docker && echo \'{"userns-remap":"default"}\' > /etc/docker/daemon.json',
  'systemctl restart docker && docker load -q -i /var/tmp/13.tar',
];

export default defineScene({
  id: 'uid-zero',
  title: 'Who is root?',
  lens: 'user',
  panes: {
    host: { title: 'host', rows: 10 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 8 },
  },
  takes: {
    default: { label: 'no user namespace' },
    remap: { label: 'userns-remap', prepare: remap },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    wall: { namespaceOf: 'web', kind: 'user' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web -v /etc:/mnt isolate-lab:13 sleep 600' },
      before: 'Start a container, and hand it the host’s `/etc`.',
      after: 'Its process runs as root, as programs in containers do unless told otherwise.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['sleep'],
      in: { remap: { veil: undefined } },
    },
    {
      id: 'inside-id',
      run: { pane: 'web', type: 'id -u; cat /proc/self/uid_map' },
      before: 'Ask inside who you are, and how user ids are mapped.',
      after: 'Uid 0. The map says: from 0 on, ids inside are the ids outside, all 4294967295 of them.',
      veil: ['sleep'],
      in: {
        remap: {
          veil: undefined,
          after: 'Uid 0 inside. The map says: 0 inside is {sleep.uid} outside, for 65536 ids.',
        },
      },
    },
    {
      id: 'outside-id',
      run: { pane: 'host', type: 'ps -o pid,uid,user,args -p $(pgrep -x sleep)' },
      before: 'Which user is that process for the host?',
      after: 'Uid {sleep.uid}: the host’s root. There is no wall here.',
      predict: {
        question: 'Inside it is root. Which user id does the host see?',
        answers: ['0, root', 'an unprivileged one', 'none: it is in a container'],
        right: 0,
        proof: { pane: 'host', text: '0 root' },
        because: 'Docker makes no user namespace by default, so the ids are the same ids.',
      },
      marks: [{ pane: 'host', text: '{sleep.pid}', entity: 'sleep' }],
      in: { remap: { after: 'Uid {sleep.uid}, a user without rights on the host.', predict: undefined } },
    },
    {
      id: 'shadow',
      run: { pane: 'web', type: 'wc -l /mnt/shadow' },
      before: 'The host’s password hashes are in `/etc/shadow`, which only root may read. Try.',
      after: 'Read. Uid 0 is uid 0: through a mount, root inside is root on the host’s files.',
      predict: {
        question: 'May root in the container read the host’s `/etc/shadow`?',
        answers: ['yes', 'no, the file is root’s, and that is another root'],
        right: 0,
        proof: { pane: 'web', text: '/mnt/shadow' },
        because: 'The kernel compares user ids, and they are equal.',
      },
      in: { remap: { after: 'Refused: for the kernel this is user {sleep.uid}, who may not.', predict: undefined } },
    },
  ],
});
