import { expect, test } from 'vitest';
import { withHandmade } from './by-hand.ts';
import type { HostFacts, NsKind, Process } from './facts.ts';
import { nsKinds } from './facts.ts';
import { containerOf, hostProcesses, wallOf } from './views.ts';

/** A process of a host without Docker; `own` are the inodes of namespaces that are not the host's. */
function process(
  pid: number,
  comm: string,
  own: Partial<Record<NsKind, number>> = {},
  more: Partial<Process> = {},
): Process {
  const ns = Object.fromEntries(nsKinds.map((kind) => [kind, own[kind] ?? 1])) as Record<NsKind, number>;
  const plain = { nspid: [pid], ppid: 1, uid: 0, user: 'root', args: comm, started: pid, cgroup: '/' };
  return { pid, comm, ns, ...plain, ...more };
}

function host(...processes: Process[]): HostFacts {
  const empty = { containers: [], namespaces: [], cgroups: [] };
  return {
    hostname: 'workbench',
    kernel: '6.1',
    processCount: 40,
    processes: [process(1, 'init'), ...processes],
    ...empty,
  };
}

test('Processes behind the same wall are one room, named after the first of them.', () => {
  const facts = withHandmade(host(process(60, 'sh'), process(70, 'sh', { uts: 9 }), process(75, 'sleep', { uts: 9 })));
  expect(facts.containers.map(({ name, pid, members }) => ({ name, pid, members }))).toEqual([
    { name: 'sh 70', pid: 70, members: [70, 75] },
  ]);
  const [room] = facts.containers;
  expect(room && wallOf(room, facts)?.uts).toBe('own');
  expect(hostProcesses(facts).map(({ pid }) => pid)).toEqual([1, 60]);
});

test('An unshare that waits for what it has started is outside.', () => {
  const facts = withHandmade(
    host(process(70, 'unshare', { mnt: 8 }), process(71, 'sh', { mnt: 8, pid: 9 }, { ppid: 70, nspid: [71, 1] })),
  );
  expect(facts.containers.map(({ name }) => name)).toEqual(['sh 71']);
  expect(facts.processes.filter((each) => containerOf(each, facts)).map(({ pid }) => pid)).toEqual([71]);
});

test('Two walls are two rooms, in the order of their first processes.', () => {
  const facts = withHandmade(host(process(90, 'sleep', { net: 8 }), process(80, 'sh', { net: 9 })));
  expect(facts.containers.map(({ name }) => name)).toEqual(['sh 80', 'sleep 90']);
});

test('A cgroup without a namespace is a room without a wall.', () => {
  const facts = withHandmade(host(process(80, 'sh', {}, { cgroup: '/box' })));
  const [room] = facts.containers;
  expect(room && wallOf(room, facts)).toEqual(Object.fromEntries(nsKinds.map((kind) => [kind, 'shared'])));
});

test('A host on which nobody has built anything has no room.', () => {
  expect(withHandmade(host(process(60, 'sh'))).containers).toEqual([]);
});
