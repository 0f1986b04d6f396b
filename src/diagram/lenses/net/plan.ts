import type { Link } from '../../../host/facts.ts';
import type { Canvas, RoomPlan, Told } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';
import type { Box, Point } from '../../paper/box.ts';
import { type Passage, passageAt } from './passage-plan.ts';

/** Where a room's interfaces stand, and how its cable leaves it. */
export interface NetRoomPlan extends RoomPlan {
  /** The room's name stands in it, and not above. */
  named: boolean;
  /** Absent where there is no room for it. */
  lo: Box | undefined;
  eth: Box;
  /** What is read and called inside: the first baseline, and for how many lines there is room. */
  words: { x: number; y: number; width: number; lines: number };
  /** From its plate downwards; the label of its other end stands beside. */
  cableX: number;
  endBaseline: number;
  endWidth: number;
  /** From the bottom of its plate to above the bridges: around the rooms below, where there are any. */
  way: Point[];
  /** Where the plates stand once it has two cables; absent where a second one finds no way. */
  pair: Pair | undefined;
}

/** A room with two cables: the first leaves below as always, the second by the gap between the rooms. */
export interface Pair {
  eth: Box;
  second: Box;
  words: NetRoomPlan['words'];
  gapX: number;
}

/** Where everything stands, net lens. */
export interface NetPlan {
  /** By place; in landscape, and where a scene tells what is read in more, there are no more than two. */
  rooms: (NetRoomPlan | undefined)[];
  bars: Box[];
  /** Two bridges stand side by side, each below a room, and not one below the other. */
  beside: boolean;
  /** The row of the host's interfaces that are no bridge. */
  plates: Box | undefined;
  /** Where the host's listening sockets stand, where it is not in the row. */
  ports: Box[];
  legend: { x: number; legendTop: number } | undefined;
  /** How a packet passes between the bridge and the outside. */
  passage: Passage | undefined;
}

/** The most bridges that are drawn. */
export const maxBars = 3;
const bar = { height: 30, pitch: 40 };
/** A bridge's name and its address, one below the other. */
const stackHeight = 44;
const plateHeight = 26;
/** From one lane beside the rooms to the next, and from one track above the bridges to the next. */
const lane = 12;
const track = 5;
/** How far a bar stands in from the next one below, so that a cable can pass. */
const tread = 20;
const columnGap = 8;
/** From the gap between the rooms to the ends of two bridges that stand side by side: a cable comes down on the second one. */
const gapBefore = 10;
const gapAfter = 6;
/** From a wall to the name of the room below it, with a cable's label and its turn between. */
const rowGap = 56;

/** Two rooms side by side; of a single one, the way out of the host stands beside it where the scene tells of one. */
export function netPlan(canvas: Canvas, metrics: Metrics, told: Told = {}): NetPlan {
  return metrics.format === 'landscape' ? lowPlan(canvas, metrics, told) : tallPlan(canvas, metrics, told);
}

/** Whether of more than two rooms only those are drawn that the step is about: where a scene tells what is read and called in them. */
function isCropped({ rooms, signs = [] }: Canvas): boolean {
  return rooms.length > 2 && signs.some(({ sign }) => sign === 'reads' || sign === 'call');
}

/** Whether the scene tells who is outside of the host: of several rooms, there is no room for it. */
function hasPassage({ rooms, signs = [] }: Canvas): boolean {
  return rooms.length < 2 && signs.some(({ sign }) => sign === 'outside');
}

