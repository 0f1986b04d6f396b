import type { Cgroup } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { standsBeside } from './view.ts';

/** What a file of a cgroup must hold; a pair when it may lie between two readings. */
type Expected = string[] | { from: number; to: number };

const counted = ['memory.current', 'pids.current'];
const root = '/sys/fs/cgroup';
/** Every container's cgroup, as a shell on the host names it. */
const anyScope = '/system.slice/docker-*.scope';

/** Compares what `cat /sys/fs/cgroup/…` printed with the cgroups' values. */
export function proveCgroupFiles(claim: Claim, verdict: Verdict): void {
  const cats = claim.commands.filter(({ words }) => words[0] === 'cat');
  const words = cats.flatMap(({ words }) => words.slice(1)).flatMap(expanded);
  const paths = words.filter((word) => word.startsWith(`${root}/`));
  // Only a line that prints nothing else tells which line is whose.
  if (paths.length === 0 || cats.length !== claim.commands.length) return;
  let at = 0;
  for (const path of paths) {
    const file = path.slice(path.lastIndexOf('/') + 1);
    const groups = groupsAt(path, claim);
    if (groups.length === 0) return;
    const tables = groups.map((group) => tableOf(group, file)).filter((table) => table !== undefined);
    if (tables.length > 0) at += proveTable(path, tables, claim.output.slice(at), verdict);
    else {
      proveValue(path, file, groups, claim.output[at] ?? '', verdict);
      at += 1;
    }
  }
}

/** The cgroup that a path is in, before and after; none when it could be one of several. */
function groupsAt(path: string, { moments, view }: Claim): Cgroup[] {
  const folder = path.slice(root.length, path.lastIndexOf('/'));
  return moments.flatMap((facts) => {
    if (folder === anyScope) return facts.cgroups.length === 1 ? facts.cgroups : [];
    const beside = 'container' in view && folder === '' ? standsBeside(view, facts) : undefined;
    const host = facts.processes.find(({ pid }) => pid === 1);
    // In the host's cgroup namespace the same path is the host's root, of which there is no reading.
    const own = beside ? beside.ns.cgroup !== host?.ns.cgroup && beside.cgroup : folder;
    return facts.cgroups.filter((group) => group.path === own);
  });
}

/** A word's alternatives, as a shell has them: `{cpu,memory}.max`. */
function expanded(word: string): string[] {
  const [, before = '', inside, after = ''] = /^(.*?)\{([^{}]+)\}(.*)$/.exec(word) ?? [];
  return inside === undefined ? [word] : inside.split(',').flatMap((each) => expanded(before + each + after));
}

/**
 * Compares what `grep` and `head` let through of such files: `nr_periods 30`, `cpu.max:25000 100000`, and what stands
 * after a colon behind a whole path.
 */
export function proveCgroupLines(claim: Claim, verdict: Verdict): void {
  const reading = claim.commands.filter(({ words }) => words[0] === 'grep' || words[0] === 'head');
  const words = reading.flatMap(({ words }) => words.slice(1)).flatMap(expanded);
  const paths = words.filter((word) => word.startsWith(`${root}/`));
  for (const line of claim.output) {
    const [, name = '', rest = line] = paths.length > 1 ? (/^(\/\S+?):(.*)$/.exec(line) ?? []) : ['', paths[0]];
    const path = paths.find((each) => each === name);
    if (path === undefined) continue;
    const file = path.slice(path.lastIndexOf('/') + 1);
    const groups = groupsAt(path, claim);
    const [word = '', value = ''] = rest.split(' ');
    const tables = groups.map((group) => tableOf(group, file)).filter((table) => table?.[word] !== undefined);
    if (tables.length > 0) {
      const values = tables.map((table) => table?.[word] ?? 0);
      // Memory comes and goes while it is read; counters only grow.
      const spare = file === 'memory.stat' ? 16 * 2 ** 20 : 0;
      check(
        verdict,
        `${word} of ${path}`,
        { from: Math.min(...values) - spare, to: Math.max(...values) + spare },
        value,
      );
    } else if (groups.length > 0) proveValue(path, file, groups, rest, verdict);
  }
}

function tableOf(group: Cgroup, file: string): Record<string, number> | undefined {
  const tables: Record<string, Record<string, number> | undefined> = {
    'cpu.stat': group.cpuStat,
    'memory.events': group.memoryEvents,
    'memory.stat': group.memoryStat,
    'pids.events': group.pidsEvents,
  };
  return tables[file];
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
    'memory.swap.max': ({ memorySwapMax }) => (memorySwapMax === undefined ? '' : word(memorySwapMax)),
    'cpu.weight': ({ cpuWeight = '' }) => String(cpuWeight),
    'pids.max': ({ pidsMax }) => word(pidsMax),
    'io.max': ({ ioMax = {} }) =>
      Object.entries(ioMax)
        .map(([device, limits]) =>
          [device, ...Object.entries(limits).map(([name, n]) => `${name}=${word(n)}`)].join(' '),
        )
        .join(' '),
  };
  const value = values[file];
  if (value) check(verdict, path, [...new Set(groups.map(value))], found);
  else if (counted.includes(file)) {
    // Reading takes memory and processes itself, so the value may leave the range a little, but not the order of size.
    const readings = groups.map((group) => (file === 'pids.current' ? group.pidsCurrent : group.memoryCurrent));
    // From the host, a cgroup's processes are counted without being one of them.
    const processes = path.includes('docker-') ? 0 : 4;
    const spare = file === 'pids.current' ? processes : 16 * 2 ** 20;
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
