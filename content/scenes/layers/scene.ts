import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'layers',
  title: 'Where a write goes',
  lens: 'mnt',
  panes: {
    host: { title: 'host', rows: 12 },
    web: { title: 'inside the container', via: 'docker exec -it web bash', opensAfter: 'start', rows: 9 },
  },
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    sleep: { firstProcessOf: 'web' },
    root: { namespaceOf: 'web', kind: 'mnt' },
  },
  numbers: [
    { number: '29', why: 'docs.docker.com, containerd image store: the default of fresh installs since Engine 29' },
  ],
  steps: [
    {
      id: 'start',
      run: { pane: 'host', type: 'docker run -d --name web isolate-lab:13 sleep 600' },
      before: 'Start a container.',
      after: 'Its root is an overlay: the image’s layers below, read only, and one layer above them for writes.',
      marks: [{ pane: 'host', text: '{web.id}', entity: 'web' }],
    },
    {
      id: 'mount-line',
      run: { pane: 'web', type: 'grep overlay /proc/mounts' },
      before: 'The container’s own mount table says so.',
      after:
        '`lowerdir` is the image, `upperdir` the container’s layer. Both are directories on the host. A fresh Docker 29 has others.',
      marks: [{ pane: 'web', text: 'overlay', entity: 'root' }],
      signs: [{ sign: 'reads', pane: 'web', of: 'web', within: 'upper', at: 'upperdir' }],
    },
    {
      id: 'write',
      run: { pane: 'web', type: 'echo mine > /note; ls -l /note' },
      before: 'Write a file in the container’s root.',
      after: 'The file is there, and it looks like part of the image.',
      signs: [{ sign: 'file', pane: 'web', of: 'web', within: 'upper', at: '/note' }],
    },
    {
      id: 'upper',
      run: { pane: 'host', type: "ls -A $(docker inspect -f '{{.GraphDriver.Data.UpperDir}}' web)" },
      before: 'Look into the upper layer, on the host.',
      after:
        'The host has the file, in an ordinary directory. Root on the host can read and change all of it. A fresh Docker 29 does not name it.',
      signs: [{ sign: 'file', pane: 'host', within: 'upper', at: 'note' }],
      predict: {
        question: 'Is the file visible on the host?',
        answers: ['no, it is inside the container', 'yes, as a file in a directory', 'yes, inside a disk image'],
        right: 1,
        proof: { pane: 'host', text: 'note' },
        because:
          'The overlay file system writes to a directory of the host’s file system. No disk of the container’s own exists.',
      },
    },
    {
      id: 'remove',
      run: { pane: 'host', type: 'docker rm -f web' },
      ends: { paneCloses: 'web' },
      before: 'Remove the container.',
      after: 'The upper layer goes with it, and so does the file.',
    },
    {
      id: 'again',
      run: { pane: 'host', type: 'docker run --rm isolate-lab:13 ls -l /note' },
      before: 'Start another container from the same image.',
      after: 'The image was never changed. What is to stay must be written elsewhere.',
      signs: [{ sign: 'run', pane: 'host', at: '/note', says: 'No such file or directory', fails: true }],
    },
  ],
});
