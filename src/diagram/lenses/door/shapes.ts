import { type Door, type DoorView, doorOf, doorPart } from '../../../host/doors.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import type { DoorPlan, RowPlan } from './plan.ts';
import { arrowDown } from './way.ts';
import * as wording from './words.ts';

/** From door to door in a wall, and half a doorway's width. */
const pitch = { tall: 20, landscape: 15 };
const half = { tall: 7, landscape: 5 };

/** A room over the slab, and where its doors are. */
interface Side {
  room: PlacedRoom;
  at: RoomPlan;
  lanes: number[];
}

/** What every shape of a door is drawn from. */
interface Scene {
  facts: HostFacts;
  plan: DoorPlan;
  doors: Door[];
  metrics: Metrics;
  veiled: string[];
  told: Told;
}

/** The doors of the rooms over the slab, and a row for what each leads to: one for all rooms, and for the host. */
export function doorShapes(scene: Scene, rooms: PlacedRoom[]): Shape[] {
  const { plan, doors, metrics } = scene;
  const alone = plan.low.length < 2;
  const sides = rooms.flatMap((room): Side[] => {
    const at = plan.rooms[room.place];
    if (!at || !room.wall || !room.first || !plan.low.includes(room.place)) return [];
    return [{ room, at, lanes: lanesIn(at, doors.length, metrics, !alone && room.place === plan.low[0]) }];
  });
  if (sides.length === 0) return [];
  const edges = doors.map((_, index) => edgesOf(index, scene));
  return [
    ...(alone ? hostWay(scene, edges) : []),
    ...doors.flatMap((door, index) => [
      ...sides.flatMap((side) => doorway(door, side, side.lanes[index] ?? 0, index, scene)),
      ...rowShapes(door, sides, plan.rows[index], edges[index] ?? [0, 0], scene),
    ]),
    ...counters(sides, scene),
  ];
}

/** The rooms' lanes part so that each comes down beside the rows above its own. */
function lanesIn({ inside }: RoomPlan, count: number, { format }: Metrics, mirrored: boolean): number[] {
  const step = count > 1 ? Math.min(pitch[format], (inside.width - 24) / (count - 1)) : 0;
  return Array.from({ length: count }, (_, index) => {
    const back = 12 + (count - 1 - index) * step;
    return mirrored ? inside.x + back : inside.x + inside.width - back;
  });
}

function edgesOf(index: number, { plan, doors, metrics }: Scene): [number, number] {
  const [first, last] = [plan.low[0], plan.low.at(-1)].map((place) => plan.rooms[place ?? 0]);
  if (!first || !last) return [plan.from, plan.to];
  // Beside the lowest row no way runs further down.
  const lowest = index === doors.length - 1;
  const right = lowest ? plan.to : (lanesIn(last, doors.length, metrics, false)[index] ?? 0) + 10;
  if (plan.low.length < 2) return [plan.from + 2, right];
  return [lowest ? plan.from : (lanesIn(first, doors.length, metrics, true)[index] ?? 0) - 10, right];
}

/** The host asks without a wall: its own way down, with an arrow into each row that is open. */
function hostWay({ plan, doors, veiled, metrics }: Scene, edges: [number, number][]): Shape[] {
  const open = doors.flatMap((door, index) => (veiled.includes(doorPart(door)) ? [] : [index]));
  const pen = penFor('host', 'host:way');
  const ends = open.flatMap((index): [number, number][] => {
    const [row, edge] = [plan.rows[index], edges[index]];
    return row && edge ? [[edge[0] - 2, row.y + row.height / 2]] : [];
  });
  const foot = ends.at(-1)?.[1];
  if (foot === undefined) return [];
  const top = metrics.format === 'tall' ? (plan.legend?.legendTop ?? 0) + 26 : 44;
  const ink = { stroke: 'ink', strokeWidth: 1.6 } as const;
  return [
    pen.line('down', {
      points: [
        [plan.hostLane, top],
        [plan.hostLane, foot],
      ],
      ...ink,
    }),
    ...ends.map(([x, y], index) =>
      pen.line(`into-${doors[open[index] ?? 0]}`, {
        points: [
          [plan.hostLane, y],
          [x, y],
          [x - 5, y - 4],
          [x, y],
          [x - 5, y + 4],
        ],
        ...ink,
      }),
    ),
  ];
}

