import type { Metrics } from '../../building/metrics.ts';

/** The size of names and numbers. */
export const sizes = { tall: 12.5, landscape: 13 };

/** Where the host's numbers and a wall's rows stand at a width. */
export interface Columns {
  /** From one course to the next, at the top of the wall: high enough for its name. */
  row: number;
  /** The host's column: its names, its numbers, and its end. */
  host: number;
  number: number;
  hostEnd: number;
  roomLeft: number;
  /** From course to course at the sides. */
  pitch: number;
  /** From the top of a row to the line on which its words stand. */
  baseline: number;
}

/** Where they stand in a format. */
export function columnsOf({ left, pad, format }: Metrics, alone = false): Columns {
  const host = left + pad;
  return format === 'tall'
    ? { row: alone ? 42 : 28, host, number: host + 48, hostEnd: host + 124, roomLeft: 168, pitch: 2.5, baseline: 18.5 }
    : { row: 15, host, number: host + 48, hostEnd: host + 126, roomLeft: 158, pitch: 1.5, baseline: 12.1 };
}

/** Where the first course's row begins. */
export function listTop(metrics: Metrics): number {
  return metrics.top + (metrics.format === 'tall' ? 68 : 42);
}
