import { type Claim, compare, type Verdict } from '../claim.ts';
import { machineSeen, standsBeside } from '../view.ts';
import { after, earlier } from './about.ts';
import { type Answer, oneLine, type Reader, silent } from './reader.ts';

const number = (text: string | undefined) => Number(text ?? Number.NaN);

function near(verdict: Verdict, what: string, expected: number, found: number, spare: number): void {
  compare(verdict, Math.abs(expected - found) <= spare, what, `${expected} within ${spare}`, String(found));
}

/** free(1): used is total less available; what is free and what is cached are parts of the total. procps-ng 4, free.c */
function proveFree(claim: Claim, lines: string[], verdict: Verdict): void {
  const [total, used, free, shared, cached, available] = (lines[1] ?? '').split(/\s+/).slice(1).map(Number);
  const [swap, swapUsed, swapFree] = (lines[2] ?? '').split(/\s+/).slice(1).map(Number);
  const facts = after(claim);
  const machine = facts && machineSeen(claim.view, facts);
  const memory = machine?.memory ?? facts?.slab?.memory ?? (facts?.supply ? facts.supply.memory / 1024 : undefined);
  // Each number is divided by itself, so a sum may be one off for each.
  if (memory !== undefined) near(verdict, 'the total of memory', Math.floor(memory / 1024), number(`${total}`), 0);
  near(verdict, 'memory used', number(`${total}`) - number(`${available}`), number(`${used}`), 1);
  compare(
    verdict,
    number(`${available}`) <= number(`${free}`) + number(`${cached}`) + 1,
    'memory available',
    `at most ${number(`${free}`) + number(`${cached}`)}`,
    `${available}`,
  );
  compare(
    verdict,
    number(`${free}`) + number(`${cached}`) <= number(`${total}`) + 1,
    'free and cached memory',
    `at most ${total}`,
    `${number(`${free}`) + number(`${cached}`)}`,
  );
  // What the kernel keeps back below its watermarks is free and not available: some hundredths of the whole.
  compare(
    verdict,
    number(`${available}`) >= number(`${free}`) - number(`${total}`) / 50,
    'memory available',
    `about ${free} at least`,
    `${available}`,
  );
  const reserved = number(`${total}`) - number(`${used}`) - number(`${free}`) - number(`${cached}`);
  compare(
    verdict,
    reserved <= 1 && -reserved <= number(`${total}`) / 8,
    'used, free and cached together',
    `about ${total}`,
    `${number(`${total}`) - reserved}`,
  );
  compare(verdict, number(`${shared}`) <= number(`${cached}`), 'shared memory', `at most ${cached}`, `${shared}`);
  if (facts?.supply) near(verdict, 'the total of swap', Math.floor(facts.supply.swap / 2 ** 20), number(`${swap}`), 0);
  near(verdict, 'used and free swap together', number(`${swap}`), number(`${swapUsed}`) + number(`${swapFree}`), 1);
  // Another kernel of this size has as much memory; the same kernel asked in another pane of the step says nearly the same.
  for (const other of claim.told.claims.filter(
    ({ step, line, pane }) => step === claim.step && line === claim.line && pane !== claim.pane,
  )) {
    const row = (other.output[1] ?? '').split(/\s+/).slice(1).map(Number);
    if (row[0] !== total) continue;
    for (const [index, name] of ['total', 'used', 'free', 'shared', 'buff/cache', 'available'].entries())
      near(
        verdict,
        `${name} in two panes`,
        row[index] ?? 0,
        [total, used, free, shared, cached, available][index] ?? 0,
        40,
      );
  }
}

/** How many bytes of memory may wait to be written, where the take has set it. */
function boundIn({ told }: Claim): number | undefined {
  const [bytes] = told.prepared.flatMap((line) => /vm\.dirty_bytes=(\d+)/.exec(line)?.[1] ?? []);
  return bytes === undefined ? undefined : Number(bytes);
}

