import { defineScene } from '../../../src/recording/script.ts';

export default defineScene({
  id: 'two-userlands',
  title: 'Three systems, one kernel',
  lens: 'mnt',
  panes: {
    host: { title: 'host', rows: 5 },
    web: { title: 'inside web, isolate-lab:13', via: 'docker exec -it web bash', rows: 5 },
    old: { title: 'inside old, isolate-lab:12', via: 'docker exec -it old bash', rows: 5 },
  },
  takes: { default: { label: 'docker run' } },
  entities: {
    web: { container: 'web' },
    old: { container: 'old' },
    host: { host: true },
  },
  prepare: ['docker run -d --name web isolate-lab:13 sleep 900', 'docker run -d --name old isolate-lab:12 sleep 900'],
  numbers: [
    { number: '6.1', why: 'Debian 12, release notes: its kernel' },
    { number: '6.12', why: 'Debian 13, release notes: its kernel' },
  ],
  steps: [
    {
      id: 'release',
      run: [
        { pane: 'host', type: 'grep PRETTY /etc/os-release' },
        { pane: 'web', type: 'grep PRETTY /etc/os-release' },
        { pane: 'old', type: 'grep PRETTY /etc/os-release' },
      ],
      before: 'A host and two containers. Read the same file in all three.',
      signs: [
        { sign: 'release', pane: 'host', says: 'Debian GNU/Linux forky/sid' },
        { sign: 'release', pane: 'web', of: 'web', says: 'Debian GNU/Linux 13 (trixie)' },
        { sign: 'release', pane: 'old', of: 'old', says: 'Debian GNU/Linux 12 (bookworm)' },
      ],
      after: 'One path, three files, three versions of Debian: each has a root file system of its own.',
    },
    {
      id: 'kernel',
      run: [
        { pane: 'host', type: 'uname -r' },
        { pane: 'web', type: 'uname -r' },
        { pane: 'old', type: 'uname -r' },
      ],
      before: 'Now ask the kernel for its version.',
      after: 'One kernel, {host.kernel}. An image brings files and programs; it brings no kernel.',
      signs: [
        { sign: 'uname', pane: 'host', says: '{host.kernel}' },
        { sign: 'uname', pane: 'web', of: 'web', says: '{host.kernel}' },
        { sign: 'uname', pane: 'old', of: 'old', says: '{host.kernel}' },
      ],
      predict: {
        question: 'Debian 12 was released with Linux 6.1, Debian 13 with 6.12. What does `uname -r` print in `old`?',
        answers: ['6.1, with the image', '6.12', 'the host’s version'],
        right: 2,
        proof: { pane: 'old', text: '{host.kernel}' },
        because: '`uname` is a system call: the kernel answers it, and there is one.',
      },
      marks: [
        { pane: 'host', text: '{host.kernel}', entity: 'host' },
        { pane: 'web', text: '{host.kernel}', entity: 'host' },
        { pane: 'old', text: '{host.kernel}', entity: 'host' },
      ],
    },
  ],
});
