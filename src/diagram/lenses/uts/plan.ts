import type { RoomPlan } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import { bodyTop } from '../section.ts';

/** Where a name plate stands. */
export interface Plate {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a room's plate and processes stand, and the lane of those who read or set a name. */
export interface UtsRoom {
  plate: Plate;
  chips: { x: number; y: number; width: number };
  /** Where the line from a plate to those who read it runs down. */
  reader: number;
  lane: number;
}

/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 2;

/** What a plate takes with its title above it, and in tall with its inode below. */
export function aboveHeight(metrics: Metrics): number {
  return 22 + heightsOf[metrics.format].plate + 20;
}

/** From the top of a room's inside to its plate, and from there to its processes. */
function offsets({ format }: Metrics): { plate: number; chips: number } {
  const { plate, title } = heightsOf[format];
  return format === 'landscape' ? { plate: 16, chips: 16 + 22 + 4 } : { plate: title, chips: title + plate + 24 };
}

/** How high the inside of a room is whose chips are so high. */
export function insideHeight(chips: number, metrics: Metrics): number {
  return offsets(metrics).chips + chips + (metrics.format === 'landscape' ? 1 : 8);
}

/** Where the host's plate stands: above the rooms, or in landscape beside the first one's. */
export function hostPlateAt(rooms: RoomPlan[], metrics: Metrics): Plate {
  const { left, right, pad, roomLeft, format } = metrics;
  const x = left + pad;
  if (format === 'tall')
    return { x, y: bodyTop(metrics) + 22, width: right - left - 2 * pad, height: heightsOf.tall.plate };
  const y = (rooms[0]?.inside.y ?? 44) + offsets(metrics).plate;
  return { x, y, width: roomLeft - x - 12, height: 22 };
}

/** Where things stand in a room. */
export function utsRoom({ inside }: RoomPlan, metrics: Metrics): UtsRoom {
  const low = metrics.format === 'landscape';
  const at = offsets(metrics);
  const lane = low ? 14 : 24;
  const x = inside.x + metrics.inset;
  const width = inside.width - 2 * metrics.inset - lane;
  // What is left is shared out above the chips.
  const plate = { x, y: inside.y + at.plate, width, height: low ? 22 : heightsOf.tall.plate };
  const chips = { x, y: inside.y + at.chips, width };
  return { plate, chips, reader: x + width - 12, lane: x + width + (low ? 10 : 14) };
}
