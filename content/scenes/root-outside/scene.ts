import { defineScene } from '../../../src/recording/script.ts';

const socket = 'unix:///run/user/1000/docker.sock';
/** The image as a file, for a daemon that keeps its images elsewhere: saved once for all takes. */
const saved = '[ -e /var/lib/image.tar ] || docker save -o /var/lib/image.tar isolate-lab:13';
const loaded = 'docker image inspect isolate-lab:13 >/dev/null 2>&1 || docker load -i /var/lib/image.tar';

export default defineScene({
  id: 'root-outside',
  title: 'Root inside, and outside?',
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
        'rm -f /srv/mine',
        saved,
        `echo '{"userns-remap": "default"}' > /etc/docker/daemon.json && systemctl restart docker`,
        'until docker version >/dev/null 2>&1; do sleep 0.5; done',
        loaded,
      ],
    },
    rootless: {
      label: 'rootless',
      name: 'rootless',
      prepare: [
        'rm -f /srv/mine',
        saved,
        'useradd -m -s /bin/bash -u 1000 dev && loginctl enable-linger dev; until [ -S /run/user/1000/bus ]; do sleep 0.5; done',
        'runuser -u dev -- env XDG_RUNTIME_DIR=/run/user/1000 systemd-run --user --unit=docker -p Delegate=yes --setenv=PATH=/usr/sbin:/usr/bin:/sbin:/bin /usr/share/docker.io/contrib/dockerd-rootless.sh',
        `docker context create rootless --docker host=${socket} && docker context use rootless`,
        'until docker version >/dev/null 2>&1; do sleep 0.5; done',
        loaded,
      ],
    },
  },
  prepare: ['rm -f /srv/mine'],
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    wall: { namespaceOf: 'web', kind: 'user' },
    host: { host: true },
  },
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web -v /:/host isolate-lab:13 sleep 600' },
      before: 'Start a container and hand it the host’s whole file system, as `/host`.',
      after: 'The host’s files are within reach of root in the container. As whom does it reach them?',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
      veil: ['wall'],
      in: {
        remap: {
          before: 'The same command; the daemon was started with `userns-remap`.',
          after: 'A user namespace was made for it: the course that was dotted is drawn.',
        },
        rootless: {
          before: 'The same command; `docker` now speaks to a daemon that the user `dev` runs, without root.',
          after: 'A user namespace stands here, too: the daemon itself lives in one.',
        },
      },
    },
    {
      id: 'inside',
      veil: ['sleep'],
      run: { pane: 'web', type: 'id -u; cat /proc/self/uid_map' },
      before: 'Ask inside for the user and the map: first id inside, first id outside, how many.',
      after:
        'It is 0, and every id is itself: 0 inside is 0 outside, and so on for all of them. This is the host’s map.',
      predict: {
        question: 'Root in the container has user id 0. Which id is that on the host?',
        answers: ['0, root', 'one without rights', 'none: the host does not know it'],
        right: 0,
        proof: { pane: 'web', text: '4294967295' },
        because:
          'Docker makes no user namespace unless it is told to, so there is nothing that could translate the number.',
      },
      marks: [{ pane: 'web', text: '4294967295', entity: 'wall' }],
      in: {
        remap: {
          after:
            'It is 0 again, but the map has changed: 0 inside is {sleep.uid} outside, and 65536 ids follow each other from there.',
          predict: undefined,
          marks: [{ pane: 'web', text: '{sleep.uid}', entity: 'wall' }],
        },
        rootless: {
          after:
            'Two rows: 0 inside is {sleep.uid}, the user who runs the daemon; from 1 on they are ids of that user’s range.',
          predict: undefined,
          marks: [{ pane: 'web', text: '{sleep.uid}', entity: 'wall' }],
        },
      },
    },
    {
      id: 'outside',
      run: { pane: 'host', type: 'ps -o pid,uid,user,args -C sleep' },
      before: 'Look at the container’s process from the host.',
      after: 'User id {sleep.uid}, {sleep.user}. Both sides count with one set of ids, the host’s.',
      marks: [{ pane: 'host', text: '{sleep.pid}', entity: 'sleep' }],
      in: {
        remap: {
          after:
            'Outside it is {sleep.uid}, an id without a name: `ps` prints the number twice. Inside it is 0 as before.',
        },
        rootless: {
          after: 'Outside it is {sleep.uid}, `{sleep.user}`: root of this container is the user who runs the daemon.',
        },
      },
    },
    {
      id: 'read',
      reports: [{ of: '/etc/shadow', by: 'web', says: '21 /host/etc/shadow' }],
      run: { pane: 'web', type: 'wc -l /host/etc/shadow' },
      before: 'The host’s password hashes are for root alone. Count their lines from inside.',
      after: 'Read. The files are the host’s, and so is the root who reads them.',
      expects: [
        { pane: 'web', line: '/host/etc/shadow' },
        { pane: 'web', lacks: 'denied' },
        { pane: 'web', status: 0 },
      ],
      in: {
        remap: {
          reports: [{ of: '/etc/shadow', by: 'web', says: 'Permission denied', refused: true }],
          expects: [{ pane: 'web', status: 1 }],
          after: 'Refused. The same command, as the same user 0; but the kernel asks about {sleep.uid}.',
          predict: {
            question: 'Root inside is {sleep.uid} outside. Does it still read them?',
            answers: ['yes, it is root in there', 'no'],
            right: 1,
            proof: { pane: 'web', text: 'Permission denied' },
            because:
              'The ids outside are compared. Root’s capability to read all counts only for owners in the map, and the host’s 0 is not in it.',
          },
        },
        rootless: {
          reports: [{ of: '/etc/shadow', by: 'web', says: 'Permission denied', refused: true }],
          expects: [
            { pane: 'web', line: 'Permission denied' },
            { pane: 'web', status: 1 },
          ],
          after: 'Refused: `{sleep.user}` may not read them either.',
        },
      },
    },
    {
      id: 'write',
      reports: [
        { of: '/tmp/mine', by: 'web' },
        { of: '/srv/mine', by: 'web' },
      ],
      run: { pane: 'web', type: 'touch /host/tmp/mine /host/srv/mine' },
      before: 'Leave two files: one in `/tmp`, where anyone may write, and one in `/srv`, which is root’s.',
      after: 'Both written.',
      in: {
        remap: {
          reports: [
            { of: '/tmp/mine', by: 'web' },
            { of: '/srv/mine', by: 'web', says: 'Permission denied', refused: true },
          ],
          after: 'Only the one in `/tmp`. This is what breaks: a volume that is root’s can’t be written any more.',
        },
        rootless: {
          reports: [
            { of: '/tmp/mine', by: 'web' },
            { of: '/srv/mine', by: 'web', says: 'Permission denied', refused: true },
          ],
          after: 'Only the one in `/tmp`: elsewhere, root inside may do what `{sleep.user}` may.',
        },
      },
    },
    {
      id: 'owner',
      reports: [
        { of: '/tmp/mine', value: '0', says: '/tmp/mine' },
        { of: '/srv/mine', value: '0', says: '/srv/mine' },
      ],
      run: { pane: 'host', type: 'ls -ln /tmp/mine /srv/mine' },
      before: 'Whose are they, on the host?',
      after: 'Owner 0, group 0: files of the host’s root, made from inside.',
      in: {
        remap: {
          reports: [{ of: '/tmp/mine', value: '100000', says: '/tmp/mine' }],
          after: 'The one that is there belongs to {sleep.uid}, an id that no user of the host has.',
        },
        rootless: {
          reports: [{ of: '/tmp/mine', value: '1000', says: '/tmp/mine' }],
          after: 'The one that is there belongs to {sleep.uid}, as if `{sleep.user}` had made it.',
        },
      },
    },
    {
      id: 'breaks',
      reports: [{ of: '--network=host', value: 'ens3' }],
      run: { pane: 'host', type: 'docker run --rm --network=host isolate-lab:13 ip -br addr' },
      before: 'Another wall may be removed at will. Run a container in the host’s network.',
      after: 'It lists the host’s own interfaces.',
      in: {
        remap: {
          reports: [{ of: '--network=host', says: 'cannot share the host', refused: true }],
          after:
            'Refused. This is the other thing that breaks: root of one user namespace may not manage what belongs to another.',
        },
        rootless: {
          reports: [{ of: '--network=host', value: 'tap0' }],
          after:
            'It runs, but “host” is now the network namespace in which the daemon lives: `tap0` leads out of it, and the host’s `ens3` is not there.',
        },
      },
    },
    {
      id: 'opt-out',
      reports: [{ of: '--userns=host', value: '0          0 4294967295' }],
      run: { pane: 'host', type: 'docker run --rm --userns=host isolate-lab:13 cat /proc/self/uid_map' },
      before: 'And the user wall: can one container leave it out? Ask for the host’s user namespace.',
      after: 'The map is as before: it was the host’s already.',
      in: {
        remap: {
          after: 'The host’s map: whoever may start containers may leave the wall out.',
          predict: {
            question: 'The daemon was told to remap. Can one container be started without it?',
            answers: ['yes', 'no, the daemon decides'],
            right: 0,
            proof: { pane: 'host', text: '4294967295' },
            because: '`--userns=host` is an option of `docker run`. The daemon’s setting is only the default.',
          },
        },
        rootless: {
          reports: [{ of: '--userns=host', value: '0       1000          1' }],
          after: 'No way out of here: 0 is still {sleep.uid}. The daemon has no other ids to give away.',
        },
      },
    },
  ],
});
