import { coursePart, processPart } from '../../host/entity.ts';
import type { HostFacts, Process } from '../../host/facts.ts';
import { everyId, type IdRange, idRanges, idsFrom, insideUid } from '../../host/ids.ts';
import { hostNamespace } from '../../host/views.ts';
import type { Shape } from '../drawing.ts';
import type { Canvas, RoomPlan } from './canvas.ts';
import type { LensView, PlacedRoom } from './lens.ts';
import { heights, type Metrics, wallDepth } from './metrics.ts';
import { labelOf } from './moment.ts';
import { type Pen, penFor } from './pen.ts';
import { legend, roomAt, wallShapes } from './room.ts';
import { measure, middle, shorten } from './text.ts';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The most rows of a map that are drawn. */
const maxRanges = 3;
const range = { height: 50, pitch: 60 };
/** How much lower a range stands on the host whose ids are others there. */
const shift = 34;
/** From a chip to the ranges, and from the room's inner wall to what stands in it. */
const below = 22;
const inset = 8;

/** The user ids inside a container, on the host, and the map between them; a process with both of its ids. */
export const userView: LensView = {
  cells: (container, facts) => Math.min(Math.max(1, idRanges(container, facts)?.length ?? 1), maxRanges),
  hostRows: () => 0,
  bottom(canvas, metrics) {
    const last = places(canvas, metrics).at(-1);
    return last ? last.legendTop + 34 : metrics.top + 60;
  },
  draw(facts, rooms, canvas, metrics) {
    const at = places(canvas, metrics);
    const first = at[0];
    const alone = first && !rooms.some(({ place, wall }) => place === 0 && wall);
    const host = alone ? hostAlone(facts, first, metrics) : [];
    const drawn = rooms.flatMap((room) => {
      const plan = at[room.place];
      if (!plan) return [];
      const inside = roomShapes(facts, room, metrics, plan);
      return [...wallShapes(room, 'user', metrics, plan), ...inside, ...legend(room, 'user', metrics, plan)];
    });
    return [...host, ...drawn];
  },
  about(facts, { container, wall, first }) {
    if (!wall || !first) return '';
    const ranges = idRanges(container, facts) ?? [];
    const uid = insideUid(first, ranges);
    const who = `${labelOf(first)} has user id ${uid ?? 'unknown'} inside and ${first.uid} on the host`;
    if (wall.user === 'shared') return `has no user namespace of its own: ids inside are the host’s ids. ${who}.`;
    const rows = ranges.map(
      ({ inside, outside, length }) => `${idsFrom(inside, length)} inside are ${idsFrom(outside, length)} on the host`,
    );
    return `has a user namespace of its own: ids ${rows.join('; ')}. ${who}.`;
  },
};

function places(canvas: Canvas, metrics: Metrics): RoomPlan[] {
  const { roomLeft, right, pad, top } = metrics;
  const depth = wallDepth('user', metrics);
  const width = right - pad - left(roomLeft, metrics);
  let y = top + 56;
  return canvas.rooms.map(({ cells }) => {
    const inside = heights.title + heights.chip + below + cells * range.pitch - (range.pitch - range.height) + 16;
    const plan = roomAt(left(roomLeft, metrics), y, width, inside, depth);
    y = plan.legendTop + 34 + 44;
    return plan;
  });
}

/** On a phone the ids of the host need more room than a process id beside the wall. */
function left(roomLeft: number, metrics: Metrics): number {
  return metrics.columns > 1 ? roomLeft + 26 : roomLeft;
}

function hostColumn(metrics: Metrics, at: RoomPlan): { x: number; width: number } {
  const x = metrics.left + metrics.pad;
  return { x, width: at.x - 9 - x };
}

/** Whether the host's column is a phone's, in which an id of ten digits just fits. */
function isTight(width: number): boolean {
  return width < 110;
}

function hostTitle(host: Pen, column: { x: number; width: number }, at: RoomPlan): Shape {
  const text = isTight(column.width) ? 'host’s ids' : 'ids on the host';
  return host.text('title', { x: column.x, y: at.y + 12, text, size: 13, font: 'sans-bold' });
}

/** The ids of the host before a container stands beside them. */
function hostAlone(facts: HostFacts, at: RoomPlan, metrics: Metrics): Shape[] {
  const column = hostColumn(metrics, at);
  const host = penFor('host', 'ids:host/0');
  const [inside, , length] = hostNamespace('user', facts)?.uidMap?.[0] ?? [everyId.inside, 0, everyId.length];
  const box = { ...column, y: topOf(at), height: range.height };
  return [
    hostTitle(host, column, at),
    ...rootBox(host, facts, rootAt(column, at), false),
    ...rangeBox(rangePen(0, 0), 'range', box, inside, length, false),
  ];
}

function rootAt({ x, width }: { x: number; width: number }, at: RoomPlan): Box {
  return { x, y: at.y + 24, width: Math.min(width, 96), height: 30 };
}

