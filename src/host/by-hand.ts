import { type Container, type HostFacts, nsKinds, type Process } from './facts.ts';
import { initProcess } from './views.ts';

/**
 * The facts of a host on which someone builds walls by hand: every set of processes behind the same wall, or under limits
 * without a wall, is told as a container without an id. A process is a launcher, and stays outside, when it is the
 * `unshare` whose child has what it made and more.
 */
export function withHandmade(facts: HostFacts): HostFacts {
  const init = initProcess(facts);
  if (!init) return facts;
  const groups = new Map<string, Process[]>();
  for (const process of facts.processes) {
    const place = placeOf(process, init);
    if (place !== undefined && !process.zombie) groups.set(place, [...(groups.get(place) ?? []), process]);
  }
  const handmade = [...groups.values()].filter((group) => !isLauncher(group, facts, init)).map(containerFor);
  return { ...facts, containers: [...facts.containers, ...handmade.sort((a, b) => a.pid - b.pid)] };
}

/** The namespaces that a process does not share with process 1; the cgroup where it has none; undefined for who is simply on the host. */
function placeOf(process: Process, init: Process): string | undefined {
  const own = nsKinds.filter((kind) => process.ns[kind] !== init.ns[kind]);
  if (own.length > 0) return own.map((kind) => `${kind} ${process.ns[kind]}`).join();
  return process.cgroup === init.cgroup ? undefined : process.cgroup;
}

function isLauncher(group: Process[], facts: HostFacts, init: Process): boolean {
  const [one, another] = group;
  if (!one || another || one.comm !== 'unshare') return false;
  const own = nsKinds.filter((kind) => one.ns[kind] !== init.ns[kind]);
  return facts.processes.some(
    (child) =>
      child.ppid === one.pid &&
      placeOf(child, init) !== placeOf(one, init) &&
      own.every((kind) => child.ns[kind] === one.ns[kind]),
  );
}

function containerFor(group: Process[]): Container {
  const [first, ...others] = group.toSorted((a, b) => a.started - b.started || a.pid - b.pid);
  if (!first) throw new Error('A group of processes has none in it.');
  const members = [first, ...others].map(({ pid }) => pid);
  const name = `${first.comm} ${first.pid}`;
  return { id: '', name, image: '', pid: first.pid, status: 'running', exitCode: 0, members };
}
