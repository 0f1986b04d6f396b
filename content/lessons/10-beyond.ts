import type { NsKind } from '../../src/host/facts.ts';
import { walled } from '../../src/lesson/goals.ts';
import type { Lesson } from '../../src/lesson/lesson.ts';

const all: NsKind[] = ['mnt', 'uts', 'ipc', 'net', 'pid', 'cgroup', 'time'];
/** 9 September 2001, 01:46:40 UTC. */
const longAgo = 1_000_000_000;

export const beyond: Lesson = {
  id: 'beyond',
  title: 'What you could not wall off',
  minutes: 6,
  chapter: 'What is not isolated',
  lens: 'wall',
  reads: ['clock'],
  before:
    'Build every wall that root can have, and look for what comes through. The kernel is one; so is its clock, though one of the walls is called time.',
  goals: [
    {
      say: 'A shell stands behind seven walls: all but the user namespace.',
      hints: [
        'Six letters as before, and a capital T for time.',
        'Type `unshare -m -u -i -n -p -C -T -f --mount-proc sh`.',
      ],
      reached: (now) => walled(all, now).length > 0,
    },
    {
      say: 'With somebody behind them, the clock is set to the year 2001, and the host’s clock says 2001.',
      hints: [
        'From behind the walls `date -s` sets the clock, and `@` stands before seconds since 1970.',
        'Type `date -s @1000000000`, then `date` in shell 2.',
      ],
      reached: (now) =>
        walled(all, now).length > 0 && now.clock !== undefined && now.clock >= longAgo && now.clock < longAgo + 86_400,
    },
  ],
  after:
    'A time namespace shifts only the clocks that count from the start of the machine; the clock on the wall is one for all, and so is `uname -r`. What keeps a container’s root from setting it is not a wall: Docker takes away the capability CAP_SYS_TIME.',
  solution: [
    { shell: 1, type: 'unshare -m -u -i -n -p -C -T -f --mount-proc sh' },
    { shell: 1, type: 'uname -r', after: 1 },
    { shell: 1, type: 'date -s @1000000000' },
    { shell: 2, type: 'date' },
  ],
};
