import type { SeenMount } from '../../../host/mounts.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';

/** Where the host's files and the rooms stand, mnt lens. */
export interface MntPlan {
  /** The host's own root. */
  host: { x: number; y: number; width: number };
  rooms: RoomPlan[];
  /** `beside`: the host's directories stand left of the one room. `pipe`: they come to it from above. `roots`: of several rooms, only the roots are shown. */
  mode: 'beside' | 'pipe' | 'roots';
  legendTop: number;
}

/** A mount's row: how far below the first one it begins, and how many lines it has. */
export interface Row {
  mount: SeenMount;
  line: number;
  lines: number;
  /** Half a line lower, where a line is kept free for words that stand elsewhere. */
  shift: number;
}

export const line = 22;
export const hostRootHeight = 34;
export const layerHeight = 28;
/** From the top of a room's inside to its layers. */
export const layersAt = 38;
const maxRows = 9;

/** From the top of a room's inside to its layers; small rooms name the root above them, and so have all their width for an image's name. */
export function layersFrom(mode: MntPlan['mode']): number {
  return mode === 'roots' ? layersAt + 18 : layersAt;
}

/** From the top of a room's inside to its first mount. */
export function rowsAt(mode: MntPlan['mode']): number {
  // Where the host's directories don't stand beside the room, the upper layer's own is named below it.
  return layersAt + 2 * layerHeight + (mode === 'pipe' ? 28 : 10);
}

/** The mounts that are drawn, in rows: what is made up, what Docker wrote, and what the reader asked for; the host's with a line for where it is. */
export function rowsOf(mounts: SeenMount[]): { rows: Row[]; lines: number; rest: number } {
  const rank = { kernel: 0, fresh: 1, injected: 2, bind: 3 };
  const sorted = [...mounts].sort((a, b) => rank[a.kind] - rank[b.kind]);
  // A bind mount is what a reader asked for: it is the last to be left out.
  const binds = sorted.filter(({ kind }) => kind === 'bind').slice(0, 3);
  const drawn = [...sorted.filter(({ kind }) => kind !== 'bind').slice(0, maxRows - binds.length), ...binds];
  const injected = drawn.filter(({ kind }) => kind === 'injected').length;
  let at = 0;
  let written = 0;
  const rows = drawn.map((mount): Row => {
    if (mount.kind === 'injected') written++;
    const named = mount.kind === 'bind' || (mount.kind === 'injected' && written === injected);
    const row = {
      mount,
      line: at,
      lines: named ? 2 : 1,
      shift: mount.kind === 'injected' || mount.kind === 'bind' ? 0.5 : 0,
    };
    at += row.lines;
    return row;
  });
  const rest = mounts.length - drawn.length;
  return { rows, lines: at + (rest > 0 ? 1 : 0), rest };
}

/** One room stands beside the host's directories, or below them; of several, the roots stand below the host's. */
export function mntPlan(canvas: Canvas, metrics: Metrics): MntPlan {
  const { left, right, top, pad, columns } = metrics;
  const several = canvas.rooms.length > 1;
  const mode = several ? 'roots' : columns > 1 ? 'pipe' : 'beside';
  const depth = wallDepth(metrics);
  const [x, end, bodyTop] = [left + pad, right - pad, top + 44];
  const inside = (cells: number) =>
    mode === 'roots' ? layersFrom(mode) + 2 * layerHeight + 14 : rowsAt(mode) + cells * line + 12;
  const place = (roomX: number, y: number, width: number, cells: number) =>
    roomAt(roomX, y, width, inside(cells), depth);
  const below = bodyTop + hostRootHeight + 30;

  if (!several) {
    const beside = mode === 'beside';
    const roomLeft = beside ? metrics.roomLeft : x + 28;
    const y = beside ? bodyTop + 12 : below;
    const rooms = canvas.rooms.map(({ cells }) => place(roomLeft, y, end - roomLeft, cells));
    const width = beside && rooms.length > 0 ? metrics.roomLeft - 24 - x : end - x;
    const foot = rooms[0] ? rooms[0].y + rooms[0].height + 15 : bodyTop + hostRootHeight;
    return { host: { x, y: bodyTop, width }, rooms, mode, legendTop: foot };
  }

  const perRow = columns > 1 ? 1 : 2;
  const gap = 20;
  const width = (end - x - (perRow - 1) * gap) / perRow;
  const rooms: RoomPlan[] = [];
  let y = below;
  for (let first = 0; first < canvas.rooms.length; first += perRow) {
    const row = canvas.rooms.slice(first, first + perRow);
    rooms.push(...row.map(({ cells }, index) => place(x + index * (width + gap), y, width, cells)));
    const wall = rooms[first];
    y = (wall ? wall.y + wall.height : y) + 36;
  }
  return { host: { x, y: bodyTop, width: end - x }, rooms, mode, legendTop: y - 36 + 15 };
}

/** The middle of a row; beside its source, it stands in the middle of its lines. */
export function rowCentre(row: Row, rowTop: number, { mode }: MntPlan): number {
  const shift = mode === 'beside' ? row.shift : 0;
  return rowTop + (row.line + 0.5 + shift) * line;
}
