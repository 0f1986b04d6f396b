import type { Canvas, RoomPlan, Told } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';
import type { Box } from '../../paper/box.ts';

/** Where the host's files and the rooms stand, mnt lens. */
export interface MntPlan {
  /** `one`: the host's directories stand left of the one room. `roots`: of several rooms, only the roots are shown. */
  mode: 'one' | 'roots';
  low: boolean;
  /** The host's own root. */
  root: Box;
  /** By place; in landscape there are no more than two. */
  rooms: (RoomPlan | undefined)[];
  /** Where what a step says of a room's root stands below it, in `roots`. */
  under: number[];
  /** The column of the host's directories, and where the first row of the room's files begins. */
  host: { x: number; width: number };
  rowsTop: number;
  /** Below the room: for a container that came and went. */
  guest: Box;
  /** On the host's side: who runs something, and the daemon. */
  process: Box;
  daemon: Box;
  legend: { x: number; legendTop: number } | undefined;
}

/** How high a row is, and a file's in it. */
export const rowHeight = { tall: 20, low: 17.5 };
/** From the top of a room's inside to its first row. */
const titleHeight = { tall: 25, low: 19 };
const gap = 8;

function hasRun({ signs = [] }: Pick<Canvas, 'signs'>): boolean {
  return signs.some(({ sign }) => sign === 'run');
}

/** Whether something stands below the room in one step or another. */
function hasGuest({ signs = [] }: Canvas): boolean {
  return hasRun({ signs }) || signs.some(({ sign }) => sign === 'walls');
}

/** One room stands beside the host's directories; of several, the roots stand below the host's. */
export function mntPlan(canvas: Canvas, metrics: Metrics, told: Told = {}): MntPlan {
  return canvas.rooms.length > 1 ? rootsPlan(canvas, metrics, told) : onePlan(canvas, metrics);
}

function onePlan(canvas: Canvas, metrics: Metrics): MntPlan {
  const { left, right, top, pad } = metrics;
  const [x, end] = [left + pad, right - pad];
  const low = metrics.format === 'landscape';
  const depth = wallDepth(metrics);
  const guest = hasGuest(canvas);
  const roomX = low ? x + 134 : x + 158;
  const width = end - roomX;
  const lines = Math.max(0, ...canvas.rooms.map(({ cells }) => cells));
  const labelBaseline = low ? top - 6 : top + 50;
  const y = labelBaseline + 12;
  // A list of two lines needs less than a container.
  const foot = low ? (guest ? top + 116 : top + 160) : guest ? (hasRun(canvas) ? 310 : 334) : 374;
  const least = foot - y - 2 * depth;
  // What no sign leaves out is drawn whole, however high it is.
  const needed = canvas.signs || low ? 0 : titleHeight.tall + lines * rowHeight.tall + 10;
  const room = roomAt(roomX, labelBaseline, width, Math.max(least, needed), depth);
  const bottom = room.y + room.height;
  const hostWidth = low ? 120 : 136;
  const guestBox = low
    ? { x: roomX, y: bottom + 6, width, height: 40 }
    : { x: roomX, y: bottom + 8, width, height: 58 };
  const beside = { x, width: hostWidth };
  return {
    mode: 'one',
    low,
    root: { ...beside, y: top + 43, height: 30 },
    rooms: canvas.rooms.map(() => room),
    under: [],
    host: beside,
    rowsTop: room.inside.y + (low ? titleHeight.low : titleHeight.tall),
    guest: guestBox,
    process: low ? { ...beside, y: guestBox.y, height: 40 } : { ...beside, y: guestBox.y - 72, height: 58 },
    daemon: { ...beside, y: guestBox.y, height: 26 },
    legend: low ? undefined : { x, legendTop: (canvas.rooms.length > 0 ? Math.max(bottom, guest ? 374 : 0) : 374) + 9 },
  };
}

function rootsPlan(canvas: Canvas, metrics: Metrics, told: Told): MntPlan {
  const { left, right, top, pad } = metrics;
  const [x, end] = [left + pad, right - pad];
  const low = metrics.format === 'landscape';
  const depth = wallDepth(metrics);
  const width = (end - x - gap) / 2;
  const rooms: (RoomPlan | undefined)[] = canvas.rooms.map(() => undefined);
  const under: number[] = [];
  const shown = low ? placesOf(canvas, told) : canvas.rooms.map((_room, place) => place);
  let bottom = 0;
  shown.forEach((place, index) => {
    const labelBaseline = low ? top + 31 : 156 + Math.floor(index / 2) * 270;
    const at = roomAt(x + (index % 2) * (width + gap), labelBaseline, width, low ? 40 : 156, depth);
    rooms[place] = at;
    under[place] = at.y + at.height + (low ? 15 : 20);
    bottom = at.y + at.height;
  });
  const none = { x, y: 0, width: 0, height: 0 };
  const rootX = low ? metrics.roomLeft : x;
  return {
    mode: 'roots',
    low,
    root: { x: rootX, y: top + (low ? 5 : 43), width: end - rootX, height: low ? 26 : 44 },
    rooms,
    under,
    host: { x, width: end - x },
    rowsTop: bottom + 70,
    guest: none,
    process: none,
    daemon: none,
    legend: low ? undefined : { x, legendTop: top + 97 },
  };
}

/** The places that are drawn where there is room for two: those that the step is about, else the first. */
function placesOf(canvas: Canvas, { about = [] }: Told): number[] {
  const all = canvas.rooms.map((_room, place) => place);
  const told = all.filter((place) =>
    canvas.rooms[place]?.names.some((name) => about.some((part) => part.split(':').includes(name))),
  );
  return [...new Set([...told, ...all])].slice(0, 2).sort((a, b) => a - b);
}

/** Where that ends which stands above the slab. */
export function mntBottom(canvas: Canvas, metrics: Metrics): number {
  const plan = mntPlan(canvas, metrics);
  if (plan.low) return 0;
  if (plan.mode === 'roots') return plan.rowsTop - 50;
  return canvas.rooms.length > 0 && plan.legend ? plan.legend.legendTop + 34 : 0;
}
