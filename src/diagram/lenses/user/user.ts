import { coursePart, processPart } from '../../../host/entity.ts';
import type { HostFacts, Process } from '../../../host/facts.ts';
import { everyId, type IdRange, idRanges, idsFrom, insideUid } from '../../../host/ids.ts';
import { hostNamespace } from '../../../host/views.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { heights, type Metrics, wallDepth } from '../../building/metrics.ts';
import { labelOf, type Room } from '../../building/moment.ts';
import { legend, roomAt, wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import type { Box } from '../../paper/box.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import { aboutReports, reportShapes, stripHeight } from './reports.ts';
import { asRoot, band, capsuleBox, isTight, numbered, rangeBox, rootBox } from './shapes.ts';
import * as wording from './words.ts';

/** The most rows of a map that are drawn. */
const maxRanges = 3;
const inset = 8;
/** The heights of what stands in a room; on the host a range stands lower by `shift` whose ids are others there. */
const sizes = {
  tall: { height: 50, pitch: 60, shift: 30, below: 22, title: heights.title, chip: heights.chip, foot: 12 },
  landscape: { height: 22, pitch: 26, shift: 8, below: 6, title: 5, chip: 22, foot: 3 },
};

/** The user ids inside a container, on the host, and the map between them; a process with both of its ids. */
export const userLens: Lens = {
  focus: 'user',
  // One row more where words count the rows that are not drawn.
  cells: (container, facts) => Math.min(Math.max(1, idRanges(container, facts)?.length ?? 1), maxRanges + 1),
  hostRows: () => 0,
  measures: { tall: { pitch: 3 }, landscape: { pitch: 1.2, roomLeft: 106 } },
  bottom(canvas, metrics) {
    const last = places(canvas, metrics).at(-1);
    const under = metrics.format === 'tall' ? 20 : -2;
    return last ? last.legendTop + under : metrics.top + 60;
  },
  places,
  draw(facts, rooms, canvas, metrics, veiled, told) {
    const at = places(canvas, metrics);
    const first = at[0];
    const alone = first && !rooms.some(({ place, wall }) => place === 0 && wall);
    const host = alone ? hostAlone(facts, first, metrics, 0) : [];
    const drawn = rooms.flatMap((room) => {
      const plan = at[room.place];
      if (!plan) return [];
      const inside = isKept(room, veiled)
        ? keptShapes(facts, room, metrics, plan)
        : roomShapes(facts, room, metrics, plan, veiled);
      const names = metrics.format === 'tall' ? legend(room, userLens, metrics, plan) : [];
      const walls = wallShapes(room, userLens, metrics, plan);
      // What dots mean is said where the wall itself is looked at.
      return [...walls, ...inside, ...names.filter(({ id }) => !id.startsWith('dots:'))];
    });
    return [...host, ...drawn, ...(first ? reportShapes(first, metrics, told) : [])];
  },
  about(facts, room, veiled, _canvas, told) {
    const { container, wall, first } = room;
    if (!wall || !first) return '';
    const ranges = idRanges(container, facts) ?? [];
    const uid = insideUid(first, ranges);
    if (isKept(room, veiled) || isAsked(facts, room, veiled)) return wording.runs(labelOf(first), uid);
    const who = wording.hasId(labelOf(first), uid, first.uid);
    const more = aboutReports(told);
    if (wall.user === 'shared') return `${wording.none} ${who}${more}`;
    const rows = ranges.map(({ inside, outside, length }) =>
      wording.range(idsFrom(inside, length), idsFrom(outside, length)),
    );
    return `${wording.ownIds(rows)} ${who}${more}`;
  },
};

function places(canvas: Canvas, metrics: Metrics): RoomPlan[] {
  const { right, pad, top, format } = metrics;
  const { title, chip, below, pitch, height, foot } = sizes[format];
  const low = format === 'landscape';
  const depth = wallDepth(metrics);
  const x = low ? 158 : metrics.roomLeft + 26;
  const strip = stripHeight(canvas, metrics);
  let y = low ? top + 16 : top + 45;
  return canvas.rooms.map(({ cells }, index) => {
    const inside = title + chip + below + Math.min(cells, maxRanges) * pitch - (pitch - height) + foot;
    const plan = roomAt(x, low ? y - 5 : y, right - pad - x, inside, depth);
    const counted = !low && cells > maxRanges ? 18 : 0;
    // What is reported stands between the first room and the names of its courses.
    plan.legendTop += counted + (index === 0 ? strip : 0) - (low ? 15 : 0);
    y = plan.legendTop + (low ? 26 : 20 + 44);
    return plan;
  });
}

function hostColumn(metrics: Metrics, at: RoomPlan): { x: number; width: number } {
  const x = metrics.left + metrics.pad;
  return { x, width: at.x - (metrics.format === 'tall' ? 9 : 18) - x };
}

function hostTitle(host: Pen, column: { x: number; width: number }, at: RoomPlan, { format }: Metrics): Shape[] {
  const text = isTight(column.width) ? wording.onHostShort : wording.onHost;
  return format === 'tall'
    ? [host.text('title', { x: column.x, y: at.y + 12, text, size: 13, font: 'sans-bold' })]
    : [];
}

/** Whether a question asks whose ids a room's are. */
function isKept({ container }: Room, veiled: string[]): boolean {
  return veiled.includes(coursePart('user', container));
}

/** Whether a question asks as whom the host knows a room's process. */
function isAsked(facts: HostFacts, { first }: Room, veiled: string[]): boolean {
  return !!first && veiled.includes(processPart(first, facts));
}

/** A room whose map is asked for: the process with its id inside, and the host's ids as if it weren't there. */
function keptShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan): Shape[] {
  const { container, first } = room;
  const ranges = idRanges(container, facts);
  if (!first || !ranges) return [];
  const { chip: tall } = sizes[metrics.format];
  const chip = chipOf(at, metrics);
  const capsule = capsuleBox(first, at, chip.y, true, tall);
  const pen = penFor(coursePart('user', container), `ids:${container.name}/kept`);
  const text = shorten(wording.userIds, 'sans-bold', 13, chip.width);
  return [
    ...hostAlone(facts, at, metrics, room.place),
    ...(metrics.format === 'tall'
      ? [pen.text('title', { x: chip.x, y: at.inside.y + 23, text, size: 13, font: 'sans-bold', tone: 'soft' })]
      : []),
    ...numbered(facts, first, {
      uid: insideUid(first, ranges),
      kept: true,
      chip: { ...chip, height: tall },
      capsule,
    }),
  ];
}

