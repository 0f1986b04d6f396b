import type { Canvas, Lens, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import { wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { abreast, high, insideRow, type Row, type TallyPlan, tallyPlan } from './plan.ts';
import * as wording from './words.ts';

type Reported = NonNullable<Told['reports']>[number];

/** What was read where: on the host, in each room, and on the slab what is one for all of them. */
export const tallyLens: Lens = {
  measures: { tall: { pitch: 2.6 }, landscape: { pitch: 1.2 } },
  untitled: ['landscape'],
  hostTitle: 'host',
  cells: () => 1,
  hostRows: () => 0,
  bottom: (canvas, metrics) => tallyPlan(canvas, metrics).bottom,
  places: (canvas, metrics) => tallyPlan(canvas, metrics).rooms,
  draw(_facts, rooms, canvas, metrics, _veiled, { reports = [] }) {
    const plan = tallyPlan(canvas, metrics);
    const own = reports.filter(({ common }) => !common);
    return [
      ...hostRows(own, plan, rooms, metrics),
      ...rooms.flatMap((room) => {
        const at = plan.rooms[room.place];
        if (!at) return [];
        const { name } = room.container;
        const told = own.filter(({ by }) => by === name);
        return [
          ...wallShapes(room, tallyLens, metrics, at),
          ...(room.wall ? roomRows(name, told, plan.inside[room.place] ?? [], canvas, metrics) : []),
        ];
      }),
      ...commonRows(
        reports.filter(({ common }) => common),
        plan,
        rooms,
        metrics,
      ),
    ];
  },
  about(_facts, { container }, _veiled, _canvas, { reports = [] }) {
    const told = reports.filter(({ by, common }) => by === container.name && !common).map(worded);
    return told.length > 0 ? wording.read(told) : common.running;
  },
  aboutHost(_facts, { reports = [] }) {
    const [outside, all] = [reports.filter(({ by, common }) => !by && !common), reports.filter((one) => one.common)];
    const told = outside.length > 0 ? wording.onHost(outside.map(worded)) : '';
    return `${told}${all.length > 0 ? ` ${wording.forAll(all.map(worded))}` : ''}`.trim();
  },
  kinds: 'none',
};

function worded(report: Reported): string {
  return `${report.of}: ${answerOf(report)}`;
}

function answerOf({ value, says, refused }: Reported): string {
  return value ?? says ?? (refused ? common.refused : wording.done);
}

/** As many of them as there are rows, this step's own first and then the newest, in the order in which they were first read. */
function chosen(reports: Reported[], rows: number): Reported[] {
  const ranked = reports.map((report, index) => ({ report, index }));
  ranked.sort((a, b) => Number(b.report.fresh) - Number(a.report.fresh) || b.index - a.index);
  return ranked
    .slice(0, rows)
    .sort((a, b) => a.index - b.index)
    .map(({ report }) => report);
}

/** What the host read, and a way into the first room where it came from there. */
function hostRows(own: Reported[], plan: TallyPlan, rooms: PlacedRoom[], metrics: Metrics): Shape[] {
  const told = chosen(
    own.filter(({ by }) => !by),
    plan.host.length,
  );
  return told.flatMap((report, index): Shape[] => {
    const at = plan.host[index];
    if (!at) return [];
    const pen = penFor('host', `tally:host/${report.of}`);
    const words = metrics.format === 'landscape' ? { ...report, of: `host: ${report.of}` } : report;
    const [room] = rooms.filter(({ wall }) => wall);
    const into = report.fresh && report.through && room ? plan.rooms[room.place] : undefined;
    return [...rowShapes(pen, words, at, metrics), ...(into ? wayIn(pen, at, into, plan.lane, metrics) : [])];
  });
}

/** From within the wall, where the value comes from, beside the other rows to the one that has it. */
function wayIn(pen: Pen, row: Row, room: RoomPlan, lane: number, { format }: Metrics): Shape[] {
  const x = room.x + room.width - 17;
  const over = room.labelBaseline - (format === 'landscape' ? 13 : 16);
  const level = row.y + (high[format].row - 3) / 2;
  const end: [number, number] = [row.x + row.width + 1, level];
  const turn: [number, number][] =
    Math.abs(x - lane) < 16
      ? [[lane, room.inside.y + 2]]
      : [
          [x, room.inside.y + 2],
          [x, over],
          [lane, over],
        ];
  const ink = { stroke: 'ink', strokeWidth: 1.6 } as const;
  return [
    pen.line('way', { points: [...turn, [lane, level], end], ...ink }),
    pen.line('way-head', {
      points: [[end[0] + 5, level - 4], end, [end[0] + 5, level + 4]],
      ...ink,
    }),
  ];
}

/** A line with an arrowhead at its end. */
function arrow(pen: Pen, name: string, points: [number, number][]): Shape[] {
  const [[, start] = [0, 0], [x, y] = [0, 0]] = [points[0], points.at(-1)];
  const back = y > start ? -5 : 5;
  const ink = { stroke: 'ink', strokeWidth: 1.6 } as const;
  return [
    pen.line(name, { points, ...ink }),
    pen.line(`${name}-head`, {
      points: [
        [x - 4, y + back],
        [x, y],
        [x + 4, y + back],
      ],
      ...ink,
    }),
  ];
}

function roomRows(name: string, told: Reported[], rows: Row[], canvas: Canvas, metrics: Metrics): Shape[] {
  const tall = insideRow(canvas, metrics);
  return chosen(told, rows.length).flatMap((report, index): Shape[] => {
    const at = rows[index];
    if (!at) return [];
    const pen = penFor(`container:${name}`, `tally:${name}/${report.of}`);
    if (!abreast(canvas) || metrics.format === 'landscape') return rowShapes(pen, report, at, metrics, tall);
    const answer = shorten(answerOf(report), 'mono', 12.5, at.width - 10);
    return [
      box(pen, report, at, tall),
      pen.text('of', {
        x: at.x + 5,
        y: at.y + 13,
        text: shorten(report.of, 'sans', 12.5, at.width - 10),
        size: 12.5,
        tone: 'soft',
      }),
      pen.text('value', { x: at.x + 5, y: at.y + 29, text: answer, size: 12.5, font: 'mono' }),
    ];
  });
}

/** A row with a name on its left and a value on its right; where both find no room, the value. */
function rowShapes(
  pen: Pen,
  report: Reported,
  at: Row,
  metrics: Metrics,
  height: number = high[metrics.format].row,
): Shape[] {
  const size = 13;
  const room = at.width - 12;
  const answer = answerOf(report);
  const value = shorten(answer, 'mono', size, room);
  const left = room - measure(value, 'mono', size) - 12;
  // Two letters of a name tell nothing.
  const name = left > Math.min(50, measure(report.of, 'sans', size)) ? shorten(report.of, 'sans', size, left) : '';
  const y = at.y + (height - 3) / 2 + middle(size);
  return [
    box(pen, report, at, height),
    ...(name ? [pen.text('of', { x: at.x + 6, y, text: name, size, tone: 'soft' })] : []),
    pen.text('value', {
      x: name ? at.x + at.width - 6 : at.x + 6,
      y,
      text: value,
      size,
      font: 'mono',
      anchor: name ? 'end' : 'start',
    }),
  ];
}

function box(pen: Pen, { refused }: Reported, at: Row, height: number): Shape {
  // Where a row is low, a thicker line would touch the words.
  const thick = height > 24 ? 2.6 : 1.4;
  return pen.box('box', {
    ...at,
    height: height - 3,
    radius: 3,
    fill: 'paper',
    stroke: refused ? 'ink' : 'line',
    strokeWidth: refused ? thick : 1,
  });
}

/** What is one for all, with a way down from whoever used it in this step. */
function commonRows(common: Reported[], plan: TallyPlan, rooms: PlacedRoom[], metrics: Metrics): Shape[] {
  const told = chosen(common, plan.common.length);
  return told.flatMap((report, index): Shape[] => {
    const at = plan.common[plan.common.length - told.length + index];
    if (!at) return [];
    const pen = penFor('slab', `tally:slab/${report.of}`);
    const user = rooms.find(({ container, wall }) => wall && container.name === report.by);
    const from = user && plan.rooms[user.place];
    const x = from ? from.x + from.width / 2 : 0;
    const down = report.fresh && from ? penFor(`container:${report.by}`, `tally:down/${report.of}`) : undefined;
    return [
      ...rowShapes(pen, report, at, metrics),
      ...(down && from
        ? arrow(down, 'way', [
            [x, from.inside.y + from.inside.height - 3],
            [x, (plan.common[plan.common.length - told.length] ?? at).y - 1],
          ])
        : []),
    ];
  });
}
