import type { Cgroup, Supply } from './facts.ts';

/** Lines of `PATH FILE:LINE`, as lab/collect.sh prints them for each container's cgroup. */
export function parseCgroups(text: string): Cgroup[] {
  const files = new Map<string, Map<string, string[]>>();
  for (const line of text.split('\n')) {
    const [, path, file, value] = /^(\S+) ([\w.]+):(.*)$/.exec(line) ?? [];
    if (path === undefined || file === undefined || value === undefined) continue;
    const of = files.get(path) ?? new Map<string, string[]>();
    files.set(path, of);
    of.set(file, [...(of.get(file) ?? []), value]);
  }
  return [...files].map(([path, of]) => {
    const one = (file: string) => limit(of.get(file)?.[0] ?? '');
    const [quota = '', period = ''] = (of.get('cpu.max')?.[0] ?? '').split(' ');
    return {
      path,
      cpuMax: [limit(quota), limit(period)],
      cpuStat: table(of.get('cpu.stat')),
      memoryMax: one('memory.max'),
      memoryCurrent: one('memory.current'),
      memoryEvents: table(of.get('memory.events')),
      pidsMax: one('pids.max'),
      pidsCurrent: one('pids.current'),
      ...moreOf(of, one),
    };
  });
}

/** The files that are read only where a scene asks for them. */
function moreOf(of: Map<string, string[]>, one: (file: string) => number): Partial<Cgroup> {
  const more: Partial<Cgroup> = {};
  if (of.has('cpu.weight')) more.cpuWeight = one('cpu.weight');
  if (of.has('memory.swap.max')) more.memorySwapMax = one('memory.swap.max');
  if (of.has('memory.peak')) more.memoryPeak = one('memory.peak');
  if (of.has('memory.stat')) more.memoryStat = table(of.get('memory.stat'));
  if (of.has('io.max')) more.ioMax = devices(of.get('io.max'));
  if (of.has('io.stat')) more.ioStat = devices(of.get('io.stat'));
  if (of.has('pids.events')) more.pidsEvents = table(of.get('pids.events'));
  return more;
}

/** Lines of `254:0 rbps=max wbps=1048576`; a device that has only its numbers is left out. */
function devices(lines: string[] | undefined): Record<string, Record<string, number>> {
  const all = (lines ?? []).map((line): [string, Record<string, number>] => {
    const [device = '', ...words] = line.split(' ');
    const pairs = words.map((word) => word.split('=')).map(([name = '', value = '']) => [name, limit(value)]);
    return [device, Object.fromEntries(pairs)];
  });
  return Object.fromEntries(all.filter(([, values]) => Object.keys(values).length > 0));
}

/** Lines of /proc/cpuinfo and /proc/meminfo, as far as lab/collect.sh prints them. */
export function parseSupply(text: string): Supply {
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1]);
  const cpus = text.split('\n').filter((line) => line.startsWith('processor')).length;
  return { cpus, memory: kilobytes('MemTotal') * 1024, swap: kilobytes('SwapTotal') * 1024 };
}

/** A number, or -1 for the word "max". */
function limit(word: string): number {
  return word === 'max' ? -1 : Number(word);
}

function table(lines: string[] | undefined): Record<string, number> {
  return Object.fromEntries(
    (lines ?? []).map((line) => line.split(' ')).map(([name = '', value]) => [name, Number(value)]),
  );
}