/** dd(1) says the same amount four times: in records, in bytes, in units of 1000 and of 1024; and the rate is bytes by seconds. */
function proveDd(
  claim: Claim,
  lines: string[],
  verdict: Verdict,
  [, size = '', count = '', direct]: RegExpExecArray,
): void {
  const found = /^(\d+) bytes \(([\d.]+) (\w)B, ([\d.]+) (\w)iB\) copied, ([\d.]+) s, ([\d.]+) (\w)B\/s$/.exec(
    lines[2] ?? '',
  );
  if (!found) return;
  const [, bytes, decimal, , binary, , seconds, rate, unit] = found;
  const expected = number(size) * 1024 * number(count);
  near(verdict, 'the bytes', expected, number(bytes), 0);
  // From ten on without a digit behind the point. gnulib, human.c
  const shown = (units: number) => (units < 10 ? Math.round(units * 10) / 10 : Math.round(units));
  near(verdict, 'the bytes in MB', shown(expected / 1e6), number(decimal), 0);
  near(verdict, 'the bytes in MiB', shown(expected / 2 ** 20), number(binary), 0);
  const perSecond = expected / number(seconds) / (unit === 'k' ? 1e3 : unit === 'G' ? 1e9 : 1e6);
  near(verdict, 'the rate', Number(perSecond.toPrecision(3)), number(rate), perSecond >= 10 ? 0.1 : 0.05);
  compare(
    verdict,
    number(seconds) <= claim.to - claim.from,
    'the seconds',
    `at most the ${(claim.to - claim.from).toFixed(3)} that the command took`,
    seconds ?? '',
  );
  // dd's own start and end are all that is not counted in its seconds; buffered, they are most of it.
  if (direct)
    compare(
      verdict,
      number(seconds) >= claim.to - claim.from - 1.5,
      'the seconds',
      `nearly the ${(claim.to - claim.from).toFixed(3)} that the command took`,
      seconds ?? '',
    );
  const limits =
    after(claim)?.cgroups.flatMap(({ ioMax = {} }) => Object.values(ioMax).map(({ wbps = -1 }) => wbps)) ?? [];
  const [limit = -1] = limits;
  // What is more than may wait in memory has gone to the disk before the last piece is taken in.
  const waits = boundIn(claim);
  if (!direct && limit > 0 && waits !== undefined && expected > waits)
    compare(
      verdict,
      number(seconds) >= ((expected - waits) / limit) * 0.9,
      'the seconds',
      `at least ${((expected - waits) / limit).toFixed(1)}, for what may not wait in memory`,
      seconds ?? '',
    );
  // A tenth more is let pass, for what is counted before the first write and behind the last.
  if (direct && limit > 0)
    compare(
      verdict,
      expected / number(seconds) <= limit * 1.1,
      'the rate',
      `at most ${limit} bytes a second`,
      `${rate} ${unit}B/s`,
    );
}

function proveTop(claim: Claim, [line = '']: string[], verdict: Verdict): void {
  const shares = [...line.matchAll(/([\d.]+) \w\w/g)].map(([, share]) => Number(share));
  const sum = shares.reduce((all, share) => all + share, 0);
  // Each of the eight is rounded by itself.
  near(verdict, 'the shares of CPU time together', 100, Math.round(sum * 10) / 10, 0.4);
  const samples = samplesIn(claim);
  const [first, last] = [samples[0], samples.at(-1)];
  const cpus = claim.moments[0]?.supply?.cpus ?? 0;
  if (!first || !last || cpus === 0) return;
  const used = last.cgroups.reduce(
    (all, { path, usage = 0 }) => all + usage - (first.cgroups.find((each) => each.path === path)?.usage ?? usage),
    0,
  );
  const busy = (used / 1e6 / ((last.t - first.t) * cpus)) * 100;
  const idle = shares[3] ?? 0;
  // top looks at three of the seconds that were sampled, and it and the sampler take time of their own.
  compare(
    verdict,
    idle <= 100 - busy + 15 && idle >= 100 - busy - 45,
    'the idle share',
    `about ${(100 - busy).toFixed(0)} less what top and the sampler use`,
    String(idle),
  );
}

function samplesIn({ told, step }: Claim) {
  return told.samples[step] ?? [];
}

