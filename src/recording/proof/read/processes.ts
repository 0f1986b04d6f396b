import { type HostFacts, type NsKind, nsKinds } from '../../../host/facts.ts';
import { type Claim, compare, type Verdict } from '../claim.ts';
import { psColumns } from '../table.ts';
import { machineSeen, numbersSeen, seesWholeHost, standsBeside } from '../view.ts';
import { after, clockAround, earlier, firstOf } from './about.ts';
import { type Answer, type Line, literal, type Reader } from './reader.ts';

// What `ps` heads a column with, and what it may hold.
const columns: Record<string, [head: string, value: string]> = {
  pid: ['PID', '\\d+'],
  ppid: ['PPID', '\\d+'],
  uid: ['UID', '\\d+'],
  user: ['USER', '[\\w-]+'],
  stat: ['STAT', '[RSDZTI][sl+<N]*'],
  comm: ['COMMAND', '.+'],
  args: ['COMMAND', '.+'],
  tty: ['TTY', '(?:\\?|pts/\\d)'],
  time: ['TIME', '\\d\\d:\\d\\d:\\d\\d'],
};
const auxHead = /^USER +PID %CPU %MEM +VSZ +RSS TTY +STAT START +TIME COMMAND$/;
const auxRow = /^\w+ +\d+ +\d+(?:\.\d)? +\d+\.\d +\d+ +\d+ (?:\?|pts\/\d) +[RSDZTI][sl+<N]* +\d\d:\d\d +\d+:\d\d .+$/;

/** Heading and rows of these columns; `ps` without -o calls a command's name CMD. */
function tableOf(names: string[], plain: boolean): Line[] | undefined {
  const known = names.map((name) => columns[name]);
  if (!known.every((column) => column !== undefined)) return undefined;
  const heads = known.map(([head], index) => (plain && index === known.length - 1 ? 'CMD' : head));
  const row = known.map(([, value]) => value);
  return [new RegExp(`^ *${heads.join(' +')} *$`), { each: new RegExp(`^ *${row.join(' +')} *$`) }];
}

/** No process has two rows. */
function proveOnce(pids: string[], verdict: Verdict): void {
  const twice = pids.find((pid, index) => /^\d+$/.test(pid) && pids.indexOf(pid) !== index);
  compare(verdict, twice === undefined, 'the rows', 'one for each process', twice ?? '');
}

function proveAux(lines: string[], claim: Claim, verdict: Verdict): void {
  const [began] = clockAround(claim);
  for (const line of lines) {
    const own = / (ps \w+)$/.exec(line)?.[1];
    if (own !== undefined) compare(verdict, claim.line.startsWith(own), 'the row of ps itself', claim.line, own);
  }
  proveOnce(
    lines.map((line) => line.split(/\s+/)[1] ?? ''),
    verdict,
  );
  const memory = claim.moments.flatMap(({ supply, slab }) =>
    slab ? [slab.memory] : supply ? [supply.memory / 1024] : [],
  )[0];
  for (const line of lines.filter((each) => auxRow.test(each))) {
    const [, pid, cpu, mem, size, resident, , , start = ''] = line.split(/\s+/);
    const what = `of process ${pid}`;
    compare(verdict, Number(size) >= Number(resident), `the size ${what}`, `at least ${resident}`, size ?? '');
    const minutes = Math.floor(began / 60) % 1440;
    const started = Number(start.slice(0, 2)) * 60 + Number(start.slice(3));
    const since = (minutes - started + 1440) % 1440;
    // A guest that was started for this recording is a day old at most, and a container of this take some minutes.
    const young = / sleep 600$| ps aux$| tail -n 9$/.test(line) ? 5 : 240;
    compare(verdict, since <= young, `the start ${what}`, `at most ${young} minutes before`, start);
    // 100 for each CPU, and the emulated clock's unevenness.
    compare(verdict, Number(cpu) <= 400, `the share of CPU time ${what}`, 'at most 400', cpu ?? '');
    const total =
      memory ??
      Number(
        /^Mem: +(\d+)/m.exec(
          earlier(claim)
            .flatMap(({ output }) => output)
            .join('\n'),
        )?.[1],
      ) * 1024;
    if (total > 0)
      compare(
        verdict,
        Math.abs((Number(resident) / total) * 100 - Number(mem)) <= 0.1,
        `the share of memory ${what}`,
        ((Number(resident) / total) * 100).toFixed(1),
        mem ?? '',
      );
  }
  // The same process is as big and as old in another pane of the take.
  const others = earlier(claim).flatMap(({ output }) => output.filter((each) => auxRow.test(each)));
  for (const line of lines.filter((each) => / sleep 600$/.test(each))) {
    const told = (row: string) =>
      row
        .split(/\s+/)
        .filter((_, index) => [4, 6, 7, 8].includes(index))
        .join(' ');
    const same = others.filter((each) => / sleep 600$/.test(each)).map(told);
    if (same.length > 0)
      compare(
        verdict,
        same.includes(told(line)),
        'size, terminal, state and start of the same process',
        same.join(' or '),
        told(line),
      );
  }
}

