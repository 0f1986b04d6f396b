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
    pitch: 4,
    inset: 12,
    columns: 3,
    chipWidth: 113,
    chipPitch: 36,
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
    pitch: 2.75,
    inset: 8,
    columns: 1,
    chipWidth: 96,
    chipPitch: 29,
    slabHeight: 32,
  },
};

/** How high the parts of a building are. */
export interface Heights {
  hostChip: number;
  chip: number;
  /** From one chip to the next. */
  cell: number;
  /** Words that count what is not drawn. */
  words: number;
  title: number;
  plate: number;
}

/** The heights of each format; `chip` at least 24, which a finger finds on a tablet. */
export const heightsOf: Record<Format, Heights> = {
  tall: { hostChip: 30, chip: 34, cell: 41, words: 24, title: 32, plate: 38 },
  landscape: { hostChip: 24, chip: 24, cell: 26, words: 20, title: 22, plate: 26 },
};

/** Heights of lenses that have one for both formats. */
export const heights: Heights = { hostChip: 34, chip: 36, cell: 44, words: 26, title: 36, plate: 40 };

/** How thick a wall is, from its outer edge to the inner edge of its last course. */
export function wallDepth(metrics: Metrics, drawn: readonly NsKind[] = courses): number {
  return (drawn.length - 1) * metrics.pitch + 3;
}
