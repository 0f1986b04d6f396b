import type { NsKind } from '../../host/facts.ts';
import type { Lens } from '../../recording/script.ts';
import type { Width } from '../drawing.ts';

/** The courses of a wall from the outside in; every lens shows the same wall. */
export const courses: readonly NsKind[] = ['cgroup', 'time', 'user', 'ipc', 'uts', 'mnt', 'net', 'pid'];

/** The course that a lens looks at: thick, and in its full colour. The wall itself has none. */
export const focusOf: Record<Lens, NsKind | undefined> = {
  intro: 'pid',
  wall: undefined,
  pid: 'pid',
  net: 'net',
  mnt: 'mnt',
  uts: 'uts',
  ipc: 'ipc',
  user: 'user',
  cgroup: 'cgroup',
  meter: undefined,
  door: undefined,
  slab: undefined,
};

/** What a lens draws of a wall: the introduction names no more than it needs. */
export function coursesOf(lens: Lens): readonly NsKind[] {
  return lens === 'intro' ? ['pid'] : courses;
}

/** How many processes of a room a lens draws as chips; the others are counted in words. */
export const maxChips: Record<Lens, number> = {
  intro: 1,
  wall: 2,
  pid: 4,
  net: 3,
  mnt: 1,
  uts: 3,
  ipc: 1,
  user: 3,
  cgroup: 2,
  meter: 2,
  door: 2,
  slab: 2,
};

/** How many of the host's own processes are drawn as chips. */
export const maxHostChips = 6;

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

/** The measures for a lens at a width. */
export function metricsFor(lens: Lens, width: Width): Metrics {
  if (width === 'full') {
    const frame = { width: 490, left: 10, right: 480, top: 10, pad: 12, slabHeight: 46 };
    return {
      ...frame,
      roomLeft: 226,
      pitch: lens === 'slab' ? 3.5 : 4.5,
      inset: 12,
      columns: 1,
      chipWidth: 130,
      chipPitch: 44,
    };
  }
  const frame = { width: 312, left: 1, right: 311, top: 1, pad: 12, slabHeight: 58 };
  const roomLeft = lens === 'uts' ? 13 : 13 + capsuleRoom;
  return { ...frame, roomLeft, pitch: lens === 'slab' ? 2.6 : 4, inset: 11, columns: 2, chipWidth: 138, chipPitch: 42 };
}

/** Heights that do not depend on the width. */
export const heights = { hostChip: 34, chip: 36, cell: 44, words: 26, title: 36, plate: 40 };

/** How thick a wall is, from its outer edge to the inner edge of its last course. */
export function wallDepth(lens: Lens, metrics: Metrics): number {
  return (coursesOf(lens).length - 1) * metrics.pitch + 3;
}

/** How high the inside of a room is that has so many cells for processes. */
export function insideHeight(lens: Lens, cells: number): number {
  const drawn = Math.min(Math.max(1, cells), maxChips[lens]);
  const words = cells > drawn ? heights.words : 0;
  const chips = drawn * heights.cell - (heights.cell - heights.chip) + words;
  if (lens === 'pid') return heights.title + chips + 26 + 20 + 14;
  if (lens === 'uts') return heights.title + heights.plate + 36 + chips + 14;
  return heights.title + chips + 16;
}
