import type { HostFacts } from '../../../host/facts.ts';
import { firstProcess, hostProcesses } from '../../../host/views.ts';
import { nameOf, parentOf } from '../../building/cgroup-paths.ts';

/** A cgroup of the host's side: in the tree, but no container's own. */
export interface TreeNode {
  path: string;
  /** The last part of the path. */
  name: string;
  /** Steps below the root. */
  depth: number;
  /** Whether a container's cgroup is below it. */
  above: boolean;
}

/** How many of the host's cgroups are drawn. */
const maxNodes = 6;

/** The cgroups of the listed host processes and those above a container's, parents first. */
export function hostTree(facts: HostFacts, most = maxNodes): TreeNode[] {
  const above = new Set(['/', ...leavesOf(facts).flatMap((path) => prefixes(parentOf(path)))]);
  const beside = hostProcesses(facts).flatMap(({ cgroup }) => prefixes(cgroup));
  const kept = [...new Set([...above, ...beside])].slice(0, most);
  return kept.sort(byPath).map((path) => ({
    path,
    name: nameOf(path),
    depth: path === '/' ? 0 : path.split('/').length - 1,
    above: above.has(path),
  }));
}

/** The cgroups of the running containers. */
function leavesOf(facts: HostFacts): string[] {
  return facts.containers.flatMap((container) => firstProcess(container, facts)?.cgroup ?? []);
}

/** The path itself and every path above it, from the root on. */
function prefixes(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '');
  return ['/', ...parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`)];
}

/** A parent before its children, and these before its next sibling. */
function byPath(a: string, b: string): number {
  const [left, right] = [a.split('/').filter(Boolean), b.split('/').filter(Boolean)];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at < 0) return left.length - right.length;
  const other = right[at];
  return other === undefined ? 1 : (left[at] ?? '') < other ? -1 : 1;
}