/** The gap in a wall's floor, what closes it, and the way through it. */
function doorway(door: Door, { room, at }: Side, x: number, index: number, scene: Scene): Shape[] {
  const { facts, plan, metrics, veiled, told } = scene;
  const pen = penFor(doorPart(door), `${doorPart(door)}:${room.container.name}`);
  const shut = veiled.includes(doorPart(door));
  const view = doorOf(door, room.container, facts);
  const tries = triedAt(door, room.container.name, told);
  const w = half[metrics.format];
  const depth = wallDepth(metrics);
  const floor = at.y + at.height;
  const [from, to] = [floor - depth - 2, floor + 2];
  const row = plan.rows[index];
  const jamb = (side: number): [number, number][] => [
    [x + side * w, from],
    [x + side * w, to],
  ];
  const stopped = shut || view.use === 'refused';
  const leafAt = floor - 4;
  const refused = tries?.stoppedBy !== undefined;
  return [
    pen.box('gap', { x: x - w, y: from, width: 2 * w, height: to - from, fill: 'sheet' }),
    pen.line('left', { points: jamb(-1), stroke: 'ink', strokeWidth: 1.6 }),
    pen.line('right', { points: jamb(1), stroke: 'ink', strokeWidth: 1.6 }),
    ...(stopped ? [leaf(pen, x - w, x + w, leafAt)] : []),
    ...(shut
      ? []
      : arrowDown(pen, 'arrow', [
          [x - (tries ? w / 2 : 0), from - 2],
          [x - (tries ? w / 2 : 0), stopped ? leafAt - 2 : (row?.y ?? floor) - 2],
        ])),
    ...(tries
      ? [
          ...arrowDown(pen, 'try', [
            [x + w / 2, from - 2],
            [x + w / 2, refused ? leafAt - 3 : (row?.y ?? floor) - 2],
          ]),
          ...(refused ? [leaf(pen, x + 1, x + w, leafAt - 1)] : []),
        ]
      : []),
  ];
}

function leaf(pen: Pen, from: number, to: number, y: number): Shape {
  return pen.line(from < to - 10 ? 'leaf' : 'try-leaf', {
    points: [
      [from, y],
      [to, y],
    ],
    stroke: 'ink',
    strokeWidth: 3,
  });
}

function triedAt(door: Door, name: string, { tries }: Told): Told['tries'] {
  return tries?.by === name && tries.door === door ? tries : undefined;
}

/** What a door leads to: its name, how far it can be used, and what is there; for two rooms both values where they differ. */
function rowShapes(
  door: Door,
  sides: Side[],
  row: RowPlan | undefined,
  [left, right]: [number, number],
  scene: Scene,
): Shape[] {
  if (!row) return [];
  const { facts, veiled, told, metrics } = scene;
  const pen = penFor(doorPart(door), `row:${door}`);
  const shut = veiled.includes(doorPart(door));
  const views = sides.map(({ room }) => doorOf(door, room.container, facts));
  const [view] = views as [DoorView, ...DoorView[]];
  const big = row.height >= 60;
  const size = 13;
  const text = shut ? '?' : worthOf(views, told);
  const under = door === 'file' && !shut ? cacheWords(sides, told, metrics) : '';
  const middleOf = row.y + (under ? row.height * 0.3 + 1 : row.height / 2);
  const inner = right - left - 18;
  const label = shorten(view.label, 'sans-bold', size, inner);
  const labelWidth = measure(label, 'sans-bold', size);
  const valueSize = big && !under ? 20 : size;
  const beside = inner - labelWidth - 12;
  const value = beside > 20 ? shorten(text, 'mono', valueSize, beside) : '';
  const space = inner - labelWidth - 12 - measure(value, 'mono', valueSize) - 12;
  const tries = sides.map(({ room }) => triedAt(door, room.container.name, told)).find(Boolean);
  const words = shut ? '' : tries ? triedWords(tries, space) : (view.use ?? '');
  const use = measure(words, 'sans', size) <= space ? words : '';
  return [
    pen.box('row', {
      x: left,
      y: row.y,
      width: right - left,
      height: row.height,
      radius: 2,
      ...(shut
        ? { stroke: 'line', strokeWidth: 1.2, dash: 'dashes' }
        : { fill: 'paper', stroke: 'ink', strokeWidth: under !== '' ? 3 : 1.6 }),
    }),
    pen.text('label', {
      x: left + 9,
      y: middleOf + middle(size),
      text: label,
      size,
      font: 'sans-bold',
      tone: shut ? 'soft' : 'ink',
    }),
    ...(use
      ? [
          pen.text('use', {
            x: left + 9 + labelWidth + 12,
            y: middleOf + middle(size),
            text: use,
            size,
            tone: tries ? 'ink' : 'soft',
          }),
        ]
      : []),
    ...(value
      ? [
          pen.text('value', {
            x: right - 9,
            y: middleOf + middle(valueSize),
            text: value,
            size: valueSize,
            font: 'mono',
            anchor: 'end' as const,
          }),
        ]
      : []),
    ...(under
      ? [
          pen.text('cached', {
            x: left + 9,
            y: row.y + row.height * 0.74 + middle(size) - 2,
            text: shorten(under, 'sans', size, inner),
            size,
          }),
        ]
      : []),
  ];
}

