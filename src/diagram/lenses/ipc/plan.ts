import type { NsKind } from '../../../host/facts.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { courses, heightsOf, type Metrics, wallDepth } from '../../building/metrics.ts';
import { legendHeight, roomAt } from '../../building/room.ts';
import { bodyTop } from '../section.ts';

export interface Column {
  x: number;
  y: number;
  width: number;
}

/** Where plaques stand: how many beside each other, how high each is and how far it is to the next row. */
export interface PlaquePlan extends Column {
  columns: number;
  height: number;
  pitch: number;
}

/** A room: what is in its namespace, and the process that asks for it. */
export interface IpcRoom extends RoomPlan {
  plaques: PlaquePlan;
  chip: Column;
}

/** Where the host's namespace and the rooms stand, ipc lens. */
export interface IpcPlan {
  /** The frame around what is in the host's namespace; in landscape there is none. */
  frame?: Column & { height: number };
  /** What is in the host's namespace; absent where nothing ever is and several rooms need the height. */
  host?: PlaquePlan;
  rooms: IpcRoom[];
  /** How rooms that follow each other stand to each other. */
  flow: 'alone' | 'across' | 'down';
  /** What is drawn of a wall: where two rooms stand in landscape, the courses that keep apart what the lens shows. */
  courses: readonly NsKind[];
  legendTop: number;
  /** Where that ends which is in the host's namespace. */
  hostEnd: number;
  bottom: number;
}

/** How many plaques of one namespace are drawn. */
export const maxPlaques = 4;

const gap = 8;

/** How high so many objects are in these columns, with the words that count those that are not drawn. */
function plaquesHeight(rows: number, { columns, height, pitch }: Omit<PlaquePlan, keyof Column>): number {
  const drawn = Math.ceil(Math.max(1, Math.min(rows, maxPlaques)) / columns);
  return drawn * pitch - (pitch - height) + (rows > maxPlaques ? 22 : 0);
}

/** One room stands below the host's namespace, or in landscape beside it; several stand below each other, in landscape two by two. */
export function ipcPlan(canvas: Canvas, metrics: Metrics): IpcPlan {
  const low = metrics.format === 'landscape';
  const { left, right, pad } = metrics;
  const alone = canvas.rooms.length <= 1;
  const flow = alone ? 'alone' : low ? 'across' : 'down';
  const [x, end, top] = [left + pad, right - pad, bodyTop(metrics)];
  const drawn = flow === 'across' ? (['ipc', 'mnt'] as const) : courses;
  const depth = wallDepth(metrics, drawn);
  const { chip } = heightsOf[metrics.format];
  const slabTop = canvas.height > 0 ? canvas.height - metrics.top - metrics.slabHeight : 0;
  const hostShown = alone || canvas.hostChips > 0;

  const inRow = { columns: low ? 1 : 2, height: 40, pitch: 46 };
  const size = low ? { columns: 1, height: alone ? 38 : 24, pitch: alone ? 43 : 28 } : inRow;
  const hostHeight = plaquesHeight(canvas.hostChips, size);
  let y = top;
  let host: PlaquePlan | undefined;
  let frame: IpcPlan['frame'];
  if (hostShown) {
    if (low && alone) host = { x: x + 12, y: top + 4, width: metrics.roomLeft - x - 12 - 12, ...size };
    else if (low) {
      host = { x: x + 12, y: top + 4, width: end - x - 12, ...size };
      y = host.y + hostHeight + 4;
    } else {
      frame = { x, y: top, width: end - x, height: 28 + hostHeight + 10 };
      host = { x: x + 10, y: top + 28, width: frame.width - 20, ...size };
      y = frame.y + frame.height;
    }
  }
  const rooms: IpcRoom[] = [];
  const perRow = flow === 'across' ? 2 : 1;
  const between = flow === 'across' ? 26 : 0;
  const roomX = low && alone ? metrics.roomLeft : x;
  const width = (end - roomX - (perRow - 1) * between) / perRow;
  let label = low && alone ? metrics.top + 14 : y + (hostShown ? (low ? 16 : 24) : low ? 12 : 16);
  const below = low ? 7 : 9;
  const foot = low ? 7 : 12 + legendHeight + 12;
  const titleHeight = low ? (alone ? 18 : 3) : 26;
  // Several rooms have the process beside what it sees, and so less height.
  const beside = flow === 'down';
  const insideOf = (row: Canvas['rooms']) =>
    titleHeight +
    plaquesHeight(Math.max(...row.map((room) => room.cells)), size) +
    (beside ? 8 : chip + (low ? (alone ? 10 : 5) : 24));
  const rows = Array.from({ length: Math.ceil(canvas.rooms.length / perRow) }, (_, index) =>
    canvas.rooms.slice(index * perRow, (index + 1) * perRow),
  );
  const needed = rows.reduce((sum, row) => sum + insideOf(row) + 2 * depth + 30, -30);
  // What is left of the canvas is shared out between the rooms.
  const spare = slabTop > 0 ? Math.max(0, Math.floor((slabTop - foot - label - below - needed) / rows.length)) : 0;
  for (const row of rows) {
    const inside = insideOf(row);
    const height = inside + 2 * depth + spare;
    row.forEach((_, index) => {
      const at = roomAt(roomX + index * (width + between), label, width, height - 2 * depth, depth, below);
      const inner = { x: at.inside.x + metrics.inset, width: at.inside.width - 2 * metrics.inset };
      const extra = Math.max(0, at.inside.height - inside);
      const plaques = {
        ...inner,
        width: beside ? inner.width - 92 : inner.width,
        y: at.inside.y + titleHeight + Math.floor(extra / 3),
        ...size,
      };
      const chipY = beside ? plaques.y : at.inside.y + at.inside.height - chip - (low ? 3 : 10) - Math.floor(extra / 4);
      const chipAt = beside
        ? { x: inner.x + inner.width - 72, width: 72, y: chipY }
        : { ...inner, y: chipY, width: inner.width - (low ? 0 : 100) };
      rooms.push({ ...at, plaques, chip: chipAt });
    });
    const last = rooms.at(-1);
    label = (last ? last.y + last.height : label) + (30 - below);
  }
  const last = rooms.at(-1);
  const legendTop = last ? last.y + last.height + 12 : y;
  const hostEnd = host ? host.y + hostHeight + (frame ? 10 : 0) : y;
  const roomsEnd = last ? last.y + last.height + foot - 18 : 0;
  return {
    ...(frame ? { frame } : {}),
    ...(host ? { host } : {}),
    rooms,
    flow,
    courses: drawn,
    legendTop,
    hostEnd,
    bottom: Math.max(hostEnd, roomsEnd),
  };
}

/** Where a plaque stands among others. */
export function plaqueAt(index: number, { columns, pitch, height, ...at }: PlaquePlan): Column & { height: number } {
  const width = (at.width - (columns - 1) * gap) / columns;
  return { x: at.x + (index % columns) * (width + gap), y: at.y + Math.floor(index / columns) * pitch, width, height };
}
