import { type HostFacts, nsKinds, type Process } from '../../host/facts.ts';
import { compare, type Verdict } from './claim.ts';

/**
 * Compares the facts with themselves: what is said twice is said alike, and what can't change did not change from one
 * reading to the next. A number altered in one place of facts.json contradicts the others.
 */
export function proveCoherence(moments: HostFacts[], verdict: Verdict): void {
  const lives = new Map<number, Process>();
  const starts = new Map<string, number[]>();
  for (const facts of moments) {
    proveMoment(facts, verdict);
    for (const process of facts.processes) {
      const { pid } = process;
      const before = lives.get(pid);
      // A number is given again only after all others; no take lasts that long.
      if (before) proveSame(before, process, facts.strangers?.includes(pid) ?? false, verdict);
      lives.set(pid, process);
    }
    for (const [born, pids] of bornIn(facts)) {
      const known = starts.get(born);
      // Of several that began in one tick of the clock, some may have ended since; none is another than it was.
      const [fewer, more] = known && known.length < pids.length ? [known, pids] : [pids, known ?? pids];
      const same = fewer.every((pid) => more.includes(pid));
      compare(verdict, same, `the pid of ${born}`, String(known ?? pids), String(pids));
      starts.set(born, pids);
    }
  }
}

/** The pids of a moment by what is known of a process without its number: its name, its cgroup and when it began, in ticks. */
function bornIn({ processes }: HostFacts): Map<string, number[]> {
  const born = new Map<string, number[]>();
  for (const { comm, cgroup, started, pid } of processes) {
    const key = `${comm} in ${cgroup}, started at ${started}`;
    born.set(key, [...(born.get(key) ?? []), pid]);
  }
  return born;
}

/** A shell that someone types into may leave the host's namespaces one by one: whoever `moves` so keeps its number and its cgroup. */
function proveSame(before: Process, now: Process, moves: boolean, verdict: Verdict): void {
  const same = (what: string, expected: string | number, found: string | number) =>
    compare(verdict, expected === found, `${what} of process ${now.pid}`, String(expected), String(found));
  same('the start', before.started, now.started);
  same('NSpid', before.nspid.join(' '), now.nspid.join(' '));
  if (now.zombie) return;
  same('the cgroup', before.cgroup, now.cgroup);
  if (moves) return;
  for (const kind of nsKinds) same(`the ${kind} namespace`, before.ns[kind], now.ns[kind]);
}

function proveMoment(facts: HostFacts, verdict: Verdict): void {
  const pids = new Set(facts.processes.map(({ pid }) => pid));
  for (const { pid, nspid, ns } of facts.processes) {
    compare(verdict, nspid[0] === pid, `NSpid of process ${pid}`, `${pid} first`, nspid.join(' '));
    for (const kind of nsKinds) {
      const listed = ns[kind] === 0 || facts.namespaces.some((each) => each.kind === kind && each.inode === ns[kind]);
      compare(verdict, listed, `the ${kind} namespace of process ${pid}`, 'one that the facts list', String(ns[kind]));
    }
  }
  for (const { name, pid, status, id } of facts.containers) {
    const what = `the pid of container ${name}`;
    if (status === 'running') compare(verdict, pids.has(pid), what, 'that of a listed process', String(pid));
    const first = facts.processes.find((process) => process.pid === pid);
    // Whoever is first in a PID namespace of its own is 1 there; with --pid=container: it is not the first. pid_namespaces(7)
    const alone = first && facts.containers.every((other) => other.pid === pid || !sharesPids(first, other.pid, facts));
    if (first && alone && first.nspid.length > 1)
      compare(verdict, first.nspid.at(-1) === 1, `the number of process ${pid} inside`, '1', first.nspid.join(' '));
    // gVisor's sandbox may be told to leave cgroups alone (--ignore-cgroups).
    const sandboxed = facts.machines?.some((machine) => machine.kind === 'sandbox' && machine.pid === pid);
    if (first && !sandboxed)
      compare(verdict, first.cgroup.includes(id), `the cgroup of process ${pid}`, `one of ${id}`, first.cgroup);
  }
  for (const { kind, inode } of facts.namespaces) {
    const used = facts.processes.some(({ ns }) => ns[kind] === inode);
    compare(verdict, used, `the ${kind} namespace ${inode}`, 'one of a listed process', 'no process in it');
  }
  const own = facts.processes.find(({ pid }) => pid === 1)?.ns.uts;
  const uts = facts.namespaces.find(({ kind, inode }) => kind === 'uts' && inode === own);
  compare(verdict, uts?.hostname === facts.hostname, 'the host’s name', facts.hostname, uts?.hostname ?? 'none');
}

/** Whether that process of another container is in the same PID namespace. */
function sharesPids(process: Process, other: number, { processes }: HostFacts): boolean {
  return processes.some(({ pid, ns }) => pid === other && ns.pid === process.ns.pid);
}
