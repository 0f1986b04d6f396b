import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'hole',
  title: 'A volume is a hole',
  lens: 'mnt',
  panes: {
    host: { title: 'host', rows: 10 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 10 },
  },
  takes: { default: { label: 'docker run -v' } },
  entities: {
    web: { container: 'web' },
    root: { namespaceOf: 'web', kind: 'mnt' },
    host: { host: true },
  },
  prepare: ['rm -rf /srv/site && mkdir -p /srv/site'],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web -v /srv/site:/data isolate-lab:13 sleep 600' },
      before: 'Start a container with a bind mount: the host’s `/srv/site` as `/data`.',
      after: 'One directory of the host now has two names.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'write-inside',
      run: { pane: 'web', type: 'echo from-inside > /data/a' },
      before: 'Write a file inside.',
      after: 'Written. No layer of the container was touched.',
      signs: [{ sign: 'file', pane: 'web', of: 'web', within: '/data', at: '/data/a' }],
    },
    {
      id: 'read-outside',
      run: { pane: 'host', type: 'ls -ln /srv/site; cat /srv/site/a' },
      before: 'Read it outside. Whose is it?',
      signs: [{ sign: 'file', pane: 'host', within: '/data', at: '/srv/site/a', says: 'rw-r--r-- 1 0 0' }],
      after: 'It is there at once, and it belongs to uid 0: the container’s root and the host’s root are one user.',
      predict: {
        question: 'Root in the container wrote the file. Who owns it on the host?',
        answers: ['an unprivileged user', 'root', 'nobody'],
        right: 1,
        proof: { pane: 'host', text: '0 0' },
        because: 'Without a user namespace, uid 0 inside is uid 0 outside.',
      },
    },
    {
      id: 'other-way',
      run: [{ pane: 'host', type: 'echo from-outside > /srv/site/b' }],
      before: 'Now the other way: write on the host.',
      signs: [{ sign: 'file', pane: 'host', within: '/data', at: '/srv/site/b' }],
      after: 'Written.',
    },
    {
      id: 'read-inside',
      run: { pane: 'web', type: 'cat /data/b' },
      before: 'Read it inside.',
      after: 'The hole is open in both directions.',
      signs: [{ sign: 'file', pane: 'web', of: 'web', within: '/data', at: '/data/b', says: 'from-outside' }],
    },
    {
      id: 'injected',
      run: { pane: 'web', type: "grep -E ' /(data|etc/[a-z.]+) ' /proc/mounts" },
      before: 'The same kind of hole exists in every container. List the mounts below `/etc`.',
      after: 'Docker itself mounts three files of the host into the container: `resolv.conf`, `hostname` and `hosts`.',
      marks: [{ pane: 'web', text: '/etc/hostname', entity: 'root' }],
      signs: [{ sign: 'injected', pane: 'web', of: 'web', at: '/etc/hosts' }],
    },
  ],
});
