import type { Door } from '../../host/doors.ts';
import type { Container, HostFacts } from '../../host/facts.ts';
import { firstProcess, hostProcesses, processesOf, tenantsOf } from '../../host/views.ts';
import type { Lens } from '../../recording/script.ts';
import type { Width } from '../drawing.ts';
import { viewOf } from '../lenses/index.ts';
import { heights, insideHeight, type Metrics, maxChips, maxHostChips, metricsFor, wallDepth } from './metrics.ts';

/** What all moments of a scene share, so that nothing jumps from step to step or from take to take. */
export interface Canvas {
  height: number;
  /** The places for rooms, from the top: who stands there at one time or another, and for how many processes (or rows) there is room. */
  rooms: { names: string[]; cells: number }[];
  /** How many of the host's own processes there is room for; rows of the host's side in the lenses that show other things of it. */
  hostChips: number;
  /** The doors that the scene tells of, door lens. */
  doors?: Door[];
  /** Whether something is sampled in the scene, so that a lens keeps room for it. */
  sampled?: boolean;
}

/** Where things stand on a canvas. */
export interface Plan {
  hostChips: { x: number; y: number }[];
  /** The host's name plate, uts lens. */
  plate: { x: number; y: number; width: number };
  rooms: RoomPlan[];
  slabTop: number;
}

/** Where one room stands: its outer edges, and the baselines above and below. */
export interface RoomPlan {
  labelBaseline: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** What is inside the innermost course. */
  inside: { x: number; y: number; width: number; height: number };
  legendTop: number;
  /** How far the room's name may reach; absent: to the end of its wall. */
  labelWidth?: number;
}

/** The canvas that holds every one of these moments: pass it to `layout` for each of them. */
export function canvasOf(
  hosts: HostFacts[],
  lens: Lens,
  width: Width,
  { doors = [], sampled = false }: { doors?: Door[] | undefined; sampled?: boolean } = {},
): Canvas {
  const view = viewOf[lens];
  const rooms: Canvas['rooms'] = [];
  for (const facts of hosts)
    for (const container of bySeniority(facts)) {
      const room = rooms[placeOf(container.name, rooms, hosts)] ?? { names: [], cells: 1 };
      if (!rooms.includes(room)) rooms.push(room);
      if (!room.names.includes(container.name)) room.names.push(container.name);
      const cells = view ? view.cells(container, facts) : cellsFor(processesOf(container, facts).length, lens);
      room.cells = Math.max(room.cells, cells);
    }
  const rowsOf = (facts: HostFacts) => (view ? view.hostRows(facts) : chosenHostProcesses(facts, lens).length);
  const counts = {
    rooms,
    hostChips: Math.max(0, ...hosts.map(rowsOf)),
    doors,
    ...(sampled ? { sampled } : {}),
  };
  return { ...counts, height: heightOf(counts, lens, metricsFor(lens, width)) };
}

/** Docker lists the newest first; rooms stand in the order in which they were started, as their terminals do. */
function bySeniority(facts: HostFacts): Container[] {
  const started = (container: Container) => firstProcess(container, facts)?.started ?? 0;
  return [...tenantsOf(facts)].sort((a, b) => started(a) - started(b) || a.pid - b.pid);
}

/** The first place whose containers never stand beside this one; a place of its own otherwise. */
function placeOf(name: string, rooms: Canvas['rooms'], hosts: HostFacts[]): number {
  const known = rooms.findIndex((room) => room.names.includes(name));
  if (known >= 0) return known;
  const together = (other: string) =>
    hosts.some((facts) => [name, other].every((one) => tenantsOf(facts).some((container) => container.name === one)));
  const free = rooms.findIndex((room) => !room.names.some(together));
  return free >= 0 ? free : rooms.length;
}

/** One cell for each process that is drawn, and one for the words that count the others. */
function cellsFor(count: number, lens: Lens): number {
  return Math.min(count, maxChips[lens] + 1);
}

/** The host's own processes that a lens draws. */
export function chosenHostProcesses(facts: HostFacts, lens: Lens) {
  if (lens === 'uts') return [];
  const all = hostProcesses(facts);
  const chosen = lens === 'intro' ? all.filter(({ pid, comm }) => pid === 1 || comm === 'dockerd') : all;
  return chosen.slice(0, maxHostChips);
}

function heightOf(counts: Omit<Canvas, 'height'>, lens: Lens, metrics: Metrics): number {
  const slabTop = slabTopOf({ ...counts, height: 0 }, lens, metrics);
  return slabTop + metrics.slabHeight + metrics.top;
}

/** Where the slab begins: at the foot of the canvas; with height 0, below all that stands on it. */
export function slabTopOf(canvas: Canvas, lens: Lens, metrics: Metrics): number {
  if (canvas.height > 0) return canvas.height - metrics.top - metrics.slabHeight;
  const view = viewOf[lens];
  return view ? Math.round(view.bottom(canvas, metrics) + 18) : planFor(canvas, lens, metrics).slabTop;
}

/** Places everything on a canvas; with height 0, on one as high as it needs to be. */
export function planFor(canvas: Canvas, lens: Lens, metrics: Metrics): Plan {
  const { left, right, top, pad, columns, chipWidth, chipPitch } = metrics;
  const bodyTop = top + 44;
  const stacked = columns > 1;
  const gap = right - left - 2 * pad - columns * chipWidth;
  // One place more than there are chips, for the words that count the rest.
  const hostChips = Array.from({ length: lens === 'uts' ? 0 : canvas.hostChips + 1 }, (_, index) => ({
    x: left + pad + (index % columns) * (chipWidth + gap),
    y: bodyTop + Math.floor(index / columns) * chipPitch,
  }));
  const lastChip = hostChips.at(-1);
  let bottom = lastChip ? lastChip.y + heights.hostChip : bodyTop;

  const platesApart = lens === 'uts' && stacked;
  if (platesApart) bottom = bodyTop + 26 + heights.plate + 24;
  const rooms: RoomPlan[] = [];
  let y = stacked ? bottom + 30 : bodyTop + 12;
  const depth = wallDepth(lens, metrics);
  for (const room of canvas.rooms) {
    const [x, width] = [metrics.roomLeft, right - pad - metrics.roomLeft];
    const height = Math.round(insideHeight(lens, room.cells) + 2 * depth);
    const wall = { x, y: y + 12, width, height };
    const inside = { x: x + depth, y: wall.y + depth, width: width - 2 * depth, height: height - 2 * depth };
    const legendTop = wall.y + height + 15;
    rooms.push({ labelBaseline: y, ...wall, inside, legendTop });
    y = lens === 'intro' ? wall.y + height : legendTop + 34;
    bottom = Math.max(bottom, y);
    y += 36;
  }

  const besideRoom = (rooms[0]?.inside.y ?? bodyTop + 24 + depth) + heights.title;
  const plate = platesApart
    ? { x: left + pad, y: bodyTop + 26, width: right - left - 2 * pad }
    : { x: left + pad, y: besideRoom, width: metrics.roomLeft - left - pad - 24 };
  if (lens === 'uts') bottom = Math.max(bottom, plate.y + heights.plate + 24);
  const slabTop = canvas.height > 0 ? canvas.height - metrics.top - metrics.slabHeight : Math.round(bottom + 18);
  return { hostChips, plate, rooms, slabTop };
}
