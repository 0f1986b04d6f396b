import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'left-behind',
  title: 'Another user is not another namespace',
  lens: 'user',
  varies: 'User wall',
  panes: {
    host: { title: 'host', rows: 10 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 10 },
  },
  takes: {
    default: { label: 'no user wall', name: 'none' },
    remap: {
      label: 'userns-remap',
      name: 'userns-remap',
      prepare: [
        'rm -rf /srv/tools && install -d -m 777 /srv/tools',
        '[ -e /var/lib/image.tar ] || docker save -o /var/lib/image.tar isolate-lab:13',
        `echo '{"userns-remap": "default"}' > /etc/docker/daemon.json && systemctl restart docker`,
        'until docker version >/dev/null 2>&1; do sleep 0.5; done',
        'docker image inspect isolate-lab:13 >/dev/null 2>&1 || docker load -i /var/lib/image.tar',
      ],
    },
  },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    wall: { namespaceOf: 'web', kind: 'user' },
    host: { host: true },
  },
  prepare: ['rm -rf /srv/tools && install -d -m 777 /srv/tools'],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web -u 1000 -v /srv/tools:/tools isolate-lab:13 sleep 600' },
      before: 'Start a container as user 1000, with a directory of the host in it.',
      after: 'Its process is not root. Is it walled off by that?',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['wall'],
      in: {
        remap: {
          before: 'The same, with a daemon that remaps.',
          after: 'User 1000 inside a user namespace, which has a map of its own.',
        },
      },
    },
    {
      id: 'inside',
      reports: [{ of: 'CapEff', by: 'web', value: '0000000000000000' }],
      run: { pane: 'web', type: 'id -u; grep CapEff /proc/self/status' },
      before: 'Ask inside for the user id and for the capabilities in effect.',
      after: 'User 1000, and not one capability. The image has no name for that user, as the prompt complains.',
      veil: ['wall'],
    },
    {
      id: 'map',
      run: { pane: 'host', type: 'ps -o pid,uid,user,args -C sleep; cat /proc/$(pgrep -x sleep)/uid_map' },
      before: 'Look from the host: whose process is it, and what is its map?',
      after: 'User 1000 outside as well, and the host’s map. Another user, and no other namespace.',
      predict: {
        question: 'User 1000 inside: who is that on the host?',
        answers: ['user 1000 of the host, whoever that is', 'an id of the container’s own', 'nobody'],
        right: 0,
        proof: { pane: 'host', text: '4294967295' },
        because: 'Without a user namespace the number is the number, on both sides.',
      },
      marks: [{ pane: 'host', text: '{sleep.pid}', entity: 'sleep' }],
      in: {
        remap: {
          after:
            'User {sleep.uid} outside: 1000 places after the first id of the range. Here the number was translated.',
          predict: undefined,
        },
      },
    },
    {
      id: 'leave',
      reports: [{ of: '/tools/id', by: 'web' }],
      run: { pane: 'host', type: 'docker exec -u 0 web install -m 4755 /usr/bin/id /tools/id' },
      before: 'It can still be entered as root. Let that root leave a copy of `id`, set-user-ID bit set.',
      after:
        'Copied into the shared directory, without a word. By that bit, whoever runs the file runs it as its owner.',
    },
    {
      id: 'owner',
      reports: [{ of: '/srv/tools/id, set-user-ID', value: '0', says: '-rwsr-xr-x' }],
      run: { pane: 'host', type: 'ls -ln /srv/tools' },
      before: 'On the host, who is its owner?',
      after: 'User 0. A program that the container’s root brought along is the host’s root’s, and its bit is set.',
      marks: [{ pane: 'host', text: 'rws', entity: 'host' }],
      in: {
        remap: {
          reports: [{ of: '/srv/tools/id, set-user-ID', value: '100000', says: '-rwsr-xr-x' }],
          after: 'The first id of the container’s range: its root, and no user of the host.',
        },
      },
    },
    {
      id: 'nobody',
      reports: [{ of: 'nobody runs it', value: 'euid=0(root)' }],
      run: { pane: 'host', type: 'runuser -u nobody /srv/tools/id' },
      before: 'Now `nobody` runs it, the host’s user who owns no file.',
      after:
        '`euid=0(root)`: with root’s rights, on the host. This program only prints who it is; another would make use of them.',
      predict: {
        question: 'With whose rights does it run?',
        answers: ['those of `nobody`', 'those of the host’s root', 'those of user 1000'],
        right: 1,
        proof: { pane: 'host', text: 'euid=0(root)' },
        because: 'The set-user-ID bit works by the owner’s number, and that number is 0.',
      },
      in: {
        remap: {
          reports: [{ of: 'nobody runs it', value: 'euid=100000' }],
          after:
            'With the rights of the container’s root, which on the host are no one’s. The file can be left behind, and it gives nothing away.',
          predict: undefined,
        },
      },
    },
  ],
});