/** A load average moves towards the tasks that run by 1 - exp(-5 s / its span), every five seconds: kernel/sched/loadavg.c */
function proveLoad(claim: Claim, [line = '']: string[], verdict: Verdict): void {
  const [, one, five, fifteen, running, threads, last] =
    /^([\d.]+) ([\d.]+) ([\d.]+) (\d+)\/(\d+) (\d+)$/.exec(line) ?? [];
  const loads = claim.moments.flatMap(({ slab }) => (slab ? [slab.load] : []));
  for (const [index, found] of [one, five, fifteen].entries()) {
    const values = loads.map((load) => Number(load[index]));
    const span = [60, 300, 900][index] ?? 60;
    // Twenty seconds between two readings at most, in which up to eight tasks may run.
    const spare = (1 - Math.exp(-20 / span)) * 2;
    const [from, to] = [Math.min(...values) - spare, Math.max(...values) + spare];
    if (values.length > 0)
      compare(
        verdict,
        number(found) >= from && number(found) <= to,
        `the load average over ${span / 60} min`,
        `${from.toFixed(2)} to ${to.toFixed(2)}`,
        found ?? '',
      );
  }
  const facts = after(claim);
  const others = claim.told.claims.filter(
    ({ step, line: asked, pane }) => step === claim.step && asked === claim.line && pane !== claim.pane,
  );
  for (const {
    output: [other = ''],
  } of others) {
    const alike = other.split(' ').slice(0, 3).join(' ');
    compare(
      verdict,
      alike === line.split(' ').slice(0, 3).join(' '),
      'the load in two panes',
      alike,
      line.split(' ').slice(0, 3).join(' '),
    );
    const total = number(/\/(\d+)/.exec(other)?.[1]);
    compare(
      verdict,
      Math.abs(number(threads) - total) <= 4,
      'the threads in two panes',
      `about ${total}`,
      threads ?? '',
    );
  }
  compare(verdict, number(running) >= 1 && number(running) <= 8, 'the tasks that run', '1 to 8', running ?? '');
  if (facts)
    compare(
      verdict,
      number(threads) >= facts.processCount,
      'the threads',
      `at least ${facts.processCount}`,
      threads ?? '',
    );
  const beside = facts && standsBeside(claim.view, facts);
  const level = (beside?.nspid.length ?? 1) - 1;
  const known = claim.moments.flatMap(({ processes }) =>
    processes.filter(({ ns }) => ns.pid === beside?.ns.pid).map(({ nspid }) => nspid[level] ?? 0),
  );
  // The last number given out: at least the newest process's, and not many were started since.
  const newest = Math.max(...known);
  if (known.length > 0)
    compare(
      verdict,
      number(last) >= newest && number(last) <= newest + (level > 0 ? 60 : 3000),
      'the last number',
      `${newest} or a little more`,
      last ?? '',
    );
}

const killed = (claim: Claim) => {
  const [before, now] = claim.moments.map(({ cgroups }) =>
    cgroups.map(({ memoryEvents }) => memoryEvents.oom_kill ?? 0),
  );
  return (now ?? []).some((count, index) => count > (before?.[index] ?? 0));
};
const limited = ({ line }: Claim) => /(?:--memory|-m) /.test(line);

