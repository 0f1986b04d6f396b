import type { Container, HostFacts, Process } from './facts.ts';
import { firstProcess, hostNamespace, namespaceOf } from './views.ts';

/** A run of user ids inside a container and the ids that they are on the host. */
export interface IdRange {
  inside: number;
  outside: number;
  length: number;
}

/** All user ids of Linux but the last, which means "none". user_namespaces(7) */
export const everyId: IdRange = { inside: 0, outside: 0, length: 4294967295 };

/** How a container's user ids are mapped, in the order of the ids inside; undefined when it does not run. */
export function idRanges(container: Container, facts: HostFacts): IdRange[] | undefined {
  const first = firstProcess(container, facts);
  if (!first) return undefined;
  const rows = namespaceOf(container, 'user', facts)?.uidMap ?? (isHosts(first, facts) ? [] : undefined);
  if (rows === undefined) return [];
  if (rows.length === 0) return isHosts(first, facts) ? [everyId] : [];
  return rows.map(([inside, outside, length]) => ({ inside, outside, length })).sort((a, b) => a.inside - b.inside);
}

function isHosts(process: Process, facts: HostFacts): boolean {
  const host = hostNamespace('user', facts)?.inode ?? facts.processes.find(({ pid }) => pid === 1)?.ns.user;
  return process.ns.user === host;
}

/** The user id by which a process knows itself; undefined where the map does not name it. */
export function insideUid(process: Process, ranges: IdRange[]): number | undefined {
  const range = ranges.find(({ outside, length }) => process.uid >= outside && process.uid < outside + length);
  return range && process.uid - range.outside + range.inside;
}

/** First and last id of a range, as text: `100000–165535`. */
export function idsFrom(first: number, length: number): string {
  return length === 1 ? String(first) : `${first}–${first + length - 1}`;
}
