import { compare } from '../claim.ts';
import { standsBeside } from '../view.ts';
import { after, earlier } from './about.ts';
import { boundIn, killed, limited, near, number, proveDd, proveFree, proveLoad, proveTop } from './meter-proofs.ts';
import { type Answer, oneLine, type Reader, silent } from './reader.ts';

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
