import { chipsHeight } from '../../building/chips.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { courses, type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';

/** Where the rooms stand, and what is between them and the slab. */
export interface DoorPlan {
  legend: { x: number; legendTop: number };
  rooms: RoomPlan[];
  /** Whether a room stands directly over the slab: another room would be in the way of its doors. */
  low: boolean[];
  /** Where the lowest rooms end. */
  floor: number;
  /** Where that ends which stands above the slab. */
  bottom: number;
}

/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 2;
/** The heights of a rail of the fence; that of the capabilities has a pale for each. */
export const railHeights = { plain: 26, caps: 46, gap: 7 } as const;
/** From the floor of a room to its fence, or to the first line under a door. */
export const below = 20;
const line = 16;
/** From the chips to the floor: where an arrow begins that goes through it. */
const start = 22;
const inset = 8;

/** How many rooms stand side by side. */
function perRow(count: number): number {
  return Math.min(count, 2);
}

/** How high the fence is. */
const fenceHeight = 4 * (railHeights.plain + railHeights.gap) + railHeights.caps;

/** How high the text under the doors is: a label, a value and a word on its use, on two levels where neighbours would meet. */
function doorsHeight(count: number): number {
  return count === 0 ? 0 : below + (isStaggered(count) ? 2 : 1) * 3 * line + (isStaggered(count) ? 10 : 0);
}

/** With three doors and more, every second one has its text further down. */
export function isStaggered(count: number): boolean {
  return count > 2;
}

/** The line under a door that its text begins with. */
export function levelOf(index: number, count: number): number {
  return isStaggered(count) && index % 2 === 1 ? 3 * line + 10 : 0;
}

/** Places rooms, two abreast, and keeps room for doors or a fence below the last of them. */
export function doorPlan(canvas: Canvas, metrics: Metrics): DoorPlan {
  const { left, right, pad, top } = metrics;
  const [from, to] = [left + pad, right - pad];
  const count = canvas.rooms.length;
  const columns = perRow(count);
  const gap = 12;
  const width = (to - from - (columns - 1) * gap) / Math.max(1, columns);
  const legend = { x: from, legendTop: top + 42 };
  const depth = wallDepth(metrics);
  const rooms: RoomPlan[] = [];
  const low: boolean[] = [];
  let y = legend.legendTop + 34 + 26;
  let floor = y;
  for (let first = 0; first < count; first += columns) {
    const row = canvas.rooms.slice(first, first + columns);
    const cells = Math.max(...row.map((room) => room.cells));
    const inside = inset + chipsHeight(cells, maxChips) + start;
    for (const column of row.keys()) {
      rooms.push(roomAt(from + column * (width + gap), y, width, inside, depth));
      low.push(first + columns >= count);
    }
    const last = rooms.at(-1);
    floor = last ? last.y + last.height : y;
    y = floor + 34;
  }
  const doors = canvas.doors?.length ?? 0;
  const under = doors > 0 ? doorsHeight(doors) : canvas.hostChips > 0 ? below + fenceHeight : 0;
  return { legend, rooms, low, floor, bottom: count > 0 ? floor + under : legend.legendTop + courses.length };
}

/** Where a room's processes stand. */
export function chipsIn(at: RoomPlan): { x: number; y: number; width: number } {
  return { x: at.inside.x + inset, y: at.inside.y + inset, width: at.inside.width - 2 * inset };
}

/** Where the arrow through a door begins. */
export function arrowStart(at: RoomPlan): number {
  return at.inside.y + at.inside.height - start + 6;
}
