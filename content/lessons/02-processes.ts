import { firstOnes } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

export const processes: Lesson = {
  id: 'processes',
  title: 'A process tree of your own',
  minutes: 7,
  chapter: 'PID',
  lens: 'pid',
  reads: [],
  before:
    'In a PID namespace numbers begin again at 1, and whoever is number 1 answers for all that come after. Give it children, then kill it from outside.',
  goals: [
    {
      say: 'A process is number 1 in a PID namespace of its own.',
      hints: [
        'The namespace begins with the next child: `unshare` must fork (`-f`). And `ps` reads /proc, which must be mounted anew.',
        'Type `unshare -p -f --mount-proc sh`, then `ps`.',
      ],
      reached: (now) => firstOnes(now).length > 0,
    },
    {
      say: 'It has two children behind the wall.',
      hints: ['`&` at the end of a command leaves it running.', 'Type `sleep 1000 & sleep 1000 &` behind the wall.'],
      reached: (now) =>
        firstOnes(now).some(({ ns }) => now.processes.filter((process) => process.ns.pid === ns.pid).length >= 3),
    },
    {
      say: 'Its number 1 is killed from outside, and nobody is left of them.',
      hints: [
        'The diagram says which number it has outside. From inside the kernel would ignore the signal.',
        'In the other shell: `kill -9` and that number.',
      ],
      reached: (now, since) => {
        const gone = new Set(firstOnes(since).map(({ ns }) => ns.pid));
        return gone.size > 0 && !now.processes.some(({ ns }) => gone.has(ns.pid));
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