/** A pen of its own for each range of the host: in another take it may stand elsewhere, and moves there. */
function rangePen(place: number, index: number): Pen {
  return penFor('host', `range:host/${place}/${index}`);
}

function topOf(at: RoomPlan): number {
  return at.inside.y + heights.title + heights.chip + below;
}

function roomShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan): Shape[] {
  const { container, wall, first } = room;
  const ranges = idRanges(container, facts);
  if (!wall || !first || !ranges) return [];
  const own = wall.user === 'own';
  const part = coursePart('user', container);
  const column = hostColumn(metrics, at);
  const chip = { x: at.inside.x + inset, y: at.inside.y + heights.title, width: at.inside.width - 2 * inset };
  const top = topOf(at);
  const drawn = ranges.slice(0, maxRanges);
  const moved = drawn.some(({ inside, outside }) => inside !== outside);
  const shown = drawn.length;
  const rowOf = (index: number) => top + index * range.pitch;
  // On the host, too, the lower ids stand above the higher ones.
  const order = [...drawn].sort((a, b) => a.outside - b.outside);
  const pen = penFor(part, `ids:${container.name}/${wall.user}`);
  const host = penFor('host', `ids:host/${room.place}`);
  const outsideBoxes = new Map<IdRange, Box>(
    order.map((each, index) => [each, { ...column, y: rowOf(index) + (moved ? shift : 0), height: range.height }]),
  );
  const insideBox = (index: number): Box => ({ ...chip, y: rowOf(index), height: range.height });
  const bands = drawn.flatMap((each, index): Shape[] => {
    const outside = outsideBoxes.get(each);
    return outside ? band(pen, index, insideBox(index), outside, own) : [];
  });
  const isFirst = order[0] === drawn[0] && drawn[0] !== undefined && isIn(first, drawn[0]);
  const capsule = capsuleBox(first, at, chip.y);
  const root = rootAt(column, at);
  const isRoot = first.uid === 0;
  return [
    hostTitle(host, column, at),
    ...rootBox(host, facts, root, isRoot),
    ...order.flatMap((each, index) => {
      const box = outsideBoxes.get(each);
      return box ? rangeBox(rangePen(room.place, index), 'range', box, each.outside, each.length, own) : [];
    }),
    ...bands,
    pen.text('title', {
      x: chip.x,
      y: at.inside.y + 23,
      text: shorten(own ? 'user namespace' : 'the host’s ids', 'sans-bold', 13, chip.width),
      size: 13,
      font: 'sans-bold',
      tone: own ? 'user' : 'soft',
    }),
    ...drawn.flatMap((each, index) =>
      rangeBox(pen, `inside-${index}`, insideBox(index), each.inside, each.length, own),
    ),
    ...(ranges.length > shown
      ? [
          pen.text('more', {
            x: column.x,
            y: rowOf(shown) + (moved ? shift : 0) + 8,
            text: `and ${ranges.length - shown} more`,
            size: 13,
            tone: 'soft',
          }),
        ]
      : []),
    ...(isRoot ? [asRoot(pen, root, capsule)] : []),
    ...numbered(
      facts,
      first,
      insideUid(first, ranges),
      chip,
      capsule,
      isFirst ? [top, outsideBoxes.get(order[0] as IdRange)?.y ?? top] : undefined,
    ),
  ];
}

function isIn(process: Process, { outside, length }: IdRange): boolean {
  return process.uid >= outside && process.uid < outside + length;
}

/** The ids that are one: from a range on the host, through the wall, to the range inside. */
function band(pen: Pen, index: number, inside: Box, outside: Box, own: boolean): Shape[] {
  const from = outside.x + outside.width;
  const edges: [number, number][] = [
    [from, outside.y],
    [inside.x, inside.y],
    [inside.x, inside.y + inside.height],
    [from, outside.y + outside.height],
  ];
  const [a, b, c, d] = edges as [[number, number], [number, number], [number, number], [number, number]];
  const stroke = { stroke: 'user', strokeWidth: 1.6, ...(own ? {} : { dash: 'dots' as const }) } as const;
  return [
    pen.line(`band-${index}`, {
      points: edges,
      fill: 'user',
      stroke: 'user',
      strokeWidth: 0,
      strength: own ? 0.16 : 0.09,
    }),
    pen.line(`upper-${index}`, { points: [a, b], ...stroke }),
    pen.line(`lower-${index}`, { points: [d, c], ...stroke }),
  ];
}

