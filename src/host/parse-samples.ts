import type { CgroupSample } from './facts.ts';

/** What lab/sample.sh printed: at which second of the guest's clock, and what each container's cgroup counted. */
export interface TimedSample {
  at: number;
  cgroups: CgroupSample[];
}

const counted = ['usage', 'throttled', 'memory', 'pids', 'written'] as const;

/** Turns it into samples; of a cgroup that went away while it was read, nothing is kept. */
export function parseSamples(text: string): TimedSample[] {
  const samples: TimedSample[] = [];
  for (const line of text.split('\n')) {
    const at = /^== (\d+)[.,](\d{6})$/.exec(line);
    if (at) samples.push({ at: Number(`${at[1]}.${at[2]}`), cgroups: [] });
    const [, path, words = ''] = /^(\/\S+)((?: [a-z]+=\d+)+)$/.exec(line) ?? [];
    if (path === undefined) continue;
    const sample: CgroupSample = { path };
    for (const name of counted) {
      const value = new RegExp(` ${name}=(\\d+)`).exec(words)?.[1];
      if (value !== undefined) sample[name] = Number(value);
    }
    samples.at(-1)?.cgroups.push(sample);
  }
  return samples;
}