/** Which types of namespace a shell in the view and the first process of a container do not share. */
function differing(claim: Claim): NsKind[] {
  const facts = claim.moments[0];
  const host = facts?.processes.find(({ pid }) => pid === 1);
  const inside = facts?.processes.find(({ comm }) => comm === 'sleep');
  return host && inside ? nsKinds.filter((kind) => host.ns[kind] !== inside.ns[kind]) : [];
}

const flags: Record<NsKind, string> = {
  ...{ time: 'CLONE_NEWTIME', mnt: 'CLONE_NEWNS', cgroup: 'CLONE_NEWCGROUP', uts: 'CLONE_NEWUTS' },
  ...{ ipc: 'CLONE_NEWIPC', pid: 'CLONE_NEWPID', net: 'CLONE_NEWNET', user: 'CLONE_NEWUSER' },
};
const links = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'pid', 'time', 'time', 'user', 'uts'];
const inode = (kind: string) => new RegExp(`^${kind}:\\[\\d{10}\\]$`);

function countOf(claim: Claim, facts: HostFacts): number | undefined {
  const machine = machineSeen(claim.view, facts);
  if ('machine' in claim.view || (seesWholeHost(claim.view, facts) && machine)) return machine?.processes;
  if (seesWholeHost(claim.view, facts)) return facts.processCount;
  return facts.processes.filter((process) => numbersSeen(process, claim.view, facts).length > 0).length;
}

