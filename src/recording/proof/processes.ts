import type { HostFacts, Process } from '../../host/facts.ts';
import { type Claim, type Command, compare, type Verdict } from './claim.ts';
import { psColumns, type Row, rowsIn } from './table.ts';
import { machineSeen, numbersSeen, seesWholeHost, standsBeside, type View } from './view.ts';

/** One process as one moment's facts have it, with the numbers that the view sees. */
interface Seen {
  process: Process;
  numbers: number[];
  facts: HostFacts;
}

/** Compares the rows that `ps` and `docker top` printed with the facts. */
export function provePs(claim: Claim, verdict: Verdict): void {
  const command = claim.commands.find(({ words }) => words[0] === 'ps');
  const top = claim.commands.find(({ words }) => words[0] === 'docker' && words[1] === 'top');
  // `docker top` runs the host's own ps and keeps the rows of one container.
  const named = top?.words[2];
  const columns = command ? psColumns(command.words.slice(1)) : top && psColumns(top.words.slice(3));
  if (!columns) return;
  const view: View = top ? { host: true } : claim.view;
  const cut = claim.commands.find(({ words }) => words[0] === 'cut' && words[1] === '-c')?.words[2];
  const rows = rowsIn(claim.output, columns, cut?.startsWith('-') ? Number(cut.slice(1)) : undefined);
  const moments = claim.moments.map((facts) => seenBy(view, facts, named));
  const context = { claim, view, whole: named === undefined, rows };
  for (const row of rows) proveRow(row, moments, context, verdict);
  proveNoneLeftOut(rows, moments, claim.commands, named !== undefined, verdict);
}

function seenBy(view: View, facts: HostFacts, container: string | undefined): Seen[] {
  const id = facts.containers.find(({ name }) => name === container)?.id;
  return facts.processes
    .filter((process) => container === undefined || (id !== undefined && process.cgroup.includes(id)))
    .map((process) => ({ process, numbers: numbersSeen(process, view, facts), facts }))
    .filter(({ numbers }) => numbers.length > 0);
}

interface Context {
  claim: Claim;
  view: View;
  /** Whether the listing is of the whole view, and not of one container. */
  whole: boolean;
  rows: Row[];
}

function proveRow(row: Row, moments: Seen[][], context: Context, verdict: Verdict): void {
  const known = moments.flat().filter(({ numbers }) => numbers[0] === row.pid);
  if (known.length === 0) {
    proveUnlisted(row, moments, context, verdict);
    return;
  }
  // A process may change between two readings; each value must be one that it had.
  const among = (what: string, values: string[], found: string, same = (a: string, b: string) => a === b) =>
    compare(
      verdict,
      values.some((value) => same(value, found)),
      `${what} of process ${row.pid}`,
      [...new Set(values)].join(' or '),
      found,
    );
  verdict.compared += 1;
  const { user, ppid, args, comm } = row;
  const processes = known.map(({ process }) => process);
  // A container has a user list of its own; only root has the same name everywhere.
  const users = processes.filter(({ uid }) => uid === 0 || 'host' in context.view).map((process) => process.user);
  if (user !== undefined && users.length > 0) among('the user', users, user);
  if (row.uid !== undefined)
    among(
      'the user id',
      processes.map(({ uid }) => String(uid)),
      String(row.uid),
    );
  if (ppid !== undefined)
    among(
      'the parent',
      known.map((seen) => String(parentSeen(seen, context.view))),
      String(ppid),
    );
  if (args !== undefined) among('the command', processes.map(commandOf), args, (a, b) => sameCommand(a, b, row));
  if (comm !== undefined)
    among(
      'the name',
      processes.map((process) => process.comm),
      comm.replace(/ <defunct>$/, ''),
    );
}

/** How ps writes the command of a process: one that has ended has only its name left, in brackets. */
function commandOf(process: Process): string {
  return process.args === '' ? `[${process.comm}]` : process.args;
}