/** The first and the last id of a range, and how many they are. */
function rangeBox(pen: Pen, name: string, at: Box, first: number, length: number, own: boolean): Shape[] {
  const tight = isTight(at.width);
  const [pad, size] = tight ? [5, 12] : [8, 13];
  const x = at.x + pad;
  const inner = at.width - 2 * pad;
  const ids = idsFrom(first, length);
  const fits = measure(ids, 'mono', size) <= inner;
  const count = `${length} ${length === 1 ? 'id' : 'ids'}`;
  const [upper, lower] = fits ? [ids, count] : [`${first}–`, String(first + length - 1)];
  const lines = { y: at.y + 20, size, font: 'mono' } as const;
  return [
    pen.box(name, { ...at, radius: 3, fill: 'paper', stroke: own ? 'user' : 'line', strokeWidth: own ? 1.6 : 1 }),
    pen.text(`${name}-first`, { x, ...lines, text: shorten(upper, 'mono', size, inner) }),
    fits
      ? pen.text(`${name}-count`, { x, y: at.y + 39, text: shorten(lower, 'sans', 12, inner), size: 12, tone: 'soft' })
      : pen.text(`${name}-last`, { x, ...lines, y: at.y + 39, text: shorten(lower, 'mono', size, inner) }),
  ];
}

/** Whoever has the host's 0 is the host's root. */
function asRoot(pen: Pen, root: Box, capsule: Box): Shape {
  const x = capsule.x + capsule.width / 2;
  const [side, bottom] = [root.x + root.width, root.y + root.height];
  const points: [number, number][] =
    x > side
      ? [
          [side, root.y + root.height / 2],
          [x, root.y + root.height / 2],
          [x, capsule.y],
        ]
      : [
          [x, bottom],
          [x, capsule.y],
        ];
  return pen.line('as-root', { points, stroke: 'user', strokeWidth: 1.6 });
}

/** The host's own 0, and whose name it is: marked where a process inside has it, apart where none has. */
function rootBox(pen: Pen, facts: HostFacts, at: Box, held: boolean): Shape[] {
  const { width } = at;
  const stroke = held ? ({ stroke: 'user', strokeWidth: 1.6 } as const) : ({ stroke: 'line', strokeWidth: 1 } as const);
  const root = facts.processes.find(({ pid }) => pid === 1);
  if (!root) return [];
  const baseline = at.y + at.height / 2 + middle(13);
  const id = String(root.uid);
  const nameX = 10 + measure(id, 'mono', 13) + 10;
  return [
    pen.box('root', { ...at, radius: 3, fill: 'paper', ...stroke }),
    pen.text('root-id', { x: at.x + 10, y: baseline, text: id, size: 13, font: 'mono' }),
    pen.text('root-name', {
      x: at.x + nameX,
      y: baseline,
      text: shorten(root.user, 'sans', 13, width - nameX - 6),
      size: 13,
      tone: 'soft',
    }),
  ];
}

function capsuleBox(process: Process, at: RoomPlan, chipTop: number): Box {
  const width = Math.max(42, String(process.uid).length * 7.8 + 17);
  return { x: at.x - 6 - width, y: chipTop + 3, width, height: 30 };
}

/** A process with its user id inside and, before the wall, the host's; tied to the ranges that begin with them. */
function numbered(
  facts: HostFacts,
  process: Process,
  uid: number | undefined,
  chip: Omit<Box, 'height'>,
  capsule: Box,
  ties: [inside: number, outside: number] | undefined,
): Shape[] {
  const pen = penFor(processPart(process, facts));
  const centre = chip.y + heights.chip / 2;
  const size = String(uid).length > 4 ? 13 : 16;
  const number = uid === undefined ? '?' : String(uid);
  const labelX = chip.x + 10 + Math.max(2, number.length) * size * 0.6 + 6;
  const stroke = { stroke: 'user', strokeWidth: 1.6 } as const;
  const tie = (name: string, x: number, from: number, to: number): Shape =>
    pen.line(name, {
      points: [
        [x, from],
        [x, to],
      ],
      ...stroke,
      strokeWidth: 1.2,
    });
  return [
    ...(ties
      ? [
          tie('tie-inside', chip.x + 15, chip.y + heights.chip, ties[0]),
          tie('tie-outside', capsule.x + capsule.width / 2, capsule.y + capsule.height, ties[1]),
        ]
      : []),
    pen.line('link', {
      points: [
        [capsule.x + capsule.width, centre],
        [chip.x, centre],
      ],
      ...stroke,
    }),
    pen.box('chip', { ...chip, height: heights.chip, radius: 3, fill: 'paper', ...stroke }),
    pen.text('inside', { x: chip.x + 10, y: centre + middle(size), text: number, size, font: 'mono', tone: 'user' }),
    pen.text('label', {
      x: labelX,
      y: centre + middle(13),
      text: shorten(labelOf(process), 'mono', 13, chip.x + chip.width - 6 - labelX),
      size: 13,
      font: 'mono',
    }),
    pen.box('capsule', { ...capsule, radius: 15, fill: 'sheet', ...stroke }),
    pen.text('outside', {
      x: capsule.x + capsule.width / 2,
      y: centre + middle(13),
      text: String(process.uid),
      size: 13,
      font: 'mono',
      anchor: 'middle',
      tone: 'user',
    }),
  ];
}