/** What `ps`, `lsns`, `readlink` and their like list. */
export const processReaders: Reader[] = [
  {
    kind: 'ps aux',
    against:
      'processes in the facts (number, user, command); sizes, terminal, state and start with the same process in another pane; start with the recorder’s clock',
    of: /^ps aux(?: \| (?:grep .+|tail -n \d+))?$/,
    answers: (_, [line]) => [
      { lines: line === 'ps aux' ? [auxHead, auxRow, { each: auxRow }] : [auxRow, { each: auxRow }] },
    ],
    check: (claim, lines, verdict) => proveAux(lines, claim, verdict),
  },
  {
    kind: 'ps with chosen columns, docker top',
    against: 'processes in the facts: number, parent, user, command; which rows there must be',
    of: /^(?:ps|docker top \S+) ((?:-?\w+ ?)+(?:[\w,-]+ ?)*)(?: \| cut -c -\d+)?$/,
    answers(_, [line, words = '']) {
      const names = psColumns(words.replace(/,args$/, ',args').split(' '));
      const table = names && tableOf(names, !/ -\w*o/.test(line));
      return table && [{ lines: table }];
    },
    check(claim, lines, verdict, [line]) {
      const alone = /-p 1$/.test(line) || /-C \w+(?: |$)/.test(line);
      if (alone)
        compare(
          verdict,
          lines.length === 2 || /,/.test(/-C (\S+)/.exec(line)?.[1] ?? '') || lines.length > 2,
          'the rows',
          'one at least',
          String(lines.length - 1),
        );
      for (const row of lines) {
        const stat = /^ *\d+ +(\d+) (\S+) +(.+)$/.exec(row);
        if (!stat || !/ppid,stat/.test(line)) continue;
        // A process without a command line has ended, and ps itself is the one that runs.
        const [, , state = '', args = ''] = stat;
        const right = /<defunct>/.test(args) ? 'Z' : /^ps /.test(args) ? 'R' : 'S';
        compare(verdict, state.startsWith(right), `the state of "${args}"`, right, state);
      }
      proveOnce(
        lines.map((row) => row.trim().split(/\s+/)[0] ?? ''),
        verdict,
      );
      // ps lists itself, as it was typed; and a service that the scene prepares, as that was.
      for (const row of lines.slice(1)) {
        const own = / (ps [\w -].*?) *$/.exec(row)?.[1];
        const typed = claim.line.match(/\bps [\w ,-]+/g)?.map((each) => each.trim()) ?? [];
        if (own !== undefined && /args/.test(line))
          compare(
            verdict,
            typed.some((each) => each.startsWith(own)),
            'the row of ps itself',
            typed.join(' or '),
            own,
          );
        if (!/-C nc /.test(line)) continue;
        const service = / \/usr\/bin\/(nc .+?) *$/.exec(row)?.[1];
        const right =
          service !== undefined && / root +\//.test(row) && claim.told.prepared.some((each) => each.includes(service));
        compare(verdict, right, 'the service', 'one that the scene prepares', row.trim());
      }
      const whole = /^ps -e\w* .*args$/.test(line);
      if (whole)
        compare(
          verdict,
          lines.some((row) => / ps -e/.test(row)),
          'the rows',
          'one for ps itself',
          String(lines.length - 1),
        );
      const terminals = new Set(lines.slice(1).flatMap((row) => /^ *\d+ (pts\/\d|\?) /.exec(row)?.[1] ?? []));
      if (/^ps -e$/.test(line))
        compare(verdict, terminals.size === 1, 'the terminal', 'one', [...terminals].join(', '));
      if (/^ps -e$/.test(line))
        for (const row of lines.slice(1))
          compare(verdict, / 00:00:0[0-2] /.test(row), 'the CPU time of a new shell', 'seconds', row.trim());
    },
  },
  {
    kind: 'how many processes are seen',
    against: 'the processes of that view in the facts, and those that count',
    of: /^ps -e --no-headers \| wc -l$/,
    answers(claim) {
      const counts = claim.moments.flatMap((facts) => countOf(claim, facts) ?? []);
      if (counts.length === 0) return undefined;
      // ps and wc are seen as well, and on a whole system workers of the kernel come and go, besides the shell that collects.
      const [from, to] = [Math.min(...counts), Math.max(...counts) + 2];
      const spare = seesWholeHost(claim.view, claim.moments[0] as HostFacts) ? 6 : 'machine' in claim.view ? 4 : 0;
      const least = spare > 0 ? from - spare : to;
      return Array.from({ length: to + spare - least + 1 }, (_, index) => ({ lines: [String(least + index)] }));
    },
  },
  {
    kind: 'lsns',
    against: 'namespaces, numbers and commands in the facts; how many processes share each, with the facts’ own count',
    of: /^lsns -p \$\(pgrep -x (\w+)\)$/,
    answers: () => [{ lines: [/^ +NS TYPE +NPROCS +PID USER COMMAND$/, { each: /^\d{10} \w+ +\d+ +\d+ \w+ .+$/ }] }],
    check(claim, lines, verdict) {
      const rows = lines.slice(1).map((line) => line.trim().split(/\s+/));
      compare(verdict, rows.length === nsKinds.length, 'the rows', '8', String(rows.length));
      for (const [namespace, type = '', count = '', pid, user, ...command] of rows) {
        const own = claim.moments.map(({ processes }) =>
          processes.filter(({ ns }) => ns[type as NsKind] === Number(namespace)),
        );
        const whole = own.some((members) => members.some((each) => each.pid === 1));
        // Of the host's namespaces the facts list some members only; they hold all processes but those in containers, nearly.
        const [from, to] = whole
          ? [
              Math.min(...claim.moments.map(({ processCount }) => processCount)) - 12,
              Math.max(...claim.moments.map(({ processCount }) => processCount)) + 6,
            ]
          : [Math.min(...own.map(({ length }) => length)), Math.max(...own.map(({ length }) => length))];
        compare(
          verdict,
          Number(count) >= from && Number(count) <= to,
          `how many are in ${type} ${namespace}`,
          `${from} to ${to}`,
          count,
        );
        const members = own.flat().filter((each) => each.pid === Number(pid));
        if (members.length === 0) continue;
        compare(
          verdict,
          members.some((each) => each.user === user),
          `the user of process ${pid}`,
          members[0]?.user ?? '',
          user ?? '',
        );
        const told = command.join(' ');
        compare(
          verdict,
          members.some(({ args }) => args === told || (told.length >= 40 && args.startsWith(told))),
          `the command of process ${pid}`,
          members[0]?.args ?? '',
          told,
        );
      }
      const counts = rows.filter(([, type]) => type === 'time' || type === 'user').map(([, , count]) => count);
      compare(
        verdict,
        new Set(counts).size === 1,
        'how many are in the host’s time and user namespaces',
        'as many',
        counts.join(' and '),
      );
    },
  },
  {
    kind: 'links to namespaces',
    against: 'inodes in the facts, by view and type',
    of: /^(?:exec )?(?:unshare -T )?readlink (\/proc\/self\/ns\/.+)$/,
    answers: (_, [, paths = '']) => [
      {
        lines: paths.endsWith('*')
          ? links.map(inode)
          : paths.split(' ').map((path) => inode(path.split('/').at(-1) ?? '')),
      },
    ],
    check(_, lines, verdict) {
      if (lines.length !== links.length) return;
      const pairs = [[4, 5], [6, 7]] as const; // biome-ignore format: one line says it
      for (const [one, other] of pairs)
        compare(verdict, lines[one] === lines[other], 'the link for children', lines[one] ?? '', lines[other] ?? '');
    },
  },
  {
    kind: 'NSpid',
    against: 'the numbers of that process in the facts',
    of: /^grep NSpid \/proc\/.+\/status$/,
    answers: () => [{ lines: [/^NSpid:(?:\t\d+)+$/] }],
  },
  {
    kind: 'paths of cgroups',
    against: 'the paths in the facts, as the view’s cgroup namespace shortens them',
    of: /^cat (\/proc\/\S*(?:\$\(.+\))?\S*\/cgroup)(?: \/proc\/1\/cgroup)?$/,
    answers: (_, [line]) => [
      {
        lines: line
          .split('/cgroup')
          .slice(1)
          .map(() => /^0::\/\S*$/),
      },
    ],
    check(claim, lines, verdict) {
      if (!('stranger' in claim.view)) return;
      const seen = claim.moments.flatMap((facts) => standsBeside(claim.view, facts)?.cgroupSeen ?? []);
      if (seen.length > 0)
        compare(
          verdict,
          seen.includes(lines[0]?.slice(3) ?? ''),
          'the path of its own',
          seen.join(' or '),
          lines[0] ?? '',
        );
    },
  },
  {
    kind: 'hostnames and kernel releases',
    against: 'the UTS namespace of the view, and the kernel that answers there, in the facts',
    of: /^(?:hostname|uname -[nr])$/,
    answers: () => [{ lines: [/^[\w.+-]+$/] }],
  },
  {
    kind: 'strace of unshare and nsenter',
    against: 'the types of namespace in which container and host differ; the name inside with the facts',
    of: /^strace -e trace=(unshare|setns) (?:unshare|nsenter) (.+)$/,
    answers(claim, [, call, words = '']) {
      const all = words.endsWith(' -a bash');
      const kinds = differing(claim);
      // In the order in which nsenter names them; the time namespace is among them although it is the host’s, the user namespace is not.
      const named = (['time', 'mnt', 'cgroup', 'uts', 'ipc', 'pid', 'net'] as const).filter(
        (kind) => kind === 'time' || kinds.includes(kind),
      );
      if (all) return [{ lines: [`setns(3, ${named.map((kind) => flags[kind]).join('|')}) = 0`] }];
      const asked =
        call === 'unshare'
          ? 'unshare(CLONE_NEWUTS)                   = 0'
          : 'setns(3, CLONE_NEWUTS)                  = 0';
      const name = call === 'unshare' ? claim.moments[0]?.hostname : nameOf(claim);
      return name === undefined ? undefined : [{ lines: [asked, name, '+++ exited with 0 +++'] }];
    },
  },
  {
    kind: 'the tree of a cgroup',
    against: 'the processes of that cgroup in the facts',
    of: /^systemd-cgls --no-pager \/sys\/fs\/cgroup(\/system\.slice)\/docker-\*\.scope$/,
    answers(claim) {
      return claim.moments.map((facts): Answer | undefined => {
        const group = facts.cgroups[0];
        if (!group) return undefined;
        const members = facts.processes.filter(({ cgroup }) => cgroup === group.path);
        const rows = members.map(
          ({ pid, args }, index) =>
            new RegExp(`^${index === members.length - 1 ? '└' : '├'}─ *${pid} ${literal(args)}$`),
        );
        return { lines: [`Directory /sys/fs/cgroup${group.path}:`, ...rows] };
      });
    },
  },
];

function nameOf(claim: Claim): string | undefined {
  for (const facts of claim.moments)
    for (const { name } of facts.containers) {
      const uts = firstOf(claim, name)[0]?.ns.uts;
      const found = facts.namespaces.find(({ kind, inode }) => kind === 'uts' && inode === uts)?.hostname;
      if (found) return found;
    }
  return after(claim)?.hostname;
}
