import { others } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const hostname: Lesson = {
  id: 'hostname',
  title: 'Another hostname',
  minutes: 5,
  chapter: 'UTS',
  lens: 'uts',
  reads: ['uts'],
  before:
    'The smallest wall holds two strings. Build it around a shell, change the name behind it, and see what the other shell is called.',
  goals: [
    {
      say: 'A shell stands in a UTS namespace of its own.',
      hints: [
        '`unshare` makes namespaces and runs a program in them; one letter stands for UTS.',
        'Type `unshare -u sh`.',
      ],
      reached: (now) => others('uts', now).length > 0,
    },
    {
      say: 'Behind the wall the hostname is another one, and the host’s is what it was.',
      hints: [
        'The command is the same as on any machine; it matters only where you type it.',
        'Type `hostname inside` in the shell behind the wall. If you have renamed the host, name it `workbench` again.',
      ],
      reached: (now, since) =>
        now.hostname === since.hostname && others('uts', now).some(({ hostname }) => hostname !== now.hostname),
    },
    {
      say: 'The shell has ended, and the namespace with it.',
      hints: ['A namespace without a process, and with nothing else that holds it, is gone.', 'Type `exit`.'],
      reached: (now) => others('uts', now).length === 0,
    },
  ],
  after:
    'A name is a value in the kernel, and a namespace is a second place for that value. `docker run` does the same with the container’s id as the name.',
  solution: [
    { shell: 1, type: 'unshare -u sh' },
    { shell: 1, type: 'hostname inside', after: 1 },
    { shell: 2, type: 'hostname' },
    { shell: 1, type: 'exit', after: 2 },
  ],
};
