import { type Claim, compare, type Verdict } from '../claim.ts';
import { machineSeen, standsBeside } from '../view.ts';
import { after } from './about.ts';

/** A number as it stands in an answer; not a number where there is none. */
export const number = (text: string | undefined) => Number(text ?? Number.NaN);

/** Compares two numbers of which one may be off by some. */
export function near(verdict: Verdict, what: string, expected: number, found: number, spare: number): void {
  compare(verdict, Math.abs(expected - found) <= spare, what, `${expected} within ${spare}`, String(found));
}

/** free(1): used is total less available; what is free and what is cached are parts of the total. procps-ng 4, free.c */
export function proveFree(claim: Claim, lines: string[], verdict: Verdict): void {
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
export function boundIn({ told }: Claim): number | undefined {
  const [bytes] = told.prepared.flatMap((line) => /vm\.dirty_bytes=(\d+)/.exec(line)?.[1] ?? []);
  return bytes === undefined ? undefined : Number(bytes);
}

/** dd(1) says the same amount four times: in records, in bytes, in units of 1000 and of 1024; and the rate is bytes by seconds. */
export function proveDd(
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
  near(verdict, 'the rate', Number(perSecond.toPrecision(3)), number(rate), perSecond >= 10 ? 0.1 : 0.051);
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

/** top(1) divides the time of the CPUs into eight shares; what was idle lies below what the cgroups used. */
export function proveTop(claim: Claim, [line = '']: string[], verdict: Verdict): void {
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
export function proveLoad(claim: Claim, [line = '']: string[], verdict: Verdict): void {
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

/** Whether a group’s count of processes killed for memory rose in the step. */
export const killed = (claim: Claim) => {
  const [before, now] = claim.moments.map(({ cgroups }) =>
    cgroups.map(({ memoryEvents }) => memoryEvents.oom_kill ?? 0),
  );
  return (now ?? []).some((count, index) => count > (before?.[index] ?? 0));
};
/** Whether a line limits the memory of what it starts. */
export const limited = ({ line }: Claim) => /(?:--memory|-m) /.test(line);
