import type { Cgroup } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { standsBeside } from './view.ts';

/** What a file of a cgroup must hold; a pair when it may lie between two readings. */
type Expected = string[] | { from: number; to: number };

const counted = ['memory.current', 'pids.current'];

/** Compares what `cat /sys/fs/cgroup/…` printed with the cgroups' values. */
export function proveCgroupFiles(claim: Claim, verdict: Verdict): void {
  const cats = claim.commands.filter(({ words }) => words[0] === 'cat');
  const paths = cats.flatMap(({ words }) => words.slice(1)).filter((word) => word.startsWith('/sys/fs/cgroup/'));
  // Only a line that prints nothing else tells which line is whose.
  if (paths.length === 0 || cats.length !== claim.commands.length) return;
  let at = 0;
  for (const path of paths) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    const groups = claim.moments.flatMap((facts) => {
      const folder = path.slice('/sys/fs/cgroup'.length, path.lastIndexOf('/'));
      const own = 'container' in claim.view && folder === '' ? standsBeside(claim.view, facts)?.cgroup : folder;
      return facts.cgroups.filter((group) => group.path === own);
    });
    if (groups.length === 0) return;
    const tables = groups.map((group) => tableOf(group, file)).filter((table) => table !== undefined);
    if (tables.length > 0) at += proveTable(path, tables, claim.output.slice(at), verdict);
    else {
      proveValue(path, file, groups, claim.output[at] ?? '', verdict);
      at += 1;
    }
  }
}

function tableOf(group: Cgroup, file: string): Record<string, number> | undefined {
  if (file === 'cpu.stat') return group.cpuStat;
  return file === 'memory.events' ? group.memoryEvents : undefined;
}

/** Counters only grow: each must lie between the readings before and after. Gives how many lines were its. */
function proveTable(path: string, tables: Record<string, number>[], lines: string[], verdict: Verdict): number {
  const names = Object.keys(tables[0] ?? {});
  for (const [index, name] of names.entries()) {
    const values = tables.map((table) => table[name] ?? 0);
    const [word, value] = (lines[index] ?? '').split(' ');
    const expected = { from: Math.min(...values), to: Math.max(...values) };
    check(verdict, `${name} of ${path}`, expected, word === name ? (value ?? '') : (lines[index] ?? ''));
  }
  return names.length;
}

function proveValue(path: string, file: string, groups: Cgroup[], found: string, verdict: Verdict): void {
  const word = (value: number) => (value < 0 ? 'max' : String(value));
  const values: Record<string, (group: Cgroup) => string> = {
    'cpu.max': ({ cpuMax: [quota, period] }) => `${word(quota)} ${period}`,
    'memory.max': ({ memoryMax }) => word(memoryMax),
    'pids.max': ({ pidsMax }) => word(pidsMax),
  };
  const value = values[file];
  if (value) check(verdict, path, [...new Set(groups.map(value))], found);
  else if (counted.includes(file)) {
    // Reading takes memory and processes itself, so the value may leave the range a little, but not the order of size.
    const readings = groups.map((group) => (file === 'pids.current' ? group.pidsCurrent : group.memoryCurrent));
    const spare = file === 'pids.current' ? 4 : 16 * 2 ** 20;
    check(verdict, path, { from: Math.min(...readings) - spare, to: Math.max(...readings) + spare }, found);
  }
}

function check(verdict: Verdict, what: string, expected: Expected, found: string): void {
  if (Array.isArray(expected)) compare(verdict, expected.includes(found), what, expected.join(' or '), found);
  else {
    const right = /^\d+$/.test(found) && Number(found) >= expected.from && Number(found) <= expected.to;
    compare(verdict, right, what, `${Math.max(0, expected.from)} to ${expected.to}`, found);
  }
}
