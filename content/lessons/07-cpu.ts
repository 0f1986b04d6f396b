import type { Cgroup, HostFacts, Process } from '../../src/host/facts.ts';
import { ended, membersOf } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

/** The cgroups that may use at most a tenth of a CPU. */
function slow(facts: HostFacts): Cgroup[] {
  return facts.cgroups.filter(({ cpuMax: [quota, period] }) => quota > 0 && quota * 10 <= period);
}

/** The processes there that want the processor. */
function loops(facts: HostFacts): Process[] {
  return slow(facts).flatMap((cgroup) => membersOf(cgroup, facts).filter(({ running }) => running));
}

export const cpu: Lesson = {
  id: 'cpu',
  title: 'A CPU quota',
  minutes: 5,
  chapter: 'cgroups: how much is used',
  lens: 'meter',
  reads: [],
  before:
    'Memory that is gone is gone, but of time there is always more. So a limit of CPU time does not kill: it lets wait.',
  goals: [
    {
      say: 'A cgroup may use a tenth of a CPU, and no more.',
      hints: [
        'The file is `cpu.max`: so many microseconds, in a period of so many.',
        'Type `mkdir /sys/fs/cgroup/slow`, then `echo 10000 100000 > /sys/fs/cgroup/slow/cpu.max`.',
      ],
      reached: (now) => slow(now).length > 0,
    },
    {
      say: 'A loop that never ends runs in it.',
      hints: [
        'Move a shell there and let it loop. In a child of its own, so that yours stays quick; 0 is whoever writes.',
        'Type `sh -c "echo 0 > /sys/fs/cgroup/slow/cgroup.procs; while :; do :; done" &`.',
      ],
      reached: (now) => loops(now).length > 0,
    },
    {
      say: 'It was stopped in ten periods or more.',
      hints: ['The kernel counts them.', 'Type `cat /sys/fs/cgroup/slow/cpu.stat`, and look at nr_throttled.'],
      reached: (now) => slow(now).some(({ cpuStat }) => (cpuStat.nr_throttled ?? 0) >= 10),
    },
    {
      say: 'The loop is ended.',
      hints: ['`%1` is the shell’s name for its first child in the background.', 'Type `kill %1`.'],
      reached: (now, since) => loops(now).length === 0 && ended(loops(since), now),
    },
  ],
  after: '`docker run --cpus 0.1` writes the same two numbers. Without the option the file says `max`.',
  solution: [
    { shell: 1, type: 'mkdir /sys/fs/cgroup/slow' },
    { shell: 1, type: 'echo 10000 100000 > /sys/fs/cgroup/slow/cpu.max' },
    {
      shell: 1,
      type: 'sh -c "echo 0 > /sys/fs/cgroup/slow/cgroup.procs; while :; do :; done" &',
      after: 1,
    },
    { shell: 1, type: 'cat /sys/fs/cgroup/slow/cpu.stat', after: 3 },
    { shell: 1, type: 'kill %1' },
  ],
};
