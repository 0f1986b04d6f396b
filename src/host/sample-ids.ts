import type { HostFacts } from './facts.ts';
import { containerNamed, containerOf } from './views.ts';

/** The same made-up host, for tests, with a user namespace of its own for a container, whose root is the first id of the map. */
export function withUidMap(facts: HostFacts, name: string, uidMap: [number, number, number][]): HostFacts {
  const container = containerNamed(name, facts);
  const root = uidMap.find(([inside]) => inside === 0)?.[1] ?? uidMap[0]?.[1] ?? 65534;
  const inode = 4026532900 + facts.namespaces.length;
  return {
    ...facts,
    processes: facts.processes.map((process) =>
      container && containerOf(process, facts) === container
        ? { ...process, uid: root, user: String(root), ns: { ...process.ns, user: inode } }
        : process,
    ),
    namespaces: [...facts.namespaces, { kind: 'user', inode, uidMap }],
  };
}
