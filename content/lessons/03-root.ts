import { others, rootOf } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const root: Lesson = {
  id: 'root',
  title: 'A root of your own',
  minutes: 8,
  chapter: 'Mount',
  lens: 'mnt',
  reads: ['mnt'],
  before:
    'A new mount namespace begins as a copy, so at first nothing is hidden. The other root comes from `pivot_root`. A small one lies ready in `/srv/small`.',
  goals: [
    {
      say: 'A shell stands in a mount namespace of its own.',
      hints: ['One letter of `unshare` stands for mount.', 'Type `unshare -m sh`.'],
      reached: (now) => others('mnt', now).length > 0,
    },
    {
      say: 'There, and only there, `/srv/small` is a mount.',
      hints: [
        '`pivot_root` takes only a mount point. A folder becomes one when it is bound to itself.',
        'Type `mount --bind /srv/small /srv/small`.',
      ],
      reached: (now) => others('mnt', now).some(({ mounts }) => mounts?.some(({ target }) => target === '/srv/small')),
    },
    {
      say: 'It is the root, and the old root hangs below it.',
      hints: [
        'Go there first. `pivot_root` wants the new root and a place in it for the old one; there is a folder `old`.',
        'Type `cd /srv/small`, then `pivot_root . old`.',
      ],
      reached: (now) => others('mnt', now).some((namespace) => rootOf(namespace) === '/srv/small'),
    },
    {
      say: 'The old root is out of reach.',
      hints: [
        '`umount` asks /proc what is mounted, and nobody has mounted a /proc here yet.',
        'Type `mount -t proc proc /proc`, then `umount -l /old`.',
      ],
      reached: (now) =>
        others('mnt', now).some(
          (namespace) =>
            rootOf(namespace) === '/srv/small' && !namespace.mounts?.some(({ target }) => target.startsWith('/old')),
        ),
    },
  ],
  after:
    'Nothing was copied and nothing deleted: the namespace has another tree of mounts. An image is such a root with a name, and its layers are stacked below it by a file system called overlay.',
  solution: [
    { shell: 1, type: 'unshare -m sh' },
    { shell: 1, type: 'mount --bind /srv/small /srv/small', after: 1 },
    { shell: 1, type: 'cd /srv/small', after: 2 },
    { shell: 1, type: 'pivot_root . old' },
    { shell: 1, type: 'mount -t proc proc /proc', after: 3 },
    { shell: 1, type: 'umount -l /old' },
    { shell: 1, type: 'cat /etc/os-release' },
  ],
};
