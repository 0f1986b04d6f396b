import { inhabited } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const memory: Lesson = {
  id: 'memory',
  title: 'A memory limit, and the kernel’s answer',
  minutes: 5,
  chapter: 'Memory, processes, disk',
  lens: 'meter',
  reads: [],
  before:
    'A wall hides and does not limit. Limits are files: a folder in `/sys/fs/cgroup` is a group of processes, and what is written into its files holds for all of them.',
  goals: [
    {
      say: 'A cgroup has a limit for memory.',
      hints: [
        'A folder is made with `mkdir`, and the kernel fills it with files.',
        'Type `mkdir /sys/fs/cgroup/box`, then `echo 10M > /sys/fs/cgroup/box/memory.max`.',
      ],
      reached: (now) => now.cgroups.some(({ memoryMax }) => memoryMax >= 0),
    },
    {
      say: 'A shell is in it.',
      hints: [
        'A process is moved by its number; `$$` is that of the shell itself.',
        'Type `echo $$ > /sys/fs/cgroup/box/cgroup.procs`.',
      ],
      reached: (now) => inhabited(now).some(({ memoryMax }) => memoryMax >= 0),
    },
    {
      say: 'Somebody there wanted more, and the kernel has killed a process.',
      hints: [
        '`dd` takes a block of memory as large as you tell it to.',
        'Type `dd if=/dev/zero of=/dev/null bs=60M count=1`.',
      ],
      reached: (now) => now.cgroups.some((cgroup) => cgroup.memoryMax >= 0 && (cgroup.memoryEvents.oom_kill ?? 0) > 0),
    },
  ],
  after:
    'The shell lives on: the kernel chose the process that used the most. In a container that is often process 1, and then all of it ends, with exit code 137.',
  solution: [
    { shell: 1, type: 'mkdir /sys/fs/cgroup/box' },
    { shell: 1, type: 'echo 10M > /sys/fs/cgroup/box/memory.max' },
    { shell: 1, type: 'echo $$ > /sys/fs/cgroup/box/cgroup.procs', after: 1 },
    { shell: 1, type: 'dd if=/dev/zero of=/dev/null bs=60M count=1', after: 2 },
  ],
};
