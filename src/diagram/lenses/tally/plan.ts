import type { Report } from '../../../recording/script.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';

/** A row in which one thing stands that was read. */
export interface Row {
  x: number;
  y: number;
  width: number;
}

/** Where the host's rows, the rooms with theirs, and the rows of what is one for all stand. */
export interface TallyPlan {
  host: Row[];
  rooms: RoomPlan[];
  /** By place, the rows inside of each room. */
  inside: Row[][];
  common: Row[];
  /** Beside the host's rows, where the way runs that leads to one of them. */
  lane: number;
  /** Where that ends which stands above the slab. */
  bottom: number;
}

/** How high rows are: the host's and those of all, and those of a room, in which a name stands over its value where it is narrow. */
export const high = { tall: { row: 27, narrow: 38 }, landscape: { row: 21, narrow: 20 } };
const gaps = { tall: 16, landscape: 4 };

/** Whether rooms stand two abreast, so that a name has no place beside its value. */
export function abreast(canvas: Canvas): boolean {
  return canvas.rooms.length > 1;
}

/** How high a row of a room is. */
export function insideRow(canvas: Canvas, { format }: Metrics): number {
  if (format === 'landscape') return high.landscape.narrow;
  return abreast(canvas) ? high.tall.narrow : high.tall.row;
}

/** Places rows and rooms: the host's rows above, two rooms abreast below them, and what is one for all on the slab. */
export function tallyPlan(canvas: Canvas, metrics: Metrics): TallyPlan {
  const { format, left, right, pad, top, slabHeight } = metrics;
  const low = format === 'landscape';
  const reports = canvas.reports ?? [];
  const [from, to] = [left + pad, right - pad];
  const { row } = high[format];
  const hosts = count(reports, (one) => !one.common && !one.by);
  const commons = count(reports, (one) => one.common === true);
  const hostTop = top + (low ? 5 : 38);
  const hostRows = low ? Math.min(1, hosts) : Math.min(3, hosts);
  const rowsAt = (y: number, rows: number): Row[] =>
    Array.from({ length: rows }, (_, index) => ({ x: from, y: y + index * row, width: to - from }));
  const commonRows = Math.min(low ? 1 : 2, commons);
  const columns = abreast(canvas) ? 2 : 1;
  const lines = Math.ceil(canvas.rooms.length / columns);
  const between = low ? 8 : 12;
  const width = (to - from - (columns - 1) * between) / columns;
  const depth = wallDepth(metrics);
  const each = Math.max(
    1,
    ...canvas.rooms.map(({ names }) => count(reports, (one) => !one.common && names.includes(one.by ?? ''))),
  );
  const inner = Math.min(low ? 3 : 4, each) * insideRow(canvas, metrics) + (low ? 4 : 14);
  const label = low ? 13 : 15;
  const below = low ? 4 : 8;
  const first = hostTop + hostRows * row + gaps[format];
  const natural = (label + below + inner + 2 * depth + gaps[format]) * lines;
  // What the canvas has to spare goes into the ways between the parts.
  const foot = canvas.height > 0 ? canvas.height - top - slabHeight - (low ? 3 : 8) : 0;
  const spare = Math.max(0, foot - first - natural - commonRows * row - (low ? 4 : 10));
  const shift = Math.min(spare / 2, low ? 6 : 46);
  const rooms = canvas.rooms.map((_, index) => {
    const x = from + (index % columns) * (width + between);
    const y = first + shift + Math.floor(index / columns) * (natural / lines) + label;
    return roomAt(x, y, width, inner, depth, below);
  });
  const end = first + shift + natural;
  const commonTop = foot > 0 ? foot - commonRows * row : end + (low ? 4 : 10);
  return {
    host: rowsAt(hostTop, hostRows).map((one) => ({ ...one, width: one.width - 16 })),
    lane: to - 6,
    rooms: rooms.map((room) => ({ ...room, labelWidth: room.width - 34 })),
    inside: rooms.map(({ inside }) =>
      Array.from({ length: Math.min(low ? 3 : 4, each) }, (_, index) => ({
        x: inside.x + (low ? 3 : 6),
        y: inside.y + (low ? 2 : 7) + index * insideRow(canvas, metrics),
        width: inside.width - (low ? 6 : 12),
      })),
    ),
    common: rowsAt(commonTop, commonRows),
    // The slab stands 18 px below.
    bottom: end + commonRows * row + (low ? 4 : 10) - 14,
  };
}

function count(reports: Report[], such: (report: Report) => boolean): number {
  return new Set(reports.filter(such).map(({ of }) => of)).size;
}
