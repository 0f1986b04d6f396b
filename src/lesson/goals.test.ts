import { describe, expect, test } from 'vitest';
import { lessons } from '../../content/lessons/index.ts';
import type { Link, Process } from '../host/facts.ts';
import { bridge, cgroup, type Hand, host, inner, link, outer, process } from './sample-hosts.ts';

/** Whether that goal of that lesson, counted from 1, is reached; `since` are the facts at the goal before. */
function reached(id: string, goal: number, now: Hand, since: Hand = now): boolean {
  const found = lessons.find((lesson) => lesson.id === id)?.goals[goal - 1];
  if (!found) throw new Error(`No goal ${goal} in "${id}".`);
  return found.reached(host(now), host(since));
}

const uts = (pid: number) => process(pid, { uts: 9 });
const one = process(70, { pid: 9 }, { nspid: [70, 1], ppid: 60 });
const child = (pid: number, more: Partial<Process> = {}) =>
  process(pid, { pid: 9 }, { nspid: [pid, pid - 69], ppid: 70, comm: 'sleep', ...more });
const small = { target: '/', root: '/srv/small' };
const bound = { target: '/srv/small', root: '/srv/small' };
const mnt = [process(70, { mnt: 9 })];
const nets = [process(70, { net: 9 }), process(80, { net: 8 })];
const cables = { 1: [bridge(), outer(3, 0), outer(4, 1)], 9: [inner(3)], 8: [inner(4)] };
const nobody = { uid: 65534, user: 'nobody' };
const slow = { cpuMax: [10_000, 100_000] as [number, number] };
const loop = process(90, {}, { cgroup: '/slow', running: true });
const few = { pidsMax: 20, pidsEvents: { max: 3 } };
const six = { mnt: 9, uts: 9, ipc: 9, net: 9, pid: 9, cgroup: 9 };
const boxed = [process(70, six, { cgroup: '/box', nspid: [70, 1] })];
const box = [cgroup('/box', { memoryMax: 30e6, pidsMax: 20 })];
const room = { processes: boxed, cgroups: box };
const proc = { target: '/proc', type: 'proc' };
const seven = [process(70, { ...six, time: 9 })];
const gate = (more: Partial<Link> = {}) =>
  link('box0', 3, { peerIndex: 2, peerNetnsid: 0, addresses: ['10.0.0.1/24'], ...more });

/** Per goal: two valid ways, and the nearest wrong one, with what is wrong about it. */
type Ways = [two: [Hand, Hand?][], wrong: string, hand: Hand, since?: Hand];

