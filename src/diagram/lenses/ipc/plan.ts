import { chipsHeight } from '../../building/chips.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';

/** A frame around what is in the host's own namespace. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the host's area and the rooms stand, ipc lens. */
export interface IpcPlan {
  host: Frame;
  /** How many plaques stand beside each other in the host's area. */
  hostColumns: number;
  rooms: RoomPlan[];
  /** How rooms that follow each other stand to each other. */
  flow: 'alone' | 'across' | 'down';
  legendTop: number;
}

/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 1;
/** How many plaques of one namespace are drawn. */
export const maxPlaques = 4;
export const plaque = { height: 44, pitch: 52, gap: 12 };
/** From the top of a room's inside to its plaques. */
export const plaquesAt = 58;
/** From the top of the host's frame to its plaques. */
export const hostPlaquesAt = 56;

/** How high so many rows of plaques are, with the words that count the rest. */
function plaquesHeight(rows: number): number {
  const drawn = Math.max(1, Math.min(rows, maxPlaques));
  return drawn * plaque.pitch - (plaque.pitch - plaque.height) + (rows > maxPlaques ? 26 : 0);
}

/** Where a room's chips begin, from the top of its inside. */
export function chipsAt(cells: number): number {
  return plaquesAt + plaquesHeight(cells) + 22;
}

/** One room stands beside the host's area; several stand below it, where there is width for it two by two. */
export function ipcPlan(canvas: Canvas, metrics: Metrics): IpcPlan {
  const { left, right, top, pad, columns } = metrics;
  const flow = columns > 1 ? 'down' : canvas.rooms.length > 1 ? 'across' : 'alone';
  const depth = wallDepth(metrics);
  const inside = (cells: number) => chipsAt(cells) + chipsHeight(2, maxChips) + 14;
  const bodyTop = top + 44;
  const [x, end] = [left + pad, right - pad];
  const words = canvas.hostChips > maxPlaques ? 26 : 0;
  const needed = (hostColumns: number) =>
    hostPlaquesAt + plaquesHeight(Math.ceil(Math.min(canvas.hostChips, maxPlaques) / hostColumns)) + words + 14;

  if (flow === 'alone') {
    const height = needed(1);
    const rooms = canvas.rooms.map(({ cells }) =>
      roomAt(metrics.roomLeft, bodyTop + 12, end - metrics.roomLeft, inside(cells), depth),
    );
    const wall = rooms[0];
    const y = wall?.y ?? bodyTop;
    const host = { x, y, width: metrics.roomLeft - 22 - x, height: Math.max(height, wall?.height ?? 0) };
    return { host, hostColumns: 1, rooms, flow, legendTop: y + host.height + 15 };
  }

  const hostColumns = flow === 'across' ? 3 : 2;
  const host = { x, y: bodyTop, width: end - x, height: needed(hostColumns) };
  const perRow = flow === 'across' ? 2 : 1;
  // The way from the host's area to a room runs before its wall; between two rooms there is room for a passage.
  const [lane, gap] = [12, 40];
  const width = (end - x - lane - (perRow - 1) * gap) / perRow;
  const rooms: RoomPlan[] = [];
  let y = host.y + host.height + 40;
  for (let first = 0; first < canvas.rooms.length; first += perRow) {
    const row = canvas.rooms.slice(first, first + perRow);
    const cells = Math.max(...row.map((room) => room.cells));
    rooms.push(...row.map((_, index) => roomAt(x + lane + index * (width + gap), y, width, inside(cells), depth)));
    const wall = rooms[first];
    y = (wall ? wall.y + wall.height : y) + 40;
  }
  return { host, hostColumns, rooms, flow, legendTop: rooms.length > 0 ? y - 40 + 15 : y };
}