/** ps cuts a row at the terminal's width; what is left must be how the command begins. */
function sameCommand(expected: string, found: string, row: Row): boolean {
  const told = found.replace(/ <defunct>$/, '');
  return told === expected || (row.cut && expected.startsWith(told));
}

function parentSeen({ process, facts }: Seen, view: View): number {
  const parent = facts.processes.find(({ pid }) => pid === process.ppid);
  if (seesWholeHost(view, facts)) return process.ppid;
  return (parent && numbersSeen(parent, view, facts)[0]) ?? 0;
}

/**
 * A row that no facts list. Two kinds may be there: on the host, a process that is in no container; in a container, what
 * the line itself started. Neither may look like a process that is listed, for then its number has been changed.
 */
function proveUnlisted(row: Row, moments: Seen[][], { claim, view, whole, rows }: Context, verdict: Verdict): void {
  const command = row.args ?? row.comm ?? '';
  const typed = claim.commands.some(({ words }) => words[0] !== undefined && command.split(/[ /]/).includes(words[0]));
  const host = whole && claim.moments.some((facts) => seesWholeHost(view, facts));
  const like = moments
    .flat()
    .find(({ process }) => (row.args ? sameCommand(commandOf(process), row.args, row) : process.comm === row.comm));
  if (typed && !like) {
    const parents = [...moments.flat().map(({ numbers }) => numbers[0]), ...rows.map(({ pid }) => pid)];
    if (row.ppid !== undefined && !host)
      compare(
        verdict,
        parents.includes(row.ppid),
        `the parent of "${command}"`,
        'a process in the list',
        String(row.ppid),
      );
    return;
  }
  // The host's own shells look like a container's; proveNoneLeftOut finds a shell whose number was changed.
  if (host && (!like || like.process.comm === 'bash')) return;
  const expected = like ? `${like.numbers[0]}, the number of "${command}"` : 'a process that the facts list';
  compare(verdict, false, 'a row', expected, `${row.pid} ${command}`);
}

/** Every process that was there all the time must have its row, unless the line picked rows by something not compared here. */
function proveNoneLeftOut(rows: Row[], moments: Seen[][], commands: Command[], top: boolean, verdict: Verdict): void {
  const [first, ...others] = moments;
  if (!first || rows.length === 0) return;
  const lasting = first.filter(({ numbers: [number], process }) =>
    others.every((seen) => seen.some((each) => each.numbers[0] === number && each.process.started === process.started)),
  );
  const picked = picks(commands, top);
  const pids = rows.map(({ pid }) => pid);
  for (const { numbers, process } of lasting) {
    const number = numbers[0] ?? 0;
    const text = commandOf(process);
    const expected =
      picked === 'all' ||
      (picked === 'range' && number >= Math.min(...pids) && number <= Math.max(...pids)) ||
      (picked === 'alike' &&
        rows.some((row) => (row.args ? sameCommand(text, row.args, row) : row.comm === process.comm)));
    if (expected) compare(verdict, pids.includes(number), 'the rows', `one for ${number} ${text}`, 'none');
  }
}

/** Which rows a line keeps: all, a range of numbers (head, tail), or all with the same command (grep, -C). */
function picks(commands: Command[], top: boolean): 'all' | 'range' | 'alike' | 'any' {
  const at = commands.findIndex(({ words }) => words[0] === 'ps' || (words[0] === 'docker' && words[1] === 'top'));
  const ps = commands[at];
  const after = commands.slice(at + 1);
  const filters = ps?.piped
    ? after
        .slice(0, after.findIndex(({ piped }) => !piped) + 1)
        .flatMap(({ words: [name] }) => (name === 'cut' ? [] : name))
    : [];
  const flags = ps?.words.slice(1).join(' ') ?? '';
  if (filters.length > 0) {
    if (filters.every((name) => name === 'head' || name === 'tail')) return 'range';
    return filters.every((name) => name === 'grep') ? 'alike' : 'any';
  }
  if (top || /^-?a?ux|^aux|^-e|^-A|^ax/.test(flags)) return 'all';
  return flags.includes('-C') ? 'alike' : 'any';
}