const ways: Record<string, Ways[]> = {
  hostname: [
    [
      [[{ processes: [uts(70)] }], [{ processes: [process(60), uts(70), process(80, { uts: 8, mnt: 8 })] }]],
      'a mount namespace instead',
      { processes: mnt },
    ],
    [
      [
        [{ processes: [uts(70)], uts: { 9: 'inside' } }],
        [{ processes: [uts(70), process(80, { uts: 8 })], uts: { 8: 'x' } }],
      ],
      'the host is the one that was renamed',
      { hostname: 'inside', processes: [uts(70)], uts: { 9: 'workbench' } },
      {},
    ],
    [
      [[{}], [{ processes: [process(80, { net: 8 })] }]],
      'another process still holds the namespace',
      { processes: [uts(75)] },
    ],
  ],
  processes: [
    [
      [[{ processes: [one] }], [{ processes: [process(70, { pid: 9, mnt: 9 }, { nspid: [70, 1] })] }]],
      'a shell whose children would be in it, and that has none',
      { processes: [process(70, { mnt: 9 })] },
    ],
    [
      [
        [{ processes: [one, child(71), child(72)] }],
        [{ processes: [one, child(71), child(72), child(73, { ppid: 72 })] }],
      ],
      'a child and its own child',
      { processes: [one, child(71), child(72, { ppid: 71 })] },
    ],
    [
      [
        [{}, { processes: [one, child(71), child(72)] }],
        [{ processes: [process(80)] }, { processes: [process(80), one, child(71)] }],
      ],
      'its children are killed and it lives',
      { processes: [one] },
      { processes: [one, child(71), child(72)] },
    ],
  ],
  root: [
    [
      [[{ processes: mnt }], [{ processes: [process(70, { mnt: 9, uts: 9 })] }]],
      'a UTS namespace instead',
      { processes: [uts(70)] },
    ],
    [
      [[{ processes: mnt, mnt: { 9: [bound] } }], [{ processes: mnt, mnt: { 9: [small, { target: '/old' }] } }]],
      'bound on the host, and copied from there',
      { processes: mnt, mnt: { 1: [bound], 9: [bound] } },
    ],
    [
      [[{ processes: mnt, mnt: { 9: [small, { target: '/old' }] } }], [{ processes: mnt, mnt: { 9: [small] } }]],
      'bound, and not moved to',
      { processes: mnt, mnt: { 9: [{ target: '/' }, bound] } },
    ],
    [
      [[{ processes: mnt, mnt: { 9: [small] } }], [{ processes: mnt, mnt: { 9: [small, proc] } }]],
      'a part of the old root is still below',
      { processes: mnt, mnt: { 9: [small, { target: '/old/proc' }] } },
    ],
  ],
  network: [
    [
      [[{ processes: nets }], [{ processes: [...nets, process(90, { net: 7 })] }]],
      'two processes in one',
      { processes: [process(70, { net: 9 }), process(80, { net: 9 })] },
    ],
    [
      [
        [{ net: { 1: [bridge()] } }],
        [{ net: { 1: [bridge({ name: 'br7', addresses: ['fe80::1/64', '10.7.0.1/16'] })] } }],
      ],
      'a bridge that is down',
      { net: { 1: [bridge({ up: false })] } },
    ],
    [
      [
        [{ processes: nets, net: cables }],
        [{ processes: nets, net: { ...cables, 9: [inner(3, { up: false, addresses: [] })] } }],
      ],
      'each leads to a bridge of its own',
      {
        processes: nets,
        net: {
          ...cables,
          1: [bridge(), bridge({ name: 'br1', index: 5 }), outer(3, 0), outer(4, 1, { master: 'br1' })],
        },
      },
    ],
    [
      [
        [{ processes: nets, net: cables }],
        [{ processes: nets, net: { ...cables, 9: [inner(3, { addresses: ['fe80::1/64', '10.0.0.9/24'] })] } }],
      ],
      'one end is down',
      { processes: nets, net: { ...cables, 8: [inner(4, { up: false })] } },
    ],
    [
      [
        [{ processes: nets, echoes: { 9: [0, 1], 8: [1, 0] } }],
        [{ processes: nets, echoes: { 1: [2, 0], 9: [0, 3], 8: [1, 0] } }],
      ],
      'it has called itself',
      { processes: nets, echoes: { 9: [1, 1] } },
    ],
  ],
  user: [
    [
      [[{ processes: [process(70, {}, nobody)] }], [{ processes: [process(70, { user: 9 }, nobody)] }]],
      'root in a user namespace',
      { processes: [process(70, { user: 9 })] },
    ],
    [
      [
        [{ processes: [process(70, { user: 9 }, nobody)], user: { 9: [[0, 65534, 1]] } }],
        [{ processes: [process(70, { user: 9, uts: 9 }, nobody)], user: { 9: [[0, 65534, 1]] } }],
      ],
      'made by root, whose number outside is 0',
      { processes: [process(70, { user: 9 })], user: { 9: [[0, 0, 1]] } },
    ],
    [
      [
        [{ processes: [process(70, { user: 9, uts: 9 }, nobody)], user: { 9: [[0, 65534, 1]] }, uts: { 9: 'mine' } }],
        [
          {
            processes: [process(70, { user: 9 }, nobody), process(71, { user: 9, uts: 9 }, nobody)],
            user: { 9: [[0, 65534, 1]] },
            uts: { 9: 'x' },
          },
        ],
      ],
      'the host was renamed, and not the room',
      {
        hostname: 'mine',
        processes: [process(70, { user: 9, uts: 9 }, nobody)],
        user: { 9: [[0, 65534, 1]] },
        uts: { 9: 'workbench' },
      },
      {},
    ],
  ],
  memory: [
    [
      [
        [{ cgroups: [cgroup('/box', { memoryMax: 1e7 })] }],
        [{ cgroups: [cgroup('/a'), cgroup('/a/b', { memoryMax: 0 })] }],
      ],
      'a limit for processes',
      { cgroups: [cgroup('/box', { pidsMax: 9 })] },
    ],
    [
      [
        [{ processes: [process(70, {}, { cgroup: '/box' })], cgroups: [cgroup('/box', { memoryMax: 1e7 })] }],
        [{ processes: [process(70, { mnt: 9 }, { cgroup: '/box' })], cgroups: [cgroup('/box', { memoryMax: 2e7 })] }],
      ],
      'it is in a cgroup without a limit',
      { processes: [process(70, {}, { cgroup: '/a' })], cgroups: [cgroup('/a'), cgroup('/box', { memoryMax: 1e7 })] },
    ],
    [
      [
        [{ cgroups: [cgroup('/box', { memoryMax: 1e7, memoryEvents: { oom_kill: 1 } })] }],
        [{ cgroups: [cgroup('/box', { memoryMax: 1e7, memoryEvents: { max: 40, oom: 2, oom_kill: 2 } })] }],
      ],
      'the limit was reached, and something else given up',
      { cgroups: [cgroup('/box', { memoryMax: 1e7, memoryEvents: { max: 40 } })] },
    ],
  ],
  cpu: [
    [
      [[{ cgroups: [cgroup('/slow', slow)] }], [{ cgroups: [cgroup('/slow', { cpuMax: [2_000, 50_000] })] }]],
      'a whole CPU',
      { cgroups: [cgroup('/slow', { cpuMax: [100_000, 100_000] })] },
    ],
    [
      [
        [{ processes: [loop], cgroups: [cgroup('/slow', slow)] }],
        [{ processes: [process(60, {}, { cgroup: '/slow' }), loop], cgroups: [cgroup('/slow', slow)] }],
      ],
      'a shell that waits',
      { processes: [process(60, {}, { cgroup: '/slow' })], cgroups: [cgroup('/slow', slow)] },
    ],
    [
      [
        [{ cgroups: [cgroup('/slow', { ...slow, cpuStat: { nr_throttled: 10 } })] }],
        [{ cgroups: [cgroup('/a'), cgroup('/slow', { ...slow, cpuStat: { nr_throttled: 900 } })] }],
      ],
      'nine periods',
      { cgroups: [cgroup('/slow', { ...slow, cpuStat: { nr_throttled: 9 } })] },
    ],
    [
      [
        [{ cgroups: [cgroup('/slow', slow)] }, { processes: [loop], cgroups: [cgroup('/slow', slow)] }],
        [{}, { processes: [loop], cgroups: [cgroup('/slow', slow)] }],
      ],
      'it is moved out and runs on',
      { processes: [{ ...loop, cgroup: '/' }], cgroups: [cgroup('/slow', slow)] },
      { processes: [loop], cgroups: [cgroup('/slow', slow)] },
    ],
  ],
  'fork-bomb': [
    [
      [
        [{ processes: [process(70, {}, { cgroup: '/few' })], cgroups: [cgroup('/few', { pidsMax: 20 })] }],
        [{ processes: [process(70, {}, { cgroup: '/few' })], cgroups: [cgroup('/few', { pidsMax: 5 })] }],
      ],
      'nobody is in it',
      { processes: [process(70)], cgroups: [cgroup('/few', { pidsMax: 20 })] },
    ],
    [
      [[{ cgroups: [cgroup('/few', few)] }], [{ cgroups: [cgroup('/few', { pidsMax: 10, pidsEvents: { max: 1 } })] }]],
      'all that wanted to start did',
      { cgroups: [cgroup('/few', { pidsMax: 20, pidsCurrent: 12 })] },
    ],
    [
      [
        [
          { cgroups: [cgroup('/few', few)] },
          { processes: [process(70, {}, { cgroup: '/few' })], cgroups: [cgroup('/few', { ...few, pidsCurrent: 20 })] },
        ],
        [
          {},
          { processes: [process(70, {}, { cgroup: '/few' })], cgroups: [cgroup('/few', { ...few, pidsCurrent: 20 })] },
        ],
      ],
      'they are moved out and live',
      { processes: [process(70)], cgroups: [cgroup('/few', few)] },
      { processes: [process(70, {}, { cgroup: '/few' })], cgroups: [cgroup('/few', { ...few, pidsCurrent: 1 })] },
    ],
  ],
  container: [
    [
      [[room], [{ processes: [process(70, {}, { cgroup: '/box' })], cgroups: box }]],
      'one limit of the two',
      { ...room, cgroups: [cgroup('/box', { memoryMax: 30e6 })] },
    ],
    [
      [[room], [{ ...room, processes: [process(70, { ...six, time: 9 }, { cgroup: '/box' })] }]],
      'a child of the other shell, without limits',
      { processes: [process(60, {}, { cgroup: '/box' }), process(70, six)], cgroups: box },
    ],
    [
      [
        [{ ...room, uts: { 9: 'box' } }],
        [{ ...room, processes: [...boxed, process(71, six, { cgroup: '/box' })], uts: { 9: 'b' } }],
      ],
      'the host was renamed',
      { ...room, hostname: 'box', uts: { 9: 'workbench' } },
      room,
    ],
    [
      [[{ ...room, mnt: { 9: [small, proc] } }], [{ ...room, mnt: { 9: [small, { target: '/sys' }, proc] } }]],
      'without a /proc of its own',
      { ...room, mnt: { 9: [small] } },
    ],
    [
      [
        [{ ...room, net: { 1: [gate()], 9: [inner(3)] } }],
        [{ ...room, net: { 1: [bridge(), gate({ addresses: [], master: 'br0' })], 9: [inner(3)] } }],
      ],
      'the end on the host is down',
      { ...room, net: { 1: [gate({ up: false })], 9: [inner(3)] } },
    ],
  ],
  beyond: [
    [
      [[{ processes: seven }], [{ processes: [process(60), ...seven] }]],
      'the six of Docker',
      { processes: [process(70, six)] },
    ],
    [
      [[{ processes: seven, clock: 1_000_000_005 }], [{ processes: seven, clock: 1_000_086_000 }]],
      'nobody is behind the walls any more',
      { clock: 1_000_000_005 },
    ],
  ],
};

for (const { id, title, goals } of lessons)
  describe(title, () => {
    for (const [i, { say }] of goals.entries()) {
      const [two = [], wrong, hand = {}, since] = ways[id]?.[i] ?? [];
      test(`"${say}" is reached in two ways, and not when: ${wrong}.`, () => {
        expect(two.map(([now, before]) => reached(id, i + 1, now, before))).toEqual([true, true]);
        expect(reached(id, i + 1, hand, since)).toBe(false);
      });
    }
  });

test('Who types a whole lesson before the kernel is asked has reached what is there to see.', () => {
  const now = { processes: mnt, mnt: { 9: [small] } };
  expect([1, 2, 3, 4].map((goal) => reached('root', goal, now, {}))).toEqual([true, true, true, true]);
});
