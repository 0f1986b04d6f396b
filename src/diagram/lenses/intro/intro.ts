import { processPart } from '../../../host/entity.ts';
import type { HostFacts, Process } from '../../../host/facts.ts';
import { hostProcesses } from '../../../host/views.ts';
import type { Lens, RoomPlan, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { aboutNumbers, type Numbering, type NumberRow, numberRows, numberShapes } from '../numbers.ts';
import * as wording from '../pid/words.ts';
import { type Drawn, type Section, sectionLens } from '../section.ts';
import { arrowHead, askedOn, askingPen, commandTag, isRead, readOn } from '../telling.ts';

const maxChips = 1;

/** The one process stands in the middle of its room, large where there is height. */
function numbering(metrics: Metrics, at?: RoomPlan): Numbering {
  const low = metrics.format === 'landscape';
  const chip = low ? 40 : 84;
  // Above the middle: what was asked stands below.
  const middle = at ? Math.round((at.inside.height - chip) / 2) - (low ? 12 : 24) : 0;
  const top = Math.max(heightsOf[metrics.format].title, middle);
  return { maxChips, top, chip, cell: chip + 8, size: low ? 22 : 40, outside: low ? 14 : 22, lane: 0 };
}

const section: Section = {
  focus: 'pid',
  courses: ['pid'],
  maxChips,
  chips: initAndDaemon,
  inside: (_chips, metrics) => {
    const { top, cell } = numbering(metrics);
    return top + cell + (metrics.format === 'landscape' ? 16 : 24);
  },
  plain: true,
  // The course that gives the second number is thick when that number is told.
  look: (room, told) => ({
    courses: ['pid'],
    ...(toldInside(room, told) ? { focus: 'pid' as const } : {}),
  }),
  drawRoom(room, at, drawn) {
    const { facts, metrics, told } = drawn;
    const how = numbering(metrics, at);
    const rows = numberRows(facts, room, how, metrics, at);
    return [...untold(numberShapes(room, rows, how, metrics, at), room, told), ...asked(room, rows, drawn)];
  },
};

/** One process with two numbers, behind the one course that gives it the second: no more than the introduction names. */
export const introLens: Lens = {
  ...sectionLens(section),
  measures: { tall: { roomLeft: 120, inset: 20 }, landscape: { roomLeft: 128, inset: 12 } },
  about(facts, room, veiled, _canvas, told) {
    const asking = askedOn('host', told).length > 0 && askedOn(room.container.name, told).length > 0;
    const kernel = asking && told.reads?.some(({ fresh, text }) => fresh && text === facts.kernel);
    return `${aboutNumbers(facts, room, maxChips, veiled)}${kernel ? ` ${wording.sameKernel}` : ''}`;
  },
  kinds: 'none',
};

function initAndDaemon(facts: HostFacts): Process[] {
  return hostProcesses(facts).filter(({ pid, comm }) => pid === 1 || comm === 'dockerd');
}

/** Whether someone in the room has read the number of its first process. */
function toldInside({ container }: Room, told: Told): boolean {
  return isRead(told, ({ by, part }) => by === container.name && part === `process:${container.name}`);
}

/** The number outside stands there when the host has read it. */
function untold(shapes: Shape[], { container }: Room, told: Told): Shape[] {
  const part = `process:${container.name}`;
  if (isRead(told, (read) => read.by === 'host' && read.part === part)) return shapes;
  return shapes.map((shape) =>
    shape.kind === 'text' && shape.id === `${part}/outside` ? { ...shape, text: '?' } : shape,
  );
}

/** What was run on either side: a dot on the number that it read, or lines down to the kernel that answers both. */
function asked(room: Room, rows: NumberRow[], { facts, plan, metrics, told }: Drawn): Shape[] {
  const [row] = rows;
  const { container } = room;
  if (!row) return [];
  const low = metrics.format === 'landscape';
  const size = low ? 13 : 14;
  const name = container.name;
  const foot = row.centre + row.chip.height / 2;
  const y = foot + (low ? 37 : 56);
  const left = metrics.left + metrics.pad;
  const right = row.chip.x + row.chip.width;
  const part = processPart(row.process, facts);
  const by = [name, 'host'].find((side) => readOn(side, told).some((read) => read.part === part));
  const end = by === 'host' ? row.capsule.x + row.capsule.width : row.chip.x;
  const outside = row.centre + Math.min(row.chip.height, 40) / 2 - (low ? 2 : 2);
  const asking = (side: string, x: number, above: number): Shape[] => {
    const pen = askingPen(side);
    const read = readOn(side, told);
    const top = y - size;
    const kernel = read.some(({ text }) => text === facts.kernel);
    const itself = read.some((each) => each.part === part);
    const line = (name: string, from: number, to: number) =>
      pen.line(name, {
        points: [
          [x, from],
          [x, to],
        ],
        stroke: 'ink',
        strokeWidth: 1.8,
      });
    return [
      ...(kernel
        ? [line('to-kernel', y + 6, plan.slabTop - 1), arrowHead(pen, 'head', [x, plan.slabTop - 1], 'down')]
        : []),
      ...(itself ? [line('to-process', top, above), arrowHead(pen, 'head', [x, above], 'up')] : []),
    ];
  };
  return [
    ...commandTag('host', told, { x: left, y, width: metrics.roomLeft - left - 8, anchor: 'start', size }),
    ...asking('host', row.capsule.x + row.capsule.width / 2, outside),
    ...commandTag(name, told, { x: right, y, width: right - row.chip.x, anchor: 'end', size }),
    ...asking(name, right - 30, foot),
    // It stands where the process was asked for, and so goes through the wall with the question.
    ...(by
      ? [
          penFor(part, `asked-for:${name}`).box('dot', {
            x: end - 5,
            y: row.centre - 5,
            width: 10,
            height: 10,
            radius: 5,
            fill: 'ink',
          }),
        ]
      : []),
  ];
}
