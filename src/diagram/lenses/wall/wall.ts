import { coursePart } from '../../../host/entity.ts';
import type { HostFacts, NsKind, Process } from '../../../host/facts.ts';
import { initProcess, insidePid, processesOf } from '../../../host/views.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { courses, type Metrics } from '../../building/metrics.ts';
import { labelOf, roomName } from '../../building/moment.ts';
import { wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { chipsAre, maxChips } from './chips.ts';
import { columnsOf, listTop, sizes } from './plan.ts';
import { aboutReports, reportShapes } from './reports.ts';
import * as wording from './words.ts';

/** How a course is drawn that is the container's own, the host's, or not told yet. */
const stroke = {
  own: { strokeWidth: 2.4 },
  shared: { strokeWidth: 2, strength: 0.6, dash: 'dots' },
  kept: { strokeWidth: 1.4, strength: 0.6, dash: 'dashes' },
} as const;

/** The wall itself: its eight courses one by one, each with its number or as dots, beside the host's numbers. */
export const wallLens: Lens = {
  measures: { landscape: { roomLeft: 158 } },
  cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
  hostRows: () => courses.length,
  bottom(canvas, metrics) {
    const last = places(canvas, metrics).at(-1);
    const end = last ? last.y + last.height : listTop(metrics) + courses.length * columnsOf(metrics, true).row;
    // On a phone the wall goes down to the slab.
    return metrics.format === 'landscape' ? end - 18 : end;
  },
  places,
  draw(facts, rooms, canvas, metrics, veiled, told) {
    const at = places(canvas, metrics);
    return [
      ...hostList(facts, rooms, canvas, metrics, veiled, told),
      ...rooms.flatMap((room) => {
        const plan = at[room.place];
        return plan ? roomShapes(facts, room, metrics, plan, veiled, told) : [];
      }),
      ...reportShapes(facts, rooms, at, canvas, metrics, told),
    ];
  },
  aboutHost(facts) {
    const init = initProcess(facts);
    return init ? wording.namespaces(courses.map((kind) => `${kind} ${init.ns[kind]}`)) : '';
  },
  about(_facts, { container, wall, first }, veiled, _canvas, told) {
    if (!wall || !first) return '';
    const shown = courses.filter((kind) => !veiled.includes(coursePart(kind, container)));
    if (shown.length === 0) return wording.stillToTell;
    const rows = shown.map((kind) => `${kind} ${wall[kind] === 'own' ? first.ns[kind] : wording.hosts}`);
    const who = container.id === '' ? wording.isProcess(numbersOf(first)) : '';
    return `${who}${wording.walled(rows)}${aboutReports(told)}`;
  },
};

/** A process's number on the host, and in its own PID namespace where that is another one. */
function numbersOf(process: Process): string {
  return wording.numbers(process.pid, insidePid(process));
}

function places(canvas: Canvas, metrics: Metrics): RoomPlan[] {
  const { row, roomLeft, pitch } = columnsOf(metrics);
  const right = metrics.right - metrics.pad;
  const side = (courses.length - 1) * pitch + 3;
  const low = metrics.format === 'landscape';
  let y = listTop(metrics);
  return canvas.rooms.map(({ cells }) => {
    const rows = courses.length * row;
    // On a phone the wall is cut below its last course.
    const inside = low ? 0 : chipsAre.inside(cells);
    const [x, width] = [roomLeft, right - roomLeft];
    const height = rows + (low ? 3 : 4 + inside + side);
    const plan = {
      labelBaseline: y - (low ? 7 : 12),
      x,
      y,
      width,
      height,
      inside: { x: x + side, y: y + rows + 4, width: width - 2 * side, height: inside },
      legendTop: y + height,
    };
    y += height + (low ? 27 : 48);
    return plan;
  });
}

/** The namespaces of the host's process 1, each in the row of its course; with words where no wall will stand. */
function hostList(
  facts: HostFacts,
  rooms: PlacedRoom[],
  canvas: Canvas,
  metrics: Metrics,
  veiled: string[],
  { about = [], reports = [] }: Told,
): Shape[] {
  const init = initProcess(facts);
  if (!init) return [];
  const { row, host, number, hostEnd, pitch, roomLeft, baseline } = columnsOf(metrics, canvas.rooms.length === 0);
  const size = sizes[metrics.format];
  const alone = canvas.rooms.length === 0 && !canvas.reports;
  const top = listTop(metrics);
  const first = rooms.find(({ place, wall }) => place === 0 && wall);
  const title = penFor('host', 'list:host').text('title', {
    x: host,
    y: top - 12,
    text: wording.list,
    size: 13,
    font: 'sans-bold',
  });
  return [
    ...(metrics.format === 'tall' ? [title] : []),
    ...courses.flatMap((kind, index): Shape[] => {
      const y = top + index * row + baseline;
      const each = penFor('host', `host:${kind}`);
      // A course that is not there lets one through to the host's.
      const kept = first && veiled.includes(coursePart(kind, first.container));
      const wall = kept ? undefined : first?.wall?.[kind];
      const part = first && coursePart(kind, first.container);
      const link = part && penFor(part, `link:${kind}:${first.container.name}`);
      const from = number + measure(String(init.ns[kind]), 'mono', size) + 5;
      const to = roomLeft + 1 + index * pitch;
      const unequal =
        part && about.includes(part) && wall === 'own' && !reports.some(({ fresh, through }) => fresh && through);
      return [
        each.text('name', { x: host, y, text: kind, size, font: 'sans-bold', tone: kind }),
        each.text('inode', { x: number, y, text: String(init.ns[kind]), size, font: 'mono', tone: 'soft' }),
        ...(alone
          ? [
              each.text('words', {
                x: hostEnd + 16,
                y,
                text: fitted(wording.setsApart[kind], metrics, hostEnd),
                size,
                tone: 'ink',
              }),
            ]
          : []),
        ...(link && wall === 'shared' && from < to
          ? [
              link.line('link', {
                points: [
                  [from, y - 4.5],
                  [to, y - 4.5],
                ],
                stroke: kind,
                strokeWidth: 1.4,
                strength: 0.8,
              }),
            ]
          : []),
        // Both numbers were read: they differ.
        ...(link && unequal && from < to - 14 ? [unequalSign(link, kind, (from + roomLeft) / 2, y - 4.5)] : []),
      ];
    }),
  ];
}

function unequalSign(pen: Pen, kind: NsKind, x: number, y: number): Shape {
  return pen.line('unequal', {
    points: [
      [x - 5, y - 2],
      [x + 5, y - 2],
      [x + 1, y - 2],
      [x + 3, y - 6],
      [x - 3, y + 6],
      [x - 1, y + 2],
      [x - 5, y + 2],
      [x + 5, y + 2],
    ],
    stroke: kind,
    strokeWidth: 1.4,
  });
}

function fitted(words: string, metrics: Metrics, hostEnd: number): string {
  return shorten(words, 'sans', sizes[metrics.format], metrics.right - metrics.pad - hostEnd - 16);
}

/** A room whose wall is cut so high at its top that each course carries its name and its number. */
function roomShapes(
  facts: HostFacts,
  room: PlacedRoom,
  metrics: Metrics,
  at: RoomPlan,
  veiled: string[],
  told: Told,
): Shape[] {
  const { container, wall, first } = room;
  const size = sizes[metrics.format];
  const low = metrics.format === 'landscape';
  // Name, and what an ended container leaves.
  const name = shorten(
    low && container.id !== '' ? container.name : roomName(container),
    'sans-bold',
    13,
    at.width - 8,
  );
  if (!wall || !first)
    return wallShapes(room, wallLens, metrics, at).map((shape) =>
      shape.kind === 'text' && shape.id.endsWith('/name') ? { ...shape, text: name } : shape,
    );
  const pen = penFor(`container:${container.name}`);
  const rows = courses.flatMap((kind, index) => courseShapes(kind, index, room, at, { metrics, veiled }));
  // Whether it is the same shell in the next room can be told by its number only.
  const who = container.id === '' ? numbersOf(first) : low ? room.processes.map(labelOf).join(', ') : '';
  // On a phone a shell's numbers have a line of their own.
  const apart = low && container.id === '';
  const space = at.width - 8 - (apart ? 0 : measure(name, 'sans-bold', 13) + 10);
  return [
    pen.text('name', { x: at.x + 4, y: at.labelBaseline - (apart ? 19 : 0), text: name, size: 13, font: 'sans-bold' }),
    ...(who && space > 30
      ? [
          pen.text('pid', {
            x: at.x + at.width - 4,
            y: at.labelBaseline,
            text: shorten(who, 'sans', size, space),
            size,
            tone: 'soft',
            anchor: 'end',
          }),
        ]
      : []),
    ...rows,
    ...(low ? [] : chipsAre.draw(facts, room, at, told)),
  ];
}

/** A course of a room: drawn in its row, with its name, and its number or whose it is. */
function courseShapes(
  kind: NsKind,
  index: number,
  { container, wall, first }: PlacedRoom,
  at: RoomPlan,
  { metrics, veiled }: { metrics: Metrics; veiled: string[] },
): Shape[] {
  if (!wall || !first) return [];
  const { row, pitch, baseline } = columnsOf(metrics);
  const size = sizes[metrics.format];
  const low = metrics.format === 'landscape';
  const part = coursePart(kind, container);
  // A course that a question asks for is neither there nor missing yet.
  const state = veiled.includes(part) ? 'kept' : wall[kind];
  const own = state === 'own';
  const course = penFor(part, `${part}/${state}`);
  const inset = 1 + index * pitch;
  const [top, foot] = [at.y + 1 + index * row, at.y + at.height - inset];
  const y = top - 1 + baseline;
  const pad = low ? 5 : 8;
  const number = { x: at.inside.x + at.inside.width - pad, y, size, anchor: 'end' } as const;
  const words = state === 'kept' ? '?' : wording.hosts;
  const [left, right] = [at.x + inset, at.x + at.width - inset];
  return [
    low
      ? course.line('course', {
          points: [
            [left, at.y + at.height],
            [left, top],
            [right, top],
            [right, at.y + at.height],
          ],
          stroke: kind,
          ...stroke[state],
          strokeWidth: 1.4,
        })
      : course.box('course', {
          x: left,
          y: top,
          width: right - left,
          height: foot - top,
          radius: Math.max(3, 14 - 1.5 * index),
          stroke: kind,
          ...stroke[state],
        }),
    course.text('name', {
      x: at.inside.x + pad,
      y,
      text: kind,
      size: 13,
      font: own ? 'sans-bold' : 'sans',
      tone: own ? kind : 'soft',
    }),
    own
      ? course.text('inode', { ...number, text: String(first.ns[kind]), font: 'mono' })
      : course.text('shared', { ...number, text: words, tone: 'soft' }),
  ];
}