function tallPlan(canvas: Canvas, metrics: Metrics, told: Told): NetPlan {
  const { left, right, top, pad } = metrics;
  const [start, end] = [left + pad, right - pad];
  const passes = hasPassage(canvas);
  const shown = isCropped(canvas) ? placesOf(canvas, told) : canvas.rooms.map((_room, place) => place);
  const columns = shown.length > 1 || passes ? 2 : 1;
  const rows = Math.ceil(shown.length / columns);
  const beside = Math.max(0, rows - 1) * lane;
  const [x0, x1] = [start + beside, end - beside];
  const width = (x1 - x0 - (columns - 1) * columnGap) / columns;
  const abreast = canvas.hostChips === 2 && columns === 2 && rows === 1 && !passes;
  const gapX = x0 + width + columnGap / 2;
  const depth = wallDepth(metrics);
  const rooms: (NetRoomPlan | undefined)[] = canvas.rooms.map(() => undefined);
  let bottom = top + 44;
  for (let row = 0; row < rows; row++) {
    const labelBaseline = row === 0 ? top + 50 : bottom + rowGap;
    const places = shown.slice(row * columns, (row + 1) * columns);
    const more = places.some((place) => (canvas.rooms[place]?.cells ?? 1) > 1);
    places.forEach((place, column) => {
      const inner = more ? (abreast ? 168 : 172) : 152;
      const at = roomAt(x0 + column * (width + columnGap), labelBaseline, width, inner, depth);
      const laneX = row === rows - 1 ? undefined : column === 0 ? start + 5 + row * lane : end - 5 - row * lane;
      rooms[place] = tallRoom(at, laneX, more && abreast, column === 0 ? gapX : undefined);
      bottom = at.y + at.height;
    });
  }
  if (passes) {
    const passage = passageAt({ x: start + width + columnGap, y: top + 50, width, height: 326 }, start + width, false);
    // Its name and its address stand one below the other.
    const box = { x: start, y: (rows === 0 ? 263 : bottom) + 33, width, height: 44 };
    const { ports } = passage;
    const legend = { x: start, legendTop: 383 };
    return { rooms, bars: [box], beside: false, plates: undefined, ports, legend, passage };
  }
  const tracks = abreast ? track : canvas.hostChips > 1 ? shown.length * track : 0;
  const barsTop = bottom + (rows === 0 ? 0 : 37) + tracks;
  const stacked = () =>
    Array.from({ length: canvas.hostChips }, (_, index) => ({
      x: start,
      y: barsTop + index * bar.pitch,
      width: end - start,
      height: bar.height,
    }));
  const bars = abreast
    ? barsAbreast({ x: start, y: barsTop, width: end - start, height: stackHeight }, gapX)
    : stacked();
  // Below two bridges that are named in two lines there is no height for the host's other interfaces.
  if (abreast)
    return {
      rooms,
      bars,
      beside: true,
      plates: undefined,
      ports: [],
      legend: { x: start, legendTop: barsTop + stackHeight + 17 },
      passage: undefined,
    };
  const platesTop = barsTop + canvas.hostChips * bar.pitch;
  const plates = { x: start, y: platesTop, width: end - start, height: plateHeight };
  const legend = { x: start, legendTop: platesTop + plateHeight + 17 };
  return { rooms, bars, beside: false, plates, ports: [], legend, passage: undefined };
}

/** Two bridges in the place of one, parted at the gap between the rooms. */
function barsAbreast(at: Box, gapX: number): Box[] {
  const right = gapX - gapAfter;
  return [
    { ...at, width: gapX - gapBefore - at.x },
    { ...at, x: right, width: at.x + at.width - right },
  ];
}

function tallRoom(at: RoomPlan, laneX: number | undefined, close: boolean, gapX: number | undefined): NetRoomPlan {
  const { inside } = at;
  // Closer together where there is to be a second cable's plate.
  const lo = { x: inside.x + 4, y: inside.y + (close ? 24 : 26), width: inside.width - 8, height: close ? 22 : 24 };
  const eth = { ...lo, y: lo.y + (close ? 25 : 30), height: isWide(lo.width) ? 30 : 42 };
  const cableX = Math.round(eth.x + 8);
  const bottom = at.y + at.height;
  const turn = bottom + 32;
  const plate: Point = [cableX, eth.y + eth.height];
  const endWidth = at.x + at.width - cableX - 10;
  const way: Point[] = laneX === undefined ? [plate] : [plate, [cableX, turn], [laneX, turn]];
  const x = cableX + 9;
  const words = { x, y: eth.y + eth.height + 16, width: inside.x + inside.width - x - 2, lines: 3 };
  const second = { x: eth.x + 14, y: eth.y + eth.height + 3, width: eth.width - 14, height: 38 };
  const below = { ...words, y: second.y + second.height + 14, lines: 2 };
  const pair = close && gapX !== undefined ? { eth, second, words: below, gapX } : undefined;
  return { ...at, named: false, lo, eth, words, cableX, endBaseline: bottom + 20, endWidth, way, pair };
}

/** A crop to the rooms and their cables: two rooms at most, and one bridge, or one for each. */
function lowPlan(canvas: Canvas, metrics: Metrics, told: Told): NetPlan {
  const { left, right, top, pad } = metrics;
  const [start, end] = [left + pad, right - pad];
  const passes = hasPassage(canvas);
  const shown = placesOf(canvas, told);
  const columns = shown.length > 1 || passes ? 2 : 1;
  const width = (end - start - (columns - 1) * columnGap) / columns;
  const listens = (canvas.signs ?? []).some(({ sign }) => sign === 'port');
  const abreast = canvas.hostChips > 1 && columns === 2 && !passes && !listens;
  const gapX = start + width + columnGap / 2;
  const depth = wallDepth(metrics);
  const rooms: (NetRoomPlan | undefined)[] = canvas.rooms.map(() => undefined);
  shown.forEach((place, column) => {
    const at = roomAt(start + column * (width + columnGap), top - 6, width, 58, depth);
    rooms[place] = lowRoom(at, passes || abreast ? 0 : columnGap, abreast && column === 0 ? gapX : undefined);
  });
  const foot = top + 112;
  const barTop = foot + 25;
  const last = rooms[shown.at(-1) ?? 0];
  // As far as the last cable, where the host's sockets stand beside it.
  const reach = listens && !passes && last ? Math.max(last.cableX + 10, start + 90) : end;
  const box = { x: start, y: barTop, width: (passes ? start + width : reach) - start, height: 24 };
  const passage = passes
    ? passageAt({ x: start + width + columnGap, y: top + 5, width, height: 158 }, start + width, true)
    : undefined;
  const beside = { x: reach + 6, y: barTop, width: end - reach - 6, height: 24 };
  const ports = passage ? passage.ports : listens ? [beside] : [];
  const bars = abreast ? barsAbreast(box, gapX) : canvas.hostChips > 0 ? [box] : [];
  return { rooms, bars, beside: abreast, plates: undefined, ports, legend: undefined, passage };
}

