import type { Cgroup, HostFacts } from '../../src/host/facts.ts';
import { ended, inhabited, membersOf } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

function isFew({ pidsMax }: Cgroup): boolean {
  return pidsMax > 0 && pidsMax <= 20;
}

/** The cgroups in which a process was refused because there were as many as may be. */
function refused(facts: HostFacts): Cgroup[] {
  return facts.cgroups.filter((cgroup) => isFew(cgroup) && (cgroup.pidsEvents?.max ?? 0) > 0);
}

export const bomb: Lesson = {
  id: 'fork-bomb',
  title: 'A fork bomb, held',
  minutes: 6,
  chapter: 'Memory, processes, disk',
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
      reached: (now) => inhabited(now).some(isFew),
    },
    {
      say: 'Somebody in there has wanted more, and the kernel has refused a process.',
      hints: [
        'A bomb is a function that pipes itself into itself, in the background.',
        'Type `bomb() { bomb | bomb & }; bomb 2> /dev/null`, without the complaints of all who were refused.',
      ],
      reached: (now) => now.cgroups.some(({ pidsEvents }) => (pidsEvents?.max ?? 0) > 0),
    },
    {
      say: 'Everybody in the group is killed, and its folder is empty or gone.',
      hints: [
        'The other shell is not in the group and works as before. One file of the group kills all that is in it.',
        'In shell 2: `echo 1 > /sys/fs/cgroup/few/cgroup.kill`.',
      ],
      reached: (now, since) =>
        refused(since).some(
          (group) =>
            ended(membersOf(group, since), now) &&
            !now.cgroups.some(({ path, pidsCurrent }) => path === group.path && pidsCurrent > 0),
        ),
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
