import type { NsKind } from '../../host/facts.ts';
import { type Format, formats } from '../drawing.ts';

/** The courses of a wall from the outside in. */
export const courses: readonly NsKind[] = ['cgroup', 'time', 'user', 'ipc', 'uts', 'mnt', 'net', 'pid'];

/** The measures that a format sets, in px. */
export interface Metrics {
  format: Format;
  width: number;
  left: number;
  right: number;
  top: number;
  /** From the frame to what stands in it. */
  pad: number;
  /** Where rooms begin; the numbers that the host gives stand left of it. */
  roomLeft: number;
  /** From course to course. */
  pitch: number;
  /** From the innermost course to what stands in the room. */
  inset: number;
  /** Columns of the host's chips, and a chip's width. */
  columns: number;
  chipWidth: number;
  chipPitch: number;
  slabHeight: number;
}

/** A capsule with seven digits, the longest pid that Linux knows (PID_MAX_LIMIT is 4194304), needs this much beside a room. */
export const capsuleRoom = 66;

/** The measures of a format, and those that a lens has otherwise. */
export function metricsFor(format: Format, own: Partial<Record<Format, Partial<Metrics>>> = {}): Metrics {
  return { ...measures[format], ...own[format] };
}

const measures: Record<Format, Metrics> = {
  tall: {
    format: 'tall',
    width: formats.tall.width,
    left: 1,
    right: formats.tall.width - 1,
    top: 1,
    pad: 13,
    roomLeft: 14 + capsuleRoom,
    pitch: 4.5,
    inset: 12,
    columns: 3,
    chipWidth: 114,
    chipPitch: 40,
    slabHeight: 48,
  },
  landscape: {
    format: 'landscape',
    width: formats.landscape.width,
    left: 1,
    right: formats.landscape.width - 1,
    top: 1,
    pad: 9,
    roomLeft: 150,
    pitch: 3,
    inset: 8,
    columns: 1,
    chipWidth: 96,
    chipPitch: 29,
    slabHeight: 32,
  },
};

/** Heights that do not depend on the format. */
export const heights = { hostChip: 34, chip: 36, cell: 44, words: 26, title: 36, plate: 40 };

/** How thick a wall is, from its outer edge to the inner edge of its last course. */
export function wallDepth(metrics: Metrics, drawn: readonly NsKind[] = courses): number {
  return (drawn.length - 1) * metrics.pitch + 3;
}
