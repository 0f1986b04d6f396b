import type { HostFacts } from '../../host/facts.ts';
import { type PaneStep, plainText } from '../parse.ts';
import { commandsOf } from '../proof/claim.ts';
import { psColumns, type Row, rowsIn } from '../proof/table.ts';
import { numbersSeen, seesWholeHost, type View } from '../proof/view.ts';
import type { Loose } from '../script.ts';
import type { Differences } from './differences.ts';
import type { RenamedKind } from './kinds.ts';

/** What may differ in the output of some commands, in any scene; what is one scene's own, its script says. */
export const free: Loose[] = [
  {
    why: 'how long ago',
    line: /^docker (ps|container ls|images)/,
    text: /(Less than a|About an?|\d+) (second|minute|hour|day|week)s?/g,
    becomes: 'a while',
  },
  { why: 'the time of day', line: /\bdate\b|\bls -\w*l/, text: /\b\d{1,2}:\d{2}(:\d{2})?\b/g, becomes: 'now' },
  {
    why: 'the date',
    line: /\bdate\b|\bls -\w*l/,
    text: /\b\w{3} +\d{1,2}\b|\b\d{4}-\d{2}-\d{2}\b|\b20\d\d\b(?!\.)/g,
    becomes: 'today',
  },
  { why: 'memory in use', line: /\bfree\b|meminfo|memory\.current|memory\.stat/, text: /\d+(\.\d+)?/g, becomes: 'n' },
  { why: 'load and uptime', line: /\buptime\b|\bloadavg\b/, text: /\d+(\.\d+)?/g, becomes: 'n' },
  { why: 'time spent', line: /cpu\.stat|\btime\b|\bdd\b|\btop\b/, text: /\d+(\.\d+)?( [kMG]?B\/s)?/g, becomes: 'n' },
  { why: 'how long an answer took', line: /\bping\b/, text: /(time[= ]|rtt .*= )[\d./]+ ?m?s?/g, becomes: '$1n' },
  { why: 'a link-local address', line: /^ip /, text: /^.*\binet6 fe80:.*$|^\s*valid_lft .*$/g, becomes: '' },
  { why: 'a link-local address', line: /\bip -br addr\b/, text: /\bfe80::[0-9a-f:]+\/64/g, becomes: '' },
  {
    why: 'how many processes a host has',
    line: /\blsns\b/,
    text: /^(\s*\d+ \w+\s+)\d+(?=\s+1 )/,
    becomes: '$1n',
  },
  { why: 'how many processes a host has', line: /\bps .*\| *wc -l/, text: /\d+/g, becomes: 'n' },
];

/** What bash complains of in a script: without a terminal it comes by another way than output, and may overtake it. docker run(1), "--tty" */
const complaint = /^bash: line \d+: /;

/** What is known around the step: whose view, and the facts of both recordings. */
export interface Around {
  view: View | undefined;
  old: HostFacts[];
  now: HostFacts[];
  /** What may differ in this scene. */
  loose?: Loose[] | undefined;
}

/** Compares what a step printed in a pane in two recordings. */
export function compareOutputs(old: PaneStep, now: PaneStep, around: Around, differences: Differences): void {
  differences.same('whether a command ran', old.ran, now.ran);
  differences.same('the command', old.command, now.command);
  differences.same('the prompt', old.prompt, now.prompt);
  differences.same('the exit status', old.exitCode, now.exitCode);
  const columns = columnsOf(old.command);
  const [before, after] = [linesOf(old, around.loose), linesOf(now, around.loose)];
  const kind = pidKind(old.command, around);
  if (columns) {
    const rows = (lines: string[], moments: HostFacts[]) =>
      rowsIn(lines, columns).filter((row) => counts(row, around.view, moments));
    differences.paired(
      'the rows',
      rows(before, around.old),
      rows(after, around.now),
      (row) => `${row.pid} ${row.args ?? row.comm ?? ''}`,
      (a, b) => compareRows(a, b, kind, differences),
    );
  }
  const others = (lines: string[]) => lines.filter((line) => !columns || rowsIn([line], columns).length === 0);
  differences.paired(
    'the lines',
    others(before),
    others(after),
    (line) => JSON.stringify(line),
    (a, b) => compareLines(a, b, kind, differences),
  );
}

/** The lines that a step printed, what is free made equal, and complaints behind all others. */
function linesOf(step: PaneStep, loose: Loose[] = []): string[] {
  const lines = plainText(step.output)
    .split('\n')
    .map((line) => {
      let text = line.replace(/\r$/, '');
      for (const rule of [...free, ...loose])
        if (rule.line.test(step.command)) text = text.replace(rule.text, rule.becomes);
      return text;
    })
    .filter((line) => line.trim() !== '');
  const complaints = lines.filter((line) => complaint.test(line));
  return [...lines.filter((line) => !complaint.test(line)), ...complaints];
}

