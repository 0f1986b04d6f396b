import type { Metered } from '../../../recording/script.ts';

// What stands in the drawing.

/** The names of the meters, at a gauge and above a strip. */
export const gauges: Record<Metered, string> = { cpu: 'CPU', memory: 'memory', pids: 'pids', io: 'disk writes' };
export const strips: Record<Metered, string> = { ...gauges, io: 'written to disk' };
export const strip = (name: string, times: number): string => `${name}, read ${times} times`;
export const status = (status: string): string => `status ${status}`;
export const secondsUsed = (seconds: string): string => `${seconds} s used`;
export const stops = (times: number): string => `${times} ${times === 1 ? 'stop' : 'stops'}`;
export const killed = (times: number): string => `${times} killed`;
export const held = (times: number): string => `held ${times}×`;
export const refused = (times: number): string => `${times} refused`;
export const notRead = 'not read';
export const noLimit = 'no limit';
export const weight = (weight: number): string => `weight ${weight}`;
export const of = (limit: string | number): string => `of ${limit}`;
export const perSecond = (bytes: string): string => `${bytes}/s`;
export const over = (time: string): string => `over ${time}`;
export const tree: readonly string[] = ['the tree of cgroups', 'cgroups'];
/** Of a strip: its upper edge, and the line in it. */
export const upTo = (value: string): string => `up to ${value}`;
export const top = (value: string): string => `top: ${value}`;
export const written = (bytes: string): string => `${bytes} written`;
export const line = (value: string): string => `line: ${value}`;
export const dashes = (bytes: string): string => `dashes: ${bytes} a second`;
export const quota = (value: string): string => `line: the quota, ${value}`;
export const noQuota = 'no quota';
export const notSampled = 'not sampled yet';

// What is said of a room, after its name.

export const notMetered = 'has no cgroup that was read.';
export const metered = (cgroup: string, gauges: string[]): string => `is metered by ${cgroup}: ${gauges.join('; ')}.`;
export const sampled = (times: number, seconds: string): string => `read ${times} times in ${seconds} s`;
export const series: Record<Metered, (sampled: string, value: string | number) => string> = {
  cpu: (sampled, value) => `Its CPU time, ${sampled}: ${value} on average.`,
  memory: (sampled, value) => `Its memory, ${sampled}: up to ${value}.`,
  pids: (sampled, value) => `Its processes and threads, ${sampled}: up to ${value}.`,
  io: (sampled, value) => `What it wrote to disk, ${sampled}: ${value}.`,
};
export const struckOut = (process: string): string =>
  `The process ${process} is struck out: it was killed at the line.`;
export const readInStep = (lines: string): string => `Read in this step: ${lines}.`;