/** What counts and limits: files of cgroups, and the tools that measure. */
export const meterReaders: Reader[] = [
  {
    kind: 'files of cgroups',
    against: 'the same files in the facts; counters lie between the readings before and after',
    of: /^cat (\/sys\/fs\/cgroup\/\S+)$/,
    answers(claim, [, path = '']) {
      const files = /\{(.+)\}/.exec(path)?.[1]?.split(',') ?? [path];
      const beside = claim.moments.map((facts) => standsBeside(claim.view, facts));
      const own = claim.moments.every(
        (facts, index) => beside[index]?.ns.cgroup !== facts.processes.find(({ pid }) => pid === 1)?.ns.cgroup,
      );
      // The root of the host's tree has no limits: cgroup-v2.rst, "exists on non-root cgroups".
      if ('container' in claim.view && !own && /^\/sys\/fs\/cgroup\/[^/]+$/.test(path))
        return [
          { lines: files.map((file) => `cat: ${path.replace(/\{.+\}/, file)}: No such file or directory`), status: 1 },
        ];
      return [
        {
          lines: files.map((file) =>
            file.includes('events')
              ? /^max \d+$/
              : path.endsWith('io.max')
                ? /^\d+:\d+( \w+=(max|\d+)){4}$/
                : /^(max|\d+)( \d+)?$/,
          ),
        },
      ];
    },
  },
  {
    kind: 'lines of cpu.stat, memory.events and memory.stat',
    against: 'the same counters in the facts, before and after',
    of: /^grep (?:-E )?(\S.*?) \/sys\/fs\/cgroup\/(?:\S+\/)?(cpu|memory)\.(?:stat|events)$/,
    answers(_, [, pattern = '', what]) {
      if (what === 'cpu')
        return [{ lines: [/^nr_periods \d+$/, /^nr_throttled \d+$/, /^throttled_usec \d+$/, 'nr_bursts 0'] }];
      if (pattern === 'oom_kill') return [{ lines: [/^oom_kill \d+$/, { each: /^oom_group_kill \d+$/ }] }];
      return [{ lines: [/^anon \d+$/, /^file \d+$/, /^shmem \d+$/] }];
    },
    check(claim, lines, verdict) {
      for (const line of lines.filter((each) => /^(anon|file|shmem) /.test(each)))
        compare(verdict, number(line.split(' ')[1]) % 4096 === 0, 'memory', 'whole pages of 4096 bytes', line);
      const value = (name: string) => number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
      if (lines.some((line) => line.startsWith('nr_')))
        compare(
          verdict,
          value('nr_throttled') <= value('nr_periods'),
          'nr_throttled',
          `at most ${value('nr_periods')}`,
          String(value('nr_throttled')),
        );
      if (lines.some((line) => line.startsWith('shmem')))
        compare(verdict, value('shmem') <= value('file'), 'shmem', `at most ${value('file')}`, String(value('shmem')));
      for (const [index, { memoryStat }] of claim.moments
        .map(({ cgroups: [group] }) => group)
        .filter((group) => group !== undefined)
        .entries())
        if (memoryStat && index === 0)
          for (const name of ['anon', 'file', 'shmem'] as const)
            if (lines.some((line) => line.startsWith(`${name} `)))
              near(verdict, name, memoryStat[name] ?? 0, value(name), 2 ** 20);
    },
  },
  {
    kind: 'what a container’s cgroup has in the page cache, before and after a file is read',
    against: 'the size of that file in the facts, and memory.stat before and after',
    of: /^F=\/sys\/fs\/cgroup\/memory\.stat; grep '\^file ' \$F; cat \/usr\/bin\/python3 > \/dev\/null; grep '\^file ' \$F$/,
    whole: true,
    answers: () => [{ lines: [/^file \d+$/, /^file \d+$/] }],
    check(claim, lines, verdict) {
      const [before = 0, now = 0] = lines.map((line) => number(line.split(' ')[1]));
      const name = 'container' in claim.view ? claim.view.container : '';
      const size = Math.max(
        0,
        ...claim.moments.flatMap(({ containers }) => containers.map(({ python }) => python?.size ?? 0)),
      );
      // Pages of 4096 bytes, some of which were there already; and the shell's own reading.
      compare(
        verdict,
        now - before >= 0 && now - before <= Math.ceil(size / 4096) * 4096 + 262_144,
        'what came into the cache',
        `0 to ${size}`,
        String(now - before),
      );
      compare(
        verdict,
        before % 4096 === 0 && now % 4096 === 0,
        'the cache',
        'whole pages of 4096 bytes',
        `${before}, ${now}`,
      );
      const again = earlier(claim).some(
        ({ line, view }) => line === claim.line && !('container' in view && view.container === name),
      );
      if (again)
        near(verdict, 'what came into the cache when another container had read the file', 0, now - before, 262_144);
      const groups = claim.moments.map((facts) =>
        facts.cgroups.find(({ path }) => path === standsBeside(claim.view, facts)?.cgroup),
      );
      const stats = groups.map((group) => group?.memoryStat?.file);
      if (stats[0] !== undefined) near(verdict, 'the cache before', stats[0], before, 2 ** 20);
      if (stats[1] !== undefined) near(verdict, 'the cache after', stats[1], now, 2 ** 20);
    },
  },
  {
    kind: 'a loop under timeout',
    against: 'the seconds that the command names, with the recorder’s clock: timeout(1) ends with 124',
    of: /^timeout (\d+) bash -c .+$/,
    answers: () => [{ lines: [], status: 124 }],
    check(claim, _, verdict, [, seconds]) {
      const took = claim.to - claim.from;
      compare(
        verdict,
        took >= number(seconds) - 0.2 && took <= number(seconds) + 5,
        'how long it took',
        `${seconds} s and a little`,
        `${took.toFixed(3)} s`,
      );
    },
  },
  {
    kind: 'shares of CPU time in top',
    against: 'their sum; idle time with what the containers’ cgroups were sampled to use',
    of: /^top -bn2 -d3 \| grep Cpu \| tail -1$/,
    answers: () => [{ lines: [/^%Cpu\(s\):( *\d+\.\d \w\w,){7} *\d+\.\d st *$/] }],
    check: proveTop,
  },
  {
    kind: 'free',
    against: 'totals in the facts; its own sums; the same kernel’s answer in another pane',
    of: /^free -m$/,
    answers: () => [
      { lines: [/^ +total +used +free +shared +buff\/cache +available$/, /^Mem:( +\d+){6}$/, /^Swap:( +\d+){3}$/] },
    ],
    check: proveFree,
  },
  {
    kind: 'how many CPUs a program is told',
    against: 'the CPUs in the facts',
    of: /^nproc$/,
    answers: ({ moments }) => oneLine(moments.flatMap(({ supply }) => (supply ? [String(supply.cpus)] : []))),
  },
  {
    kind: 'dd',
    against:
      'its own records, bytes, seconds and rate; the block size and count that were typed; the time it took; the limit in the facts, and the bound on what may wait in memory',
    of: /^dd if=\/dev\/zero of=\S+ bs=(\d+)k count=(\d+)( oflag=direct)?$/,
    answers: (_, [, , count]) => [
      {
        lines: [
          `${count}+0 records in`,
          `${count}+0 records out`,
          /^\d+ bytes \([\d.]+ MB, [\d.]+ MiB\) copied, [\d.]+ s, [\d.]+ [kMG]B\/s$/,
        ],
      },
    ],
    check: proveDd,
  },
  {
    kind: 'how much of memory may wait to be written',
    against: 'what the take has set on the host',
    of: /^cat \/proc\/sys\/vm\/dirty_bytes$/,
    answers(claim) {
      const bound = boundIn(claim);
      return bound === undefined ? undefined : oneLine([String(bound)]);
    },
  },
  { kind: 'sync', against: 'it prints nothing', of: /^sync \S+$/, answers: () => [silent] },
  {
    kind: 'the end of a program that takes memory',
    against: 'oom_kill in the facts: 137 is 128 and SIGKILL’s 9',
    of: /^python3 -c b = bytearray\(200 \* 2\*\*20\)$/,
    answers: (claim) => [killed(claim) ? { lines: ['Killed'] } : silent],
  },
  {
    kind: 'dd in a container, and its status',
    against: 'oom_kill in the facts',
    of: /^docker exec \S+ dd if=\/dev\/zero of=\S+ bs=1M count=200 status=none$/,
    answers: () => [silent],
  },
  {
    kind: 'the exit status that a shell prints',
    against: 'oom_kill in the facts',
    of: /^echo \$\?$/,
    answers: (claim) => [{ lines: [killed(claim) ? '137' : '0'] }],
  },
  {
    kind: 'a job that survives its child',
    against: 'whether its memory is limited below what it takes, as was typed',
    of: /^docker run --name job .+; echo status \$\?; sleep 3$/,
    answers: (claim) => [
      limited(claim)
        ? { lines: ['status 137', /^bash: line 1: +\d+ Killed {18}python3 -c "b = bytearray\(200 \* 2\*\*20\)"$/] }
        : { lines: ['status 0'] },
    ],
  },
  {
    kind: 'whether a container ran out of memory, and how it ended',
    against: 'its exit code in the facts, and the status that it printed before',
    of: /^docker inspect -f \{\{\.State\.OOMKilled\}\} \{\{\.State\.ExitCode\}\} (\S+)$/,
    answers(claim, [, name]) {
      const job = after(claim)?.containers.find((each) => each.name === name);
      const killedOne = earlier(claim).some(
        ({ line, output }) => line.includes(`--name ${name} `) && output[0] === 'status 137',
      );
      return job && [{ lines: [`${killedOne} ${job.exitCode}`] }];
    },
  },
  {
    kind: 'a fork bomb',
    against: 'how often a fork was refused, in the facts; the shell’s own sentences',
    of: /^bomb\(\) \{ bomb & wait; \}; bomb$/,
    whole: true,
    answers: (): Answer[] => [
      {
        lines: [
          ...[/^\[1\] \d{1,3}$/, /^bash: fork: retry: Resource temporarily unavailable$/],
          { each: /^bash: fork: (retry: )?Resource temporarily unavailable$/ },
          /^\[1\]\+ {2}Terminated {14}bomb$/,
        ],
      },
    ],
    check(claim, lines, verdict) {
      const refused = lines.filter((line) => line.startsWith('bash: fork:')).length;
      const [before = 0, now = 0] = claim.moments.map(({ cgroups: [group] }) => group?.pidsEvents?.max ?? 0);
      compare(
        verdict,
        refused >= now - before,
        'how often a fork was refused',
        `at least the ${now - before} of pids.events`,
        String(refused),
      );
    },
  },
  {
    kind: 'a load average',
    against: 'readings of the facts before and after; the other pane; the number of processes',
    of: /^cat \/proc\/loadavg$/,
    answers: () => [{ lines: [/^\d+\.\d\d \d+\.\d\d \d+\.\d\d \d+\/\d+ \d+$/] }],
    check: proveLoad,
  },
  {
    kind: 'MemTotal',
    against: 'the memory of that kernel in the facts',
    of: /^grep MemTotal \/proc\/meminfo$/,
    answers: ({ moments }) => {
      const totals = [...new Set(moments.flatMap(({ slab }) => (slab ? [slab.memory] : [])))];
      return totals.map((memory) => ({ lines: [new RegExp(`^MemTotal: +${memory} kB$`)] }));
    },
  },
];
