import type { HostFacts } from '../../src/host/facts.ts';
import { inside, others } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

const nobody = 65534;

/** The user namespaces in which number 0 is somebody who is nobody on the host. */
function mapped(facts: HostFacts) {
  return others('user', facts).filter(
    (namespace) =>
      namespace.uidMap?.some(([first, host]) => first === 0 && host === nobody) &&
      inside(namespace, facts).some(({ uid }) => uid === nobody),
  );
}

export const user: Lesson = {
  id: 'user',
  title: 'Root inside, nobody outside',
  minutes: 7,
  chapter: 'User',
  lens: 'user',
  reads: ['user', 'uts'],
  before:
    'All walls so far were built by root. A user namespace is the one that anybody may build, and in it they are root. Become nobody first.',
  goals: [
    {
      say: 'A process runs as the user nobody.',
      hints: ['`su` makes another user of you; root is not asked for a password.', 'Type `su nobody`.'],
      reached: (now) => now.processes.some(({ uid }) => uid === nobody),
    },
    {
      say: 'Nobody stands in a user namespace of its own, in which it has the number 0.',
      hints: [
        'One letter of `unshare` stands for user, and another writes the map: my number out there is 0 in here.',
        'Type `unshare -U -r sh`, then `id`.',
      ],
      reached: (now) => mapped(now).length > 0,
    },
    {
      say: 'This root has built another wall: its hostname is its own.',
      hints: [
        'In its namespace it has every capability, that for `unshare` and `hostname` included.',
        'Type `unshare -u sh`, then `hostname mine`.',
      ],
      reached: (now, since) =>
        now.hostname === since.hostname &&
        mapped(now).some((namespace) =>
          inside(namespace, now).some(({ ns }) =>
            others('uts', now).some(({ inode, hostname }) => inode === ns.uts && hostname !== now.hostname),
          ),
        ),
    },
  ],
  after:
    'Try `touch /root/x`: permission denied, because for files of the host it is nobody still. Docker builds this wall only when told to, with `userns-remap` or as rootless Docker.',
  solution: [
    { shell: 1, type: 'su nobody' },
    { shell: 1, type: 'unshare -U -r sh', after: 1 },
    { shell: 1, type: 'id' },
    { shell: 1, type: 'unshare -u sh', after: 2 },
    { shell: 1, type: 'hostname mine' },
    { shell: 1, type: 'touch /root/x' },
  ],
};
