import type { NsKind } from '../../host/facts.ts';
import type { Width } from '../drawing.ts';

/** The courses of a wall from the outside in. */
export const courses: readonly NsKind[] = ['cgroup', 'time', 'user', 'ipc', 'uts', 'mnt', 'net', 'pid'];

/** The measures that a width sets, in px. */
export interface Metrics {
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

/** The measures of a width, and those that a lens has otherwise. */
export function metricsFor(width: Width, own: Partial<Record<Width, Partial<Metrics>>> = {}): Metrics {
  return { ...measures[width], ...own[width] };
}

const measures: Record<Width, Metrics> = {
  full: {
    width: 490,
    left: 10,
    right: 480,
    top: 10,
    pad: 12,
    roomLeft: 226,
    pitch: 4.5,
    inset: 12,
    columns: 1,
    chipWidth: 130,
    chipPitch: 44,
    slabHeight: 46,
  },
  narrow: {
    width: 312,
    left: 1,
    right: 311,
    top: 1,
    pad: 12,
    roomLeft: 13 + capsuleRoom,
    pitch: 4,
    inset: 11,
    columns: 2,
    chipWidth: 138,
    chipPitch: 42,
    slabHeight: 58,
  },
};

/** Heights that do not depend on the width. */
export const heights = { hostChip: 34, chip: 36, cell: 44, words: 26, title: 36, plate: 40 };

/** How thick a wall is, from its outer edge to the inner edge of its last course. */
export function wallDepth(metrics: Metrics, drawn: readonly NsKind[] = courses): number {
  return (drawn.length - 1) * metrics.pitch + 3;
}
