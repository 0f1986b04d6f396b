import type { CgroupSample } from './facts.ts';

/** What lab/sample.sh printed: at which second of the guest's clock, and what each container's cgroup counted. */
export interface TimedSample {
  at: number;
  cgroups: CgroupSample[];
}

/** Turns it into samples; of a cgroup that went away while it was read, nothing is kept. */
export function parseSamples(text: string): TimedSample[] {
  const samples: TimedSample[] = [];
  for (const line of text.split('\n')) {
    const at = /^== (\d+)[.,](\d{6})$/.exec(line);
    if (at) samples.push({ at: Number(`${at[1]}.${at[2]}`), cgroups: [] });
    const words = /^(\/\S+) (\d+) (\d+) (\d+) (\d+) (\d+)$/.exec(line)?.slice(1);
    if (!words) continue;
    const [usage = 0, throttled = 0, memory = 0, pids = 0, written = 0] = words.slice(1).map(Number);
    samples.at(-1)?.cgroups.push({ path: words[0] ?? '', usage, throttled, memory, pids, written });
  }
  return samples;
}
