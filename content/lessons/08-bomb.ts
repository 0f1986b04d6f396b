import { inhabited } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const bomb: Lesson = {
  id: 'fork-bomb',
  title: 'A fork bomb, held',
  minutes: 6,
  chapter: 'cgroups: how much is used',
  lens: 'meter',
  reads: [],
  before:
    'A function that calls itself twice fills a machine with processes until nothing else can start. Give it a group that may have few.',
  goals: [
    {
      say: 'A cgroup may have at most 20 processes, and a shell is in it.',
      hints: [
        'The file is `pids.max`.',
        'Type `mkdir /sys/fs/cgroup/few`, then `echo 20 > /sys/fs/cgroup/few/pids.max` and `echo $$ > /sys/fs/cgroup/few/cgroup.procs`.',
      ],
      reached: (now) => inhabited(now).some(({ pidsMax }) => pidsMax > 0 && pidsMax <= 20),
    },
    {
      say: 'A bomb is in there, and the kernel has refused it a process.',
      hints: [
        'A function that pipes itself into itself, in the background.',
        'Type `bomb() { bomb | bomb & }; bomb 2> /dev/null`, without the complaints of all who were refused.',
      ],
      reached: (now) => now.cgroups.some(({ pidsEvents }) => (pidsEvents?.max ?? 0) > 0),
    },
    {
      say: 'The whole group is killed, and its folder is empty.',
      hints: [
        'The other shell is not in the group and works as before. One file of the group kills all that is in it.',
        'In shell 2: `echo 1 > /sys/fs/cgroup/few/cgroup.kill`.',
      ],
      reached: (now) => now.cgroups.some(({ pidsMax, pidsCurrent }) => pidsMax > 0 && pidsCurrent === 0),
    },
  ],
  after: '`docker run --pids-limit 20` writes the same number. By default Docker sets no limit here.',
  solution: [
    { shell: 1, type: 'mkdir /sys/fs/cgroup/few' },
    { shell: 1, type: 'echo 20 > /sys/fs/cgroup/few/pids.max' },
    { shell: 1, type: 'echo $$ > /sys/fs/cgroup/few/cgroup.procs' },
    { shell: 1, type: 'bomb() { bomb | bomb & }; bomb 2> /dev/null', after: 1 },
    { shell: 2, type: 'echo 1 > /sys/fs/cgroup/few/cgroup.kill', after: 2 },
  ],
};
