import type { Link } from '../../../host/facts.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';
import { middle } from '../../paper/text.ts';

type Point = [x: number, y: number];

/** Where a room's interfaces stand, and how its cable leaves it. */
export interface NetRoomPlan extends RoomPlan {
  lo: { x: number; y: number; width: number; height: number };
  eth: { x: number; y: number; width: number; height: number };
  /** From its plate downwards; the label of its other end stands beside. */
  cableX: number;
  endBaseline: number;
  endWidth: number;
  /** From the bottom of its plate to above the bridges: around the rooms below, where there are any. */
  way: Point[];
}

/** Where everything stands, net lens. */
export interface NetPlan {
  rooms: NetRoomPlan[];
  /** The end and the baseline of the words that say whose the bridges and the plates are. */
  title: { x: number; y: number };
  bars: { x: number; y: number; width: number; height: number }[];
  /** The host's interfaces that are no bridge. */
  plates: { x: number; y: number; width: number; height: number };
  legend: { x: number; legendTop: number };
}

/** The most bridges that are drawn. */
export const maxBars = 3;
const bar = { height: 34, pitch: 44 };
const loHeight = 30;
/** What the words "the host’s network" take beside the plates. */
const titleWidth = 130;
/** From one lane beside the rooms to the next, and from one track above the bridges to the next. */
const lane = 12;
const track = 5;
/** How far a bar stands in from the next one below, so that a cable can pass. */
const tread = 20;
const columnGap = 14;
/** From a wall to the name of the room below it, with a cable's label and its turn between. */
const rowGap = 56;

/** Rooms side by side in two columns, or one below the other; the cables of upper ones pass the lower ones at the sides. */
export function netPlan(canvas: Canvas, metrics: Metrics): NetPlan {
  const { left, right, top, pad } = metrics;
  const [start, end] = [left + pad, right - pad];
  const columns = metrics.columns > 1 ? 1 : 2;
  const rows = Math.ceil(canvas.rooms.length / columns);
  const beside = Math.max(0, rows - 1) * lane;
  const [x0, x1] = [start + beside, columns > 1 ? end - beside : end];
  const width = (x1 - x0 - (columns - 1) * columnGap) / columns;
  const depth = wallDepth(metrics);
  const rooms: NetRoomPlan[] = [];
  let bottom = top + 44;
  for (let row = 0; row < rows; row++) {
    const labelBaseline = row === 0 ? top + 56 : bottom + rowGap;
    const places = canvas.rooms.slice(row * columns, (row + 1) * columns);
    const inside = Math.max(...places.map(({ cells }) => insideHeight(cells, width - 2 * depth)));
    places.forEach((_place, column) => {
      const at = roomAt(x0 + column * (width + columnGap), labelBaseline, width, inside, depth);
      const laneX = row === rows - 1 ? undefined : column === 0 ? start + 5 + row * lane : end - 5 - row * lane;
      rooms.push(netRoom(at, laneX));
      bottom = at.y + at.height;
    });
  }
  const narrow = columns === 1;
  const tracks = canvas.hostChips > 1 ? canvas.rooms.length * track : 0;
  // Two columns leave room for the words beside the plates; else they stand above the bridges.
  const words = bottom + (rows === 0 ? 16 : 42);
  const barsTop = (narrow ? words + 12 : bottom + (rows === 0 ? 0 : 40)) + tracks;
  const bars = Array.from({ length: canvas.hostChips }, (_, index) => ({
    x: start,
    y: barsTop + index * bar.pitch,
    width: end - start,
    height: bar.height,
  }));
  const platesTop = barsTop + canvas.hostChips * bar.pitch;
  return {
    rooms,
    title: { x: end, y: narrow ? words : platesTop + loHeight / 2 + middle(13) },
    bars,
    plates: { x: start, y: platesTop, width: end - start - (narrow ? 0 : titleWidth), height: loHeight },
    legend: { x: start, legendTop: platesTop + loHeight + 18 },
  };
}

function netRoom(at: RoomPlan, laneX: number | undefined): NetRoomPlan {
  const { inside } = at;
  const lo = { x: inside.x + 8, y: inside.y + 34, width: inside.width - 16, height: loHeight };
  const eth = { ...lo, y: lo.y + loHeight + 8, height: ethHeight(inside.width) };
  const cableX = Math.round(eth.x + 16);
  const bottom = at.y + at.height;
  const turn = bottom + 32;
  const plate: Point = [cableX, eth.y + eth.height];
  const endWidth = at.x + at.width - cableX - 10;
  const way: Point[] = laneX === undefined ? [plate] : [plate, [cableX, turn], [laneX, turn]];
  return { ...at, lo, eth, cableX, endBaseline: bottom + 20, endWidth, way };
}

/** An interface's plate has its address beside its name, or below it. */
function ethHeight(insideWidth: number): number {
  return isWide(insideWidth - 16) ? loHeight : 48;
}

/** Whether a plate is wide enough for a name and an address side by side. */
export function isWide(plateWidth: number): boolean {
  return plateWidth >= 180;
}

function insideHeight(cells: number, insideWidth: number): number {
  return 34 + loHeight + 8 + ethHeight(insideWidth) + 14 + (cells > 1 ? 22 : 0);
}

/**
 * Where the bridges stand and the cables reach them: `bridges` in their order, and for each cable its room and the
 * index of its bridge. A cable to a lower bridge comes down beside the upper ones, which stand in by as much.
 */
export function barsAndCables(
  plan: NetPlan,
  bridges: Link[],
  cables: { place: number; bridge: number }[],
): { bars: NetPlan['bars']; ways: (Point[] | undefined)[] } {
  const cabled = Math.max(1, ...cables.map(({ bridge }) => bridge + 1));
  const bars = bridges.flatMap((_bridge, index) => {
    const place = plan.bars[index];
    const inset = Math.max(0, cabled - 1 - index) * tread;
    return place ? [{ ...place, x: place.x + inset, width: place.width - inset }] : [];
  });
  let tracks = 0;
  const taken = new Map<number, number>();
  const ways = cables.map(({ place, bridge }) => {
    const way = plan.rooms[place]?.way;
    const [target, first] = [bars[bridge], bars[0]];
    const last = way?.at(-1);
    if (!way || !target || !first || !last) return undefined;
    const order = taken.get(bridge) ?? 0;
    taken.set(bridge, order + 1);
    // Straight down where nothing stands above the bridge.
    const free = (bars[bridge - 1]?.x ?? target.x + target.width) - 4;
    if (last[0] >= target.x + 4 && last[0] <= free) return [...way, [last[0], target.y] satisfies Point];
    const x = target.x + 6 + order * 4;
    const y = first.y - 8 - tracks++ * track;
    return [...way, [last[0], y], [x, y], [x, target.y]] satisfies Point[];
  });
  return { bars, ways };
}
