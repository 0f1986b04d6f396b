import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'whole-disk',
  title: 'The whole disk, handed in',
  lens: 'mnt',
  varies: 'Mounted',
  panes: {
    host: { title: 'host', rows: 9 },
    tool: { title: 'inside the container', via: 'docker exec -it tool bash', opensAfter: 'start', rows: 10 },
  },
  undo: ['rm -f /root/one /root/two'],
  takes: {
    default: { label: '-v /:/host', name: 'to write' },
    ro: { label: '-v /:/host:ro', name: 'read-only' },
  },
  entities: {
    tool: { container: 'tool' },
    root: { namespaceOf: 'tool', kind: 'mnt' },
    host: { host: true },
  },
  prepare: ['rm -f /root/one /root/two'],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name tool -v /:/host isolate-lab:13 sleep 3d' },
      before: 'Give a container the host’s root directory, as `/host`.',
      after: 'The hole is as wide as the disk.',
      marks: [{ pane: 'host', text: '{tool.id}', entity: 'tool' }],
      in: {
        ro: {
          run: { pane: 'host', type: 'docker run -d --name tool -v /:/host:ro isolate-lab:13 sleep 600' },
          before: 'The same, read-only: `:ro`.',
          after: 'The same hole. Files can be read through it and, it seems, nothing else.',
        },
      },
    },
    {
      id: 'read',
      run: { pane: 'tool', type: 'wc -l /host/etc/shadow' },
      before: 'The file with the host’s passwords is readable for root only. Count its lines.',
      after: 'Root inside is root: it is read.',
      marks: [{ pane: 'tool', text: '/host/etc/shadow', entity: 'root' }],
      signs: [{ sign: 'file', pane: 'tool', of: 'tool', within: '/host', at: '/host/etc/shadow' }],
      expects: [{ pane: 'tool', status: 0 }],
      in: { ro: { after: 'Read. For a secret, `:ro` is no protection.' } },
    },
    {
      id: 'write',
      run: { pane: 'tool', type: 'echo made inside > /host/root/one' },
      before: 'Write into the home of the host’s root.',
      after: 'Written.',
      signs: [{ sign: 'file', pane: 'tool', of: 'tool', within: '/host', at: '/host/root/one' }],
      in: {
        ro: {
          after: 'Refused: this mount is read-only.',
          signs: [
            {
              sign: 'file',
              pane: 'tool',
              of: 'tool',
              within: '/host',
              at: '/host/root/one',
              says: 'Read-only file system',
              fails: true,
            },
          ],
        },
      },
    },
    {
      id: 'socket',
      run: {
        pane: 'tool',
        type: 'chroot /host docker run --rm -v /root:/r isolate-lab:13 touch /r/two',
      },
      before: 'Below /host are the host’s `docker` and its socket, too. Have them make a second file.',
      after: 'No complaint: a second container was started, with a mount of its own.',
      signs: [{ sign: 'run', pane: 'tool', of: 'tool', at: '/root:/r', says: 'touch /r/two' }],
    },
    {
      id: 'look',
      run: { pane: 'host', type: 'ls -l /root' },
      before: 'See on the host what is there now.',
      after: 'Both files, made by the host’s root.',
      marks: [{ pane: 'host', text: 'two', entity: 'host' }],
      signs: [
        { sign: 'file', pane: 'host', within: '/host', at: 'one' },
        { sign: 'file', pane: 'host', within: '/host', at: 'two' },
      ],
      in: {
        ro: {
          signs: [{ sign: 'file', pane: 'host', within: '/host', at: 'two' }],
          after: 'One file: not the one that was written through the mount, but the one that the daemon was asked for.',
          predict: {
            question: 'The mount is read-only. What is in `/root` on the host?',
            answers: ['nothing new', 'the file `two`', 'both files'],
            right: 1,
            proof: { pane: 'host', text: 'two' },
            because:
              'The daemon mounts what it is asked to mount; `:ro` on the first container’s mount says nothing about the second’s.',
          },
        },
      },
    },
  ],
});
