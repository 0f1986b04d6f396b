import { ended, firstOnes } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const processes: Lesson = {
  id: 'processes',
  title: 'A process tree of your own',
  minutes: 7,
  chapter: 'PID',
  lens: 'pid',
  reads: [],
  before:
    'In a PID namespace numbers begin again at 1, and whoever is number 1 answers for all that come after. Give it children, then end it and see who is left.',
  goals: [
    {
      say: 'A process is number 1 in a PID namespace of its own.',
      hints: [
        'The namespace begins with the next child: `unshare` must fork (`-f`). And `ps` reads /proc, which must be mounted anew.',
        'Type `unshare -p -f --mount-proc sh`, then `ps`. Without `-f`, the first command that the shell starts is number 1, and when it has ended nothing can be started there any more: “can’t fork: Cannot allocate memory”. Then `exit` and begin again.',
      ],
      reached: (now) => firstOnes(now).length > 0,
    },
    {
      say: 'It has two children behind the wall.',
      hints: ['`&` at the end of a command leaves it running.', 'Type `sleep 1000 & sleep 1000 &` behind the wall.'],
      reached: (now) =>
        firstOnes(now).some(
          (first) => now.processes.filter(({ ppid, zombie }) => ppid === first.pid && !zombie).length >= 2,
        ),
    },
    {
      say: 'Its number 1 has ended, and nobody is left of them.',
      hints: [
        'From inside, the kernel ignores even `kill -9 1`. The diagram says which number it has outside.',
        'In the other shell: `kill -9` and that number. `exit` inside does the same to its children.',
      ],
      reached: (now, since) => {
        const parents = firstOnes(since).filter(({ pid }) => since.processes.some(({ ppid }) => ppid === pid));
        const gone = new Set(parents.map(({ ns }) => ns.pid));
        return gone.size > 0 && ended(parents, now) && !now.processes.some(({ ns }) => gone.has(ns.pid));
      },
    },
  ],
  after:
    'When number 1 of a PID namespace ends, the kernel kills everyone else in it. That is why `docker stop` needs to reach one process only.',
  solution: [
    { shell: 1, type: 'unshare -p -f --mount-proc sh' },
    { shell: 1, type: 'sleep 1000 & sleep 1000 &', after: 1 },
    { shell: 1, type: 'ps' },
    { shell: 2, type: 'kill -9 {pid}', after: 2 },
  ],
};