function columnsOf(command: string): string[] | undefined {
  for (const { words } of commandsOf(command)) {
    if (words[0] === 'ps') return psColumns(words.slice(1));
    if (words[0] === 'docker' && words[1] === 'top') return psColumns(words.slice(3));
  }
  return undefined;
}

/** On the whole host, processes that the facts do not list come and go: only listed ones count. */
function counts(row: Row, view: View | undefined, moments: HostFacts[]): boolean {
  if (!view || !moments.some((facts) => seesWholeHost(view, facts))) return true;
  return moments.some((facts) => facts.processes.some((process) => numbersSeen(process, view, facts)[0] === row.pid));
}

function pidKind(command: string, { view, old }: Around): RenamedKind {
  const host =
    !view || 'host' in view || /^docker top/.test(command) || old.some((facts) => seesWholeHost(view, facts));
  const inside = view && ('container' in view ? view.container : 'machine' in view ? view.machine : undefined);
  return host ? 'pid' : `pid in ${inside ?? 'a container'}`;
}

/** Free in a row: %CPU, %MEM, VSZ, RSS, the times, and whether the process ran or slept just then. */
function compareRows(old: Row, now: Row, kind: RenamedKind, differences: Differences): void {
  const whose = `the row ${old.pid} ${old.args ?? old.comm ?? ''}`;
  differences.renamed(kind, whose, old.pid, now.pid);
  if (old.ppid !== undefined || now.ppid !== undefined)
    differences.renamed(kind, `PPID of ${whose}`, old.ppid, now.ppid);
  for (const field of ['user', 'uid', 'args', 'comm'] as const)
    differences.same(`${field} of ${whose}`, old[field], now[field]);
  const state = ({ stat }: Row) => stat?.replace(/^[RSD]/, 'S').replace('<', '');
  differences.same(`the state of ${whose}`, state(old), state(now));
}

const pieces = /\[\d+\]|[0-9a-f]{2}(?::[0-9a-f]{2}){5}|[0-9a-zA-Z_-]+|\s+|[^\s\w]/g;
const inodes = ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'cgroup', 'time'].map((kind) => `${kind} namespace`);

function compareLines(old: string, now: string, kind: string, differences: Differences): void {
  const numbers = (line: string) => /^NSpid:\s+([\d\s]+)$/.exec(line)?.[1]?.trim().split(/\s+/).join(' ');
  const [chain, newChain] = [numbers(old), numbers(now)];
  if (chain !== undefined && newChain !== undefined) {
    const expected = differences.renames.of('NSpid', chain);
    if (expected === undefined ? chain !== newChain : expected !== newChain)
      differences.say(`NSpid was ${chain}, which is ${expected ?? chain} now; found ${newChain}`);
    return;
  }
  const [a, b] = [differences.renames.text(old).match(pieces) ?? [], now.match(pieces) ?? []];
  const wrong = a.length !== b.length || a.some((piece, index) => !samePiece(piece, b[index] ?? '', kind, differences));
  if (wrong) differences.say(`a line was ${JSON.stringify(differences.renames.text(old))}, is ${JSON.stringify(now)}`);
}

function samePiece(old: string, now: string, kind: string, { renames }: Differences): boolean {
  if (/^\s+$/.test(old)) return /^\s+$/.test(now);
  // The inode of a namespace, as a link names it and as lsns prints it.
  const inode = /^\[(\d+)\]$|^(40265\d{5})$/.exec(old);
  if (inode) {
    const number = inode[1] ?? inode[2] ?? '';
    const expected = inodes.map((each) => renames.of(each, number)).find((each) => each !== undefined);
    return now === old.replace(number, expected ?? number);
  }
  // The other end of a cable, as ip names it: eth0@if5.
  const peer = /^if(\d+)$/.exec(old)?.[1];
  if (peer !== undefined) {
    const expected = renames.among('peer index in ', peer);
    return expected.length === 0 ? now === old : expected.some((each) => now === `if${each}`);
  }
  const known = [
    renames.of('MAC address', old),
    renames.of('version', old),
    renames.of('login session', old),
    ...ipcKinds.map((each) => renamedKey(old, (key) => renames.of(each, key))),
    renames.of('boot id', old),
    /^\d{3,}$/.test(old) ? renames.of(kind, old) : undefined,
  ];
  return now === (known.find((each) => each !== undefined) ?? old);
}

const ipcKinds = ['shared memory key', 'semaphore key'];

/** A key as ipcs prints it, by what its number became; the kernel's list has it as a signed number. */
function renamedKey(text: string, rename: (key: number) => string | undefined): string | undefined {
  if (!/^0x[0-9a-f]{8}$/.test(text)) return undefined;
  const key = rename(Number.parseInt(text, 16) | 0);
  return key === undefined ? undefined : `0x${(Number(key) >>> 0).toString(16).padStart(8, '0')}`;
}