function chipOf(at: RoomPlan, { format }: Metrics): { x: number; y: number; width: number } {
  const pad = format === 'tall' ? inset : 5;
  return { x: at.inside.x + pad, y: at.inside.y + sizes[format].title, width: at.inside.width - 2 * pad };
}

/** The ids of the host before a container stands beside them. */
function hostAlone(facts: HostFacts, at: RoomPlan, metrics: Metrics, place: number): Shape[] {
  const column = hostColumn(metrics, at);
  const host = penFor('host', `ids:host/${place}`);
  const [inside, , length] = hostNamespace('user', facts)?.uidMap?.[0] ?? [everyId.inside, 0, everyId.length];
  const box = { ...column, y: topOf(at, metrics), height: sizes[metrics.format].height };
  return [
    ...hostTitle(host, column, at, metrics),
    ...(metrics.format === 'tall' ? rootBox(host, facts, rootAt(column, at, metrics), false) : []),
    ...rangeBox(rangePen(place, 0), 'range', box, inside, length, false),
  ];
}

function rootAt({ x, width }: { x: number; width: number }, at: RoomPlan, metrics: Metrics): Box {
  if (metrics.format === 'landscape') return { x, y: chipOf(at, metrics).y, width: 64, height: 22 };
  return { x, y: at.y + 24, width: Math.min(width, 96), height: 30 };
}

/** A pen of its own for each range of the host: in another take it may stand elsewhere, and moves there. */
function rangePen(place: number, index: number): Pen {
  return penFor('host', `range:host/${place}/${index}`);
}

function topOf(at: RoomPlan, { format }: Metrics): number {
  const { title, chip, below } = sizes[format];
  return at.inside.y + title + chip + below;
}