/** The places that are drawn where there is room for two: those that the step is about, else the first. */
function placesOf(canvas: Canvas, { about = [] }: Told): number[] {
  const all = canvas.rooms.map((_room, place) => place);
  const told = all.filter((place) =>
    canvas.rooms[place]?.names.some((name) => about.some((part) => part.split(':').includes(name))),
  );
  return [...new Set([...told, ...all])].slice(0, 2).sort((a, b) => a - b);
}

function lowRoom(at: RoomPlan, beyond: number, gapX: number | undefined): NetRoomPlan {
  const { inside } = at;
  const eth = { x: inside.x + 2, y: inside.y + 25, width: inside.width - 4, height: 28 };
  const cableX = Math.round(eth.x + 6);
  const bottom = at.y + at.height;
  const endBaseline = bottom + 17;
  const endWidth = at.x + at.width - cableX - 9 + beyond;
  const words = { x: cableX + 9, y: endBaseline, width: endWidth, lines: 1 };
  const first = { ...eth, y: inside.y + 22, height: 17 };
  const second = { ...first, x: eth.x + 12, y: first.y + 19, width: eth.width - 12 };
  return {
    ...at,
    named: true,
    lo: undefined,
    eth,
    words,
    pair: gapX === undefined ? undefined : { eth: first, second, words, gapX },
    cableX,
    endBaseline,
    endWidth,
    way: [[cableX, eth.y + eth.height]],
  };
}

/** Whether a plate is wide enough for a name and an address side by side. */
export function isWide(plateWidth: number): boolean {
  return plateWidth >= 180;
}

/**
 * Where the bridges stand and the cables reach them: `bridges` in their order, and for each cable its room and the
 * index of its bridge. A cable to a lower bridge comes down beside the upper ones, which stand in by as much.
 */
export function barsAndCables(
  plan: NetPlan,
  bridges: Link[],
  cables: { place: number; bridge: number; paired: boolean; second: boolean }[],
): { bars: NetPlan['bars']; ways: (Point[] | undefined)[] } {
  const cabled = Math.max(1, ...cables.map(({ bridge }) => bridge + 1));
  const bars = bridges.flatMap((_bridge, index) => {
    const place = plan.bars[index];
    const inset = plan.beside ? 0 : Math.max(0, cabled - 1 - index) * tread;
    return place ? [{ ...place, x: place.x + inset, width: place.width - inset }] : [];
  });
  let tracks = 0;
  const taken = new Map<number, number>();
  const ways = cables.map(({ place, bridge, paired, second }) => {
    const room = plan.rooms[place];
    const [target, first] = [bars[bridge], bars[0]];
    if (second) return room?.pair && target && byTheGap(room.pair, target, !plan.plates);
    const way = room && (paired && room.pair ? below(room, room.pair.eth) : room.way);
    const last = way?.at(-1);
    if (!way || !target || !first || !last) return undefined;
    const order = taken.get(bridge) ?? 0;
    taken.set(bridge, order + 1);
    // Straight down where nothing stands above the bridge.
    const right = target.x + target.width;
    const free = (plan.beside ? right : (bars[bridge - 1]?.x ?? right)) - 4;
    if (last[0] >= target.x + 4 && last[0] <= free) return [...way, [last[0], target.y] satisfies Point];
    // In a crop the words of the rooms stand in the way of any other.
    if (plan.beside && !plan.plates) return undefined;
    const x = plan.beside ? target.x + target.width / 2 + order * 6 : target.x + 6 + order * 4;
    const y = first.y - 8 - tracks++ * track;
    return [...way, [last[0], y], [x, y], [x, target.y]] satisfies Point[];
  });
  return { bars, ways };
}

function below({ cableX }: NetRoomPlan, eth: Box): Point[] {
  return [[cableX, eth.y + eth.height]];
}

/** A second cable's way: out of the room at its side, and down between the rooms onto the bridge. */
function byTheGap({ second, gapX }: Pair, target: Box, low: boolean): Point[] | undefined {
  const y = second.y + second.height / 2;
  const out: Point[] = [
    [second.x + second.width, y],
    [gapX, y],
  ];
  if (gapX >= target.x && gapX <= target.x + target.width) return [...out, [gapX, target.y]];
  // In a crop the words of the room stand in the way.
  if (low) return undefined;
  const [end, turn] = [target.x + target.width - 6, target.y - 6];
  return [...out, [gapX, turn], [end, turn], [end, target.y]];
}
