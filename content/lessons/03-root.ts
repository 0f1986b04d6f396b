import type { HostFacts, Namespace } from '../../src/host/facts.ts';
import { hostNamespace } from '../../src/host/views.ts';
import { movedTo, others, rootOf } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

const small = '/srv/small';

function isMount({ mounts }: Namespace): boolean {
  return mounts?.some(({ target }) => target === small) ?? false;
}

/** The namespaces that are not the host's, as long as the host has no mount of its own there. */
function apart(facts: HostFacts): Namespace[] {
  const host = hostNamespace('mnt', facts);
  return host && isMount(host) ? [] : others('mnt', facts);
}

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
        'Type `mount --bind /srv/small /srv/small` behind the wall. If the host has it too, `umount /srv/small` in the other shell.',
      ],
      // Who is quick has made it the root already.
      reached: (now) => apart(now).some((namespace) => isMount(namespace) || rootOf(namespace) === small),
    },
    {
      say: 'It is the root, and the old root hangs below it.',
      hints: [
        'Go there first. `pivot_root` wants the new root and a place in it for the old one; there is a folder `old`.',
        'Type `cd /srv/small`, then `pivot_root . old`.',
      ],
      reached: (now) => others('mnt', now).some((namespace) => rootOf(namespace) === small),
    },
    {
      say: 'The old root is out of reach.',
      hints: [
        'Your own shell still runs from it, so it is busy: `umount` must be told to take it away now and to clear up later.',
        'Type `umount -l /old`.',
      ],
      reached: (now) => others('mnt', now).some((namespace) => movedTo(small, namespace)),
    },
  ],
  after:
    'Nothing was copied and nothing deleted: the namespace has another tree of mounts. An image is such a root with a name, and its layers are stacked below it by a file system called overlay.',
  solution: [
    { shell: 1, type: 'unshare -m sh' },
    { shell: 1, type: 'mount --bind /srv/small /srv/small', after: 1 },
    { shell: 1, type: 'cd /srv/small', after: 2 },
    { shell: 1, type: 'pivot_root . old' },
    { shell: 1, type: 'umount -l /old', after: 3 },
    { shell: 1, type: 'cat /etc/os-release' },
  ],
};