/** A room's ranges of user ids beside the host's, and its first process at them. */
function roomShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan, veiled: string[]): Shape[] {
  const { container, wall, first } = room;
  const ranges = idRanges(container, facts);
  if (!wall || !first || !ranges) return [];
  const own = wall.user === 'own';
  const column = hostColumn(metrics, at);
  const asked = isAsked(facts, room, veiled);
  const tall = metrics.format === 'tall';
  const sized = sizes[metrics.format];
  const chip = chipOf(at, metrics);
  const places = rangePlaces(ranges, at, metrics);
  const pen = penFor(coursePart('user', container), `ids:${container.name}/${wall.user}`);
  const host = penFor('host', `ids:host/${room.place}`);
  const capsule = capsuleBox(first, at, chip.y, asked, sized.chip);
  const root = rootAt(column, at, metrics);
  const isRoot = !asked && first.uid === 0;
  const [lowest] = places.byOutside;
  const isFirst = lowest && lowest.range === ranges[0] && isIn(first, lowest.range);
  const more = ranges.length - places.inside.length;
  return [
    ...hostTitle(host, column, at, metrics),
    // On a phone it stands where the capsule does, unless that is narrow.
    ...(tall || isRoot ? rootBox(host, facts, root, isRoot) : []),
    ...rangeShapes(pen, room.place, places, own),
    ...(tall ? [titleShape(pen, own, chip, at)] : []),
    ...places.inside.flatMap(({ range, box }, index) =>
      rangeBox(pen, `inside-${index}`, box, range.inside, range.length, own),
    ),
    ...(more > 0 && tall
      ? [pen.text('more', { x: column.x, y: places.end + 8, text: common.more(more), size: 13, tone: 'soft' })]
      : []),
    ...(isRoot ? [asRoot(pen, root, capsule)] : []),
    ...numbered(facts, first, {
      uid: insideUid(first, ranges),
      kept: asked,
      chip: { ...chip, height: sized.chip },
      capsule,
      ties: isFirst && !asked ? [topOf(at, metrics), lowest.box.y] : undefined,
    }),
  ];
}

interface PlacedRange {
  range: IdRange;
  box: Box;
}

/** Where the first ranges stand inside and on the host, where too the lower ids stand above the higher ones; and where those on the host end. */
interface RangePlaces {
  inside: PlacedRange[];
  byOutside: PlacedRange[];
  end: number;
}

function rangePlaces(ranges: IdRange[], at: RoomPlan, metrics: Metrics): RangePlaces {
  const { pitch, height, shift } = sizes[metrics.format];
  const chip = chipOf(at, metrics);
  const drawn = ranges.slice(0, maxRanges);
  const down = drawn.some(({ inside, outside }) => inside !== outside) ? shift : 0;
  const rowOf = (index: number) => topOf(at, metrics) + index * pitch;
  const column = hostColumn(metrics, at);
  return {
    inside: drawn.map((range, index) => ({ range, box: { ...chip, y: rowOf(index), height } })),
    byOutside: [...drawn]
      .sort((a, b) => a.outside - b.outside)
      .map((range, index) => ({ range, box: { ...column, y: rowOf(index) + down, height } })),
    end: rowOf(drawn.length) + down,
  };
}

/** The ranges on the host, and a band from each to what it is inside. */
function rangeShapes(pen: Pen, place: number, { inside, byOutside }: RangePlaces, own: boolean): Shape[] {
  return [
    ...byOutside.flatMap(({ range, box }, index) =>
      rangeBox(rangePen(place, index), 'range', box, range.outside, range.length, own),
    ),
    ...inside.flatMap(({ range, box }, index): Shape[] => {
      const outside = byOutside.find((each) => each.range === range);
      return outside ? band(pen, index, box, outside.box, own) : [];
    }),
  ];
}

function titleShape(pen: Pen, own: boolean, { x, width }: { x: number; width: number }, at: RoomPlan): Shape {
  return pen.text('title', {
    x,
    y: at.inside.y + 23,
    text: shorten(own ? wording.own : wording.hosts, 'sans-bold', 13, width),
    size: 13,
    font: 'sans-bold',
    tone: own ? 'user' : 'soft',
  });
}

function isIn(process: Process, { outside, length }: IdRange): boolean {
  return process.uid >= outside && process.uid < outside + length;
}
