import { coursePart, processPart } from '../../../host/entity.ts';
import type { HostFacts, Process } from '../../../host/facts.ts';
import { everyId, type IdRange, idRanges, idsFrom, insideUid } from '../../../host/ids.ts';
import { hostNamespace } from '../../../host/views.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { heights, type Metrics, wallDepth } from '../../building/metrics.ts';
import { labelOf, type Room } from '../../building/moment.ts';
import { legend, roomAt, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import { asRoot, type Box, band, capsuleBox, isTight, numbered, rangeBox, rootBox } from './shapes.ts';

/** The most rows of a map that are drawn. */
const maxRanges = 3;
const range = { height: 50, pitch: 60 };
/** How much lower a range stands on the host whose ids are others there. */
const shift = 34;
/** From a chip to the ranges, and from the room's inner wall to what stands in it. */
const below = 22;
const inset = 8;

/** The user ids inside a container, on the host, and the map between them; a process with both of its ids. */
export const userLens: Lens = {
  focus: 'user',
  cells: (container, facts) => Math.min(Math.max(1, idRanges(container, facts)?.length ?? 1), maxRanges),
  hostRows: () => 0,
  bottom(canvas, metrics) {
    const last = places(canvas, metrics).at(-1);
    return last ? last.legendTop + 34 : metrics.top + 60;
  },
  draw(facts, rooms, canvas, metrics, veiled) {
    const at = places(canvas, metrics);
    const first = at[0];
    const alone = first && !rooms.some(({ place, wall }) => place === 0 && wall);
    const host = alone ? hostAlone(facts, first, metrics, 0) : [];
    const drawn = rooms.flatMap((room) => {
      const plan = at[room.place];
      if (!plan) return [];
      const inside = isKept(facts, room, veiled)
        ? keptShapes(facts, room, metrics, plan)
        : roomShapes(facts, room, metrics, plan);
      return [...wallShapes(room, userLens, metrics, plan), ...inside, ...legend(room, userLens, metrics, plan)];
    });
    return [...host, ...drawn];
  },
  about(facts, room, veiled) {
    const { container, wall, first } = room;
    if (!wall || !first) return '';
    const ranges = idRanges(container, facts) ?? [];
    const uid = insideUid(first, ranges);
    if (isKept(facts, room, veiled)) return `runs ${labelOf(first)} with user id ${uid ?? 'unknown'} inside.`;
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
  const depth = wallDepth(metrics);
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

function hostTitle(host: Pen, column: { x: number; width: number }, at: RoomPlan): Shape {
  const text = isTight(column.width) ? 'host’s ids' : 'ids on the host';
  return host.text('title', { x: column.x, y: at.y + 12, text, size: 13, font: 'sans-bold' });
}

/** Whether a question asks whose ids a room's are. */
function isKept(facts: HostFacts, { container, first }: Room, veiled: string[]): boolean {
  return veiled.includes(coursePart('user', container)) || (!!first && veiled.includes(processPart(first, facts)));
}

/** A room whose map is asked for: the process with its id inside, and the host's ids as if it weren't there. */
function keptShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan): Shape[] {
  const { container, first } = room;
  const ranges = idRanges(container, facts);
  if (!first || !ranges) return [];
  const capsule = capsuleBox(first, at, chipOf(at).y, true);
  const pen = penFor(coursePart('user', container), `ids:${container.name}/kept`);
  const text = shorten('user ids', 'sans-bold', 13, chipOf(at).width);
  return [
    ...hostAlone(facts, at, metrics, room.place),
    pen.text('title', { x: chipOf(at).x, y: at.inside.y + 23, text, size: 13, font: 'sans-bold', tone: 'soft' }),
    ...numbered(facts, first, insideUid(first, ranges), true, chipOf(at), capsule, undefined),
  ];
}

function chipOf(at: RoomPlan): { x: number; y: number; width: number } {
  return { x: at.inside.x + inset, y: at.inside.y + heights.title, width: at.inside.width - 2 * inset };
}

/** The ids of the host before a container stands beside them. */
function hostAlone(facts: HostFacts, at: RoomPlan, metrics: Metrics, place: number): Shape[] {
  const column = hostColumn(metrics, at);
  const host = penFor('host', `ids:host/${place}`);
  const [inside, , length] = hostNamespace('user', facts)?.uidMap?.[0] ?? [everyId.inside, 0, everyId.length];
  const box = { ...column, y: topOf(at), height: range.height };
  return [
    hostTitle(host, column, at),
    ...rootBox(host, facts, rootAt(column, at), false),
    ...rangeBox(rangePen(place, 0), 'range', box, inside, length, false),
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
  const chip = chipOf(at);
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
  const capsule = capsuleBox(first, at, chip.y, false);
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
      false,
      chip,
      capsule,
      isFirst ? [top, outsideBoxes.get(order[0] as IdRange)?.y ?? top] : undefined,
    ),
  ];
}

function isIn(process: Process, { outside, length }: IdRange): boolean {
  return process.uid >= outside && process.uid < outside + length;
}