/** Compares `NSpid:` lines: the process's numbers, from the view's namespace inwards. */
export function proveNspid(claim: Claim, verdict: Verdict): void {
  for (const line of claim.output) {
    const found = /NSpid:\s+([\d\s]+)$/.exec(line)?.[1]?.trim().split(/\s+/).join(' ');
    if (found === undefined || /\/proc\/self\/|\$\$/.test(claim.line)) continue;
    const seen = claim.moments.flatMap((facts) => seenBy(claim.view, facts, undefined));
    const asked = /\/proc\/(\d+)\/status/.exec(claim.line)?.[1];
    const of = asked === undefined ? seen : seen.filter(({ numbers }) => numbers[0] === Number(asked));
    const name = /\$\(pgrep -\w*x\w* (\S+?)\)/.exec(claim.line)?.[1];
    const chains = [
      ...new Set(
        of.filter(({ process }) => name === undefined || process.comm === name).map(({ numbers }) => numbers.join(' ')),
      ),
    ];
    compare(verdict, chains.includes(found), 'NSpid', chains.join(' or ') || 'a process that the facts list', found);
  }
}

/** Compares what `hostname`, `uname -n` and `uname -r` printed, also behind `unshare` and `nsenter`; a line that asks for nothing else has only that to say. */
export function proveNames(claim: Claim, verdict: Verdict): void {
  const asked = claim.commands.map(({ words }) => words.join(' '));
  const expected = asked.map((command) => namesFor(command, claim));
  const lines = claim.output.filter((line) => line.trim() !== '');
  for (const [index, values] of expected.entries()) {
    if (!values) continue;
    // With other commands in the line, its place is known only if each of them prints one line.
    const found = lines.length === expected.length ? lines[index] : lines.find((line) => values.includes(line));
    compare(
      verdict,
      found !== undefined && values.includes(found),
      `\`${asked[index]}\``,
      values.join(' or '),
      found ?? lines.join(' | '),
    );
  }
}

function namesFor(command: string, { view, moments }: Pick<Claim, 'view' | 'moments'>): string[] | undefined {
  // A new UTS namespace begins with a copy of the name; one that is entered has the name of whoever is in it.
  if (/\bunshare --uts hostname$/.test(command)) return namesFor('hostname', { view, moments });
  const inside = /\bnsenter -t \$\(pgrep -x (\S+)\) --uts hostname$/.exec(command)?.[1];
  if (inside !== undefined) return [...new Set(moments.flatMap((facts) => hostnamesOf(inside, facts)))];
  if (command === 'uname -r')
    return [...new Set(moments.map((facts) => machineSeen(view, facts)?.kernel ?? facts.kernel))];
  if (command !== 'hostname' && command !== 'uname -n') return undefined;
  return [...new Set(moments.flatMap((facts) => hostnameSeen(view, facts) ?? []))];
}

/** The hostnames of the UTS namespaces in which processes of that name are. */
function hostnamesOf(comm: string, facts: HostFacts): string[] {
  const inodes = facts.processes.filter((process) => process.comm === comm).map(({ ns }) => ns.uts);
  return facts.namespaces.flatMap(({ kind, inode, hostname }) =>
    kind === 'uts' && hostname !== undefined && inodes.includes(inode) ? [hostname] : [],
  );
}

/** The hostname of the UTS namespace that the view is in. */
export function hostnameSeen(view: View, facts: HostFacts): string | undefined {
  if ('host' in view || 'netns' in view) return facts.hostname;
  const machine = machineSeen(view, facts);
  if (machine && machine.kind !== 'host') return machine.hostname;
  const inode = standsBeside(view, facts)?.ns.uts;
  return facts.namespaces.find((namespace) => namespace.kind === 'uts' && namespace.inode === inode)?.hostname;
}
