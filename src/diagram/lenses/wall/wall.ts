import { coursePart } from '../../../host/entity.ts';
import type { HostFacts, NsKind, Process } from '../../../host/facts.ts';
import { initProcess, insidePid, processesOf } from '../../../host/views.ts';
import { chipsHeight, processChips } from '../../building/chips.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { courses, type Metrics } from '../../building/metrics.ts';
import { roomName } from '../../building/moment.ts';
import { wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';

/** What a namespace of each type sets apart. namespaces(7), in a few words. */
const setsApart: Record<NsKind, string> = {
  cgroup: 'the root of the cgroup tree',
  time: 'boot and monotonic clocks',
  user: 'user and group ids',
  ipc: 'System V IPC, message queues',
  uts: 'hostname and domain name',
  mnt: 'the mounted file systems',
  net: 'devices, addresses, ports',
  pid: 'process ids',
};

const size = 12.5;
/** How many processes of a room are drawn; the others are counted in words. */
const maxChips = 2;

/** How a course is drawn that is the container's own, the host's, or not told yet. */
const stroke = {
  own: { strokeWidth: 2.4 },
  shared: { strokeWidth: 2, strength: 0.6, dash: 'dots' },
  kept: { strokeWidth: 1.4, strength: 0.6, dash: 'dashes' },
} as const;

/** Where the host's numbers and a wall's rows stand at a width. */
interface Columns {
  /** From one course to the next, at the top of the wall: high enough for its name. */
  row: number;
  /** The host's column, and whether a number stands below its name there. */
  host: number;
  hostEnd: number;
  twoLines: boolean;
  roomLeft: number;
  /** From course to course at the sides. */
  pitch: number;
}

function columnsOf({ left, right, pad, columns }: Metrics): Columns {
  const narrow = columns > 1;
  const host = left + pad;
  return narrow
    ? { row: 36, host, hostEnd: host + 78, twoLines: true, roomLeft: right - 209, pitch: 3 }
    : { row: 28, host, hostEnd: host + 134, twoLines: false, roomLeft: 206, pitch: 4.5 };
}

/** The wall itself: its eight courses one by one, each with its number or as dots, beside the host's numbers. */
export const wallLens: Lens = {
  cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
  hostRows: () => courses.length,
  bottom(canvas, metrics) {
    const last = places(canvas, metrics).at(-1);
    return last ? last.y + last.height : listTop(metrics) + courses.length * columnsOf(metrics).row;
  },
  draw(facts, rooms, canvas, metrics, veiled) {
    const at = places(canvas, metrics);
    return [
      ...hostList(facts, rooms, canvas, metrics, veiled),
      ...rooms.flatMap((room) => {
        const plan = at[room.place];
        return plan ? roomShapes(facts, room, metrics, plan, veiled) : [];
      }),
    ];
  },
  aboutHost(facts) {
    const init = initProcess(facts);
    return init ? `Its namespaces: ${courses.map((kind) => `${kind} ${init.ns[kind]}`).join(', ')}.` : '';
  },
  about(_facts, { container, wall, first }, veiled) {
    if (!wall || !first) return '';
    const told = courses.filter((kind) => !veiled.includes(coursePart(kind, container)));
    if (told.length === 0) return 'is walled by courses that are still to be told.';
    const rows = told.map((kind) => `${kind} ${wall[kind] === 'own' ? first.ns[kind] : 'the host’s'}`);
    const who = container.id === '' ? `is ${numbersOf(first)}, and ` : '';
    return `${who}is walled by ${rows.join(', ')}.`;
  },
};

/** A process's number on the host, and in its own PID namespace where that is another one. */
function numbersOf(process: Process): string {
  const inside = insidePid(process);
  return inside === process.pid ? `PID ${process.pid}` : `PID ${process.pid}, ${inside} inside`;
}

/** Where the first course's row begins. */
function listTop(metrics: Metrics): number {
  return metrics.top + 68;
}

function places(canvas: Canvas, metrics: Metrics): RoomPlan[] {
  const { row, roomLeft, pitch } = columnsOf(metrics);
  const right = metrics.right - metrics.pad;
  const side = (courses.length - 1) * pitch + 3;
  let y = listTop(metrics);
  return canvas.rooms.map(({ cells }) => {
    const rows = courses.length * row;
    const inside = chipsHeight(cells, maxChips) + 14;
    const [x, width] = [roomLeft, right - roomLeft];
    const height = rows + 4 + inside + side;
    const plan = {
      labelBaseline: y - 12,
      x,
      y,
      width,
      height,
      inside: { x: x + side, y: y + rows + 4, width: width - 2 * side, height: inside },
      legendTop: y + height,
    };
    y += height + 48;
    return plan;
  });
}

/** The namespaces of the host's process 1, each in the row of its course; with words where no wall will stand. */
function hostList(facts: HostFacts, rooms: PlacedRoom[], canvas: Canvas, metrics: Metrics, veiled: string[]): Shape[] {
  const init = initProcess(facts);
  if (!init) return [];
  const { row, host, hostEnd, twoLines, pitch, roomLeft } = columnsOf(metrics);
  const alone = canvas.rooms.length === 0;
  const top = listTop(metrics);
  const pen = penFor('host', 'list:host');
  const first = rooms.find(({ place, wall }) => place === 0 && wall);
  const title = pen.text('title', {
    x: host,
    y: top - 12,
    text: alone || !twoLines ? 'the host’s namespaces' : 'the host’s',
    size: 13,
    font: 'sans-bold',
  });
  const numberX = twoLines ? host : host + 54;
  return [
    title,
    ...courses.flatMap((kind, index): Shape[] => {
      const y = top + index * row;
      const words = setsApart[kind];
      const each = penFor('host', `host:${kind}`);
      const nameY = y + (twoLines ? 15 : 19);
      const numberY = twoLines ? y + 30 : nameY;
      // A course that is not there lets one through to the host's.
      const kept = first && veiled.includes(coursePart(kind, first.container));
      const shared = !kept && first?.wall?.[kind] === 'shared' ? first : undefined;
      const link = shared && penFor(coursePart(kind, shared.container), `link:${kind}:${shared.container.name}`);
      const from = numberX + measure(String(init.ns[kind]), 'mono', size) + 6;
      return [
        each.text('name', { x: host, y: nameY, text: kind, size, font: 'sans-bold', tone: kind }),
        each.text('inode', { x: numberX, y: numberY, text: String(init.ns[kind]), size, font: 'mono', tone: 'soft' }),
        ...(alone
          ? [
              each.text('words', {
                x: hostEnd + 24,
                y: nameY,
                text: fitted(words, metrics, hostEnd),
                size,
                tone: 'ink',
              }),
            ]
          : []),
        ...(link
          ? [
              link.line('link', {
                points: [
                  [from, numberY - 4.5],
                  [roomLeft + 1 + index * pitch, numberY - 4.5],
                ],
                stroke: kind,
                strokeWidth: 1.4,
                strength: 0.8,
              }),
            ]
          : []),
      ];
    }),
  ];
}

function fitted(words: string, metrics: Metrics, hostEnd: number): string {
  return shorten(words, 'sans', size, metrics.right - metrics.pad - hostEnd - 24);
}

/** A room whose wall is cut so high at its top that each course carries its name and its number. */
function roomShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan, veiled: string[]): Shape[] {
  const { container, wall, first } = room;
  // Name, and what an ended container leaves.
  if (!wall || !first) return wallShapes(room, wallLens, metrics, at);
  const { row, pitch } = columnsOf(metrics);
  const pen = penFor(`container:${container.name}`);
  const name = shorten(roomName(container), 'sans-bold', 13, at.width - 8);
  const rows = courses.flatMap((kind, index): Shape[] => {
    const part = coursePart(kind, container);
    // A course that a question asks for is neither there nor missing yet.
    const state = veiled.includes(part) ? 'kept' : wall[kind];
    const own = state === 'own';
    const course = penFor(part, `${part}/${state}`);
    const inset = 1 + index * pitch;
    const [top, foot] = [at.y + 1 + index * row, at.y + at.height - inset];
    const baseline = top + row / 2 + 5;
    const number = { x: at.inside.x + at.inside.width - 8, y: baseline, size, anchor: 'end' } as const;
    const words = state === 'kept' ? '?' : 'the host’s';
    return [
      course.box('course', {
        x: at.x + inset,
        y: top,
        width: at.width - 2 * inset,
        height: foot - top,
        radius: 19 - 2 * index,
        stroke: kind,
        ...stroke[state],
      }),
      course.text('name', {
        x: at.inside.x + 8,
        y: baseline,
        text: kind,
        size: 13,
        font: own ? 'sans-bold' : 'sans',
        tone: own ? kind : 'soft',
      }),
      own
        ? course.text('inode', { ...number, text: String(first.ns[kind]), font: 'mono' })
        : course.text('shared', { ...number, text: words, tone: 'soft' }),
    ];
  });
  const chips = { x: at.inside.x + 8, y: at.inside.y + 4, width: at.inside.width - 16 };
  return [
    pen.text('name', { x: at.x + 4, y: at.labelBaseline, text: name, size: 13, font: 'sans-bold' }),
    // Whether it is the same shell in the next room can be told by its number only.
    ...(container.id === ''
      ? [
          pen.text('pid', {
            x: at.x + at.width - 4,
            y: at.labelBaseline,
            text: numbersOf(first),
            size,
            tone: 'soft',
            anchor: 'end',
          }),
        ]
      : []),
    ...rows,
    ...processChips(facts, room, chips, maxChips),
  ];
}
