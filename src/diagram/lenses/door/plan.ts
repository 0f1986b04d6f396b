import { rails } from '../../../host/fence.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { courses, heights, type Metrics, wallDepth } from '../../building/metrics.ts';

/** One thing between the rooms and the slab: a rail of the fence, or what a door leads to. */
export interface RowPlan {
  y: number;
  height: number;
}

/** Where the rooms stand, and what is between them and the slab. */
export interface DoorPlan {
  legend: { x: number; legendTop: number } | undefined;
  /** By place; undefined where there is no room for it. */
  rooms: (RoomPlan | undefined)[];
  /** The places of the rooms that stand directly over the slab: other rooms would be in the way of their doors. */
  low: number[];
  rows: RowPlan[];
  /** The edges of what stands in rows. */
  from: number;
  to: number;
  /** Where the host's own way down runs. */
  hostLane: number;
  /** Where that ends which stands above the slab. */
  bottom: number;
}

/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 2;
/** How much higher than another the rail of the capabilities is, with a pale for each; and with names below them. */
const caps = { tall: 18, names: 64 };
const gap = { tall: 7, landscape: 4.5 };
/** From the lowest rooms to the first row: the words on a call stand there, or on a phone in the room. */
const below = { tall: 30, landscape: 7 };
const least = { tall: 26, landscape: 18 };
const most = { tall: 64, landscape: 34 };
const inset = 8;

/** Places rooms, two abreast, and keeps room for rows below the last of them. */
export function doorPlan(canvas: Canvas, metrics: Metrics): DoorPlan {
  const { format, left, right, pad, top, slabHeight } = metrics;
  const between = namesCaps(canvas) ? 4.5 : gap[format];
  const low = format === 'landscape';
  const [from, to] = [left + pad, right - pad];
  // Where capabilities have names there is no room for those of the courses.
  const legend = low || namesCaps(canvas) ? undefined : { x: from, legendTop: top + 40 };
  const { rooms, last, floor } = low
    ? cropped(canvas, metrics)
    : whole(canvas, metrics, (legend?.legendTop ?? 15) + 17);
  const count = canvas.doors?.length || (canvas.hostChips > 0 ? rails.length : 0);
  const rowsTop = floor + below[format];
  const extra = canvas.doors?.length || low ? 0 : namesCaps(canvas) ? caps.names : caps.tall;
  // As high as the box lets them be, however little else there is.
  const foot = canvas.height > 0 ? canvas.height - top - slabHeight - 12 : 0;
  const space = (foot - rowsTop - (count - 1) * between - extra) / Math.max(1, count);
  const height = Math.max(least[format], Math.min(count === 1 ? 2.8 * least[format] : most[format], space));
  const used = count * height + (count - 1) * between + extra;
  let y = foot > 0 ? Math.max(rowsTop, foot - used) : rowsTop;
  const rows = Array.from({ length: count }, (_, index): RowPlan => {
    const row = { y, height: height + (extra > 0 && rails[index] === 'caps' ? extra : 0) };
    y += row.height + between;
    return row;
  });
  const end = canvas.rooms.length > 0 ? (rows.at(-1) ? y - between : floor) : top + 60 + courses.length;
  return {
    legend,
    rooms,
    low: last,
    rows: canvas.rooms.length > 0 ? rows : [],
    // A room alone leaves its left to the host's own way down.
    from: canvas.rooms.length === 1 ? from + 16 : from,
    to,
    hostLane: from + 5,
    bottom: low ? Math.min(end, 149) : end - 6,
  };
}

/** Whether a step of the scene has the capabilities named. */
export function namesCaps({ reports = [] }: Canvas): boolean {
  return reports.some(({ of }) => of === 'capabilities');
}

interface Rooms {
  rooms: (RoomPlan | undefined)[];
  last: number[];
  floor: number;
}

function whole(canvas: Canvas, metrics: Metrics, first: number): Rooms {
  const [from, to] = [metrics.left + metrics.pad, metrics.right - metrics.pad];
  const count = canvas.rooms.length;
  const columns = Math.min(count, 2);
  const start = count === 1 ? from + 16 : from;
  const width = (to - start - (columns - 1) * 12) / Math.max(1, columns);
  const depth = wallDepth(metrics);
  const rooms: RoomPlan[] = [];
  const last: number[] = [];
  let label = first + 22;
  let floor = label;
  for (let index = 0; index < count; index += columns) {
    const row = canvas.rooms.slice(index, index + columns);
    const crowded = row.some(({ cells }) => cells > maxChips);
    const height = insideHeight(Math.max(...row.map(({ cells }) => cells)), chipColumns(width - 2 * depth));
    for (const column of row.keys()) {
      const at = { x: start + column * (width + 12), y: label + 10, width, height: Math.round(height + 2 * depth) };
      const inside = { x: at.x + depth, y: at.y + depth, width: width - 2 * depth, height: at.height - 2 * depth };
      rooms.push({ labelBaseline: label, ...at, inside, legendTop: 0, labelWidth: width - 8 - (crowded ? 84 : 0) });
      if (index + columns >= count) last.push(index + column);
    }
    floor = (rooms.at(-1)?.y ?? label) + (rooms.at(-1)?.height ?? 0);
    label = floor + 24;
  }
  return { rooms, last, floor };
}

/** Of the rooms on a phone only the floor is seen, of no more than two. */
function cropped(canvas: Canvas, metrics: Metrics): Rooms {
  // A count of seven digits, the most that Linux has, fits before it.
  const [from, to] = [132, metrics.right - metrics.pad];
  const columns = Math.min(2, canvas.rooms.length);
  const width = (to - from - (columns - 1) * 8) / Math.max(1, columns);
  const depth = wallDepth(metrics);
  const y = metrics.top + 1;
  const height = 27 + depth;
  const rooms = canvas.rooms.map((_, index) => {
    if (index >= columns) return undefined;
    const at = { x: from + index * (width + 8), y, width, height };
    const inside = { x: at.x + depth, y, width: width - 2 * depth, height: 27 };
    return { labelBaseline: y + 18, ...at, inside, legendTop: 0 };
  });
  return { rooms, last: rooms.flatMap((room, index) => (room ? [index] : [])), floor: y + height };
}

/** How many chips stand side by side. */
export function chipColumns(width: number): number {
  return width >= 230 ? 2 : 1;
}

function insideHeight(cells: number, columns: number): number {
  const rows = Math.ceil(Math.min(Math.max(1, cells), maxChips) / columns);
  return 2 * inset + rows * heights.cell - (heights.cell - heights.chip);
}

/** Where a room's processes stand. */
export function chipsIn(at: RoomPlan): { x: number; y: number; width: number } {
  return { x: at.inside.x + inset, y: at.inside.y + inset, width: at.inside.width - 2 * inset };
}