/** What is behind a door, or what a step has read there. */
function worthOf(views: DoorView[], { reports = [] }: Told): string {
  const read = reports.findLast(({ of }) => of === views[0]?.label)?.value;
  if (read) return read;
  return [...new Set(views.map(({ value }) => value ?? ''))].filter(Boolean).join(' · ');
}

function triedWords({ call, says, stoppedBy }: NonNullable<Told['tries']>, space: number): string {
  const result = stoppedBy ? says : 'done';
  const long = `${call}: ${result}`;
  return measure(long, 'sans', 13) <= space ? long : stoppedBy ? wording.callRefused(call) : call;
}

/** What a room's counter of cached bytes read first and last. */
function counted(name: string, { reports = [] }: Told): { first: number; last: number } | undefined {
  const of = (what: string) => reports.find((report) => report.by === name && report.of === what)?.value;
  const [first, last] = [of('file before'), of('file after')];
  return first && last ? { first: Number(first), last: Number(last) } : undefined;
}

function cacheWords(sides: Side[], told: Told, { format }: Metrics): string {
  const read = sides.flatMap(({ room }) => {
    const count = counted(room.container.name, told);
    return count ? [{ name: room.container.name, grown: count.last - count.first }] : [];
  });
  const payer = read.find(({ grown }) => grown > 0);
  if (!payer) return '';
  if (format === 'tall') return wording.chargedTo(payer.name);
  return `${read.map(({ name, grown }) => `${name} +${grown}`).join(', ')}`;
}

/** Each room's counter of cached bytes beside its way down, before and after it read the file. */
function counters(sides: Side[], { told, plan, metrics }: Scene): Shape[] {
  if (metrics.format !== 'tall') return [];
  return sides.flatMap(({ room, at, lanes }): Shape[] => {
    const { name } = room.container;
    const count = counted(name, told);
    const x = lanes.at(-1) ?? 0;
    const row = plan.rows[0];
    if (!count || !row) return [];
    const right = x > at.x + at.width / 2;
    const common = { x: right ? x - 16 : x + 16, anchor: right ? ('end' as const) : ('start' as const) };
    const pen = penFor(`container:${name}`, `cached:${name}`);
    const top = at.y + at.height + 22;
    return [
      pen.text('title', { ...common, y: top, text: wording.cachedBytes, size: 13, tone: 'soft' }),
      pen.text('before', { ...common, y: top + 20, text: String(count.first), size: 13, font: 'mono' }),
      pen.text('after', { ...common, y: top + 38, text: String(count.last), size: 13, font: 'mono' }),
      pen.text('grown', { ...common, y: top + 58, text: `+${count.last - count.first}`, size: 13, font: 'sans-bold' }),
    ];
  });
}
