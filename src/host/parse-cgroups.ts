import type { Cgroup } from './facts.ts';

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
      ...(of.has('pids.events') ? { pidsEvents: table(of.get('pids.events')) } : {}),
    };
  });
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
