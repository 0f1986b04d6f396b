import { coursePart, processPart } from '../../host/entity.ts';
import type { HostFacts, Process } from '../../host/facts.ts';
import { insidePid } from '../../host/views.ts';
import type { RoomPlan } from '../building/geometry.ts';
import { capsuleRoom, heightsOf, type Metrics } from '../building/metrics.ts';
import { labelOf, type Room } from '../building/moment.ts';
import * as common from '../building/words.ts';
import type { Shape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { measure, middle, shorten } from '../paper/text.ts';
import * as wording from './pid/words.ts';

/** How the numbered processes of a room stand in it. */
export interface Numbering {
  maxChips: number;
  /** From the top of the inside to the first chip, and the height of a chip. */
  top: number;
  chip: number;
  cell: number;
  /** The size of the number inside, and of the one outside. */
  size: number;
  outside: number;
  /** What is kept free beside the chips. */
  lane: number;
}

/** One process: where its chip stands behind the wall, and its capsule before it. */
export interface NumberRow {
  process: Process;
  part: string;
  centre: number;
  chip: { x: number; y: number; width: number; height: number };
  capsule: { x: number; width: number };
}

/** Below the chips: for a line that the kernel says. */
export const below = 40;

/** How a PID lens numbers processes in a format. */
export function numbering(
  metrics: Metrics,
  maxChips: number,
  lane: number,
  room?: { height: number; cells: number },
): Numbering {
  const { chip, cell: least, title } = heightsOf[metrics.format];
  const low = metrics.format === 'landscape';
  // What is left is shared out between the rows, as far as they still read as one list.
  const free = room && !low ? (room.height - title - below) / Math.max(1, room.cells) : least;
  const cell = Math.min(least + 16, Math.max(least, Math.floor(free)));
  return { maxChips, top: low ? 16 : title, chip, cell, size: low ? 15 : 16, outside: 13, lane };
}

/** The rows of a running room. */
export function numberRows(
  facts: HostFacts,
  room: Room,
  how: Numbering,
  metrics: Metrics,
  plan: RoomPlan,
): NumberRow[] {
  const x = plan.inside.x + metrics.inset;
  const width = plan.inside.width - 2 * metrics.inset - how.lane;
  return room.processes.slice(0, how.maxChips).map((process, index) => {
    const y = plan.inside.y + how.top + index * how.cell;
    return {
      process,
      part: processPart(process, facts),
      centre: y + how.chip / 2,
      chip: { x, y, width, height: how.chip },
      capsule: capsuleBox(process, how, plan),
    };
  });
}

/** A running room's processes, each with the number inside and, on a capsule before the wall, the host's. */
export function numberShapes(room: Room, rows: NumberRow[], how: Numbering, metrics: Metrics, plan: RoomPlan): Shape[] {
  const { container, wall } = room;
  if (!wall || !room.first) return [];
  const x = plan.inside.x + metrics.inset;
  const width = plan.inside.width - 2 * metrics.inset;
  const title = wall.pid === 'own' ? wording.own : wording.hosts;
  const low = metrics.format === 'landscape';
  const shapes: Shape[] = [
    penFor(coursePart('pid', container), `title:${container.name}`).text('title', {
      x,
      y: plan.inside.y + (low ? Math.min(16, how.top - 4) : 22),
      text: shorten(title, 'sans-bold', 13, width),
      size: 13,
      font: 'sans-bold',
      tone: wall.pid === 'own' ? 'pid' : 'soft',
    }),
  ];
  const digits = Math.max(...rows.map(({ process }) => String(insidePid(process)).length));
  for (const row of rows) shapes.push(...numbered(row, digits, how));
  const rest = room.processes.length - rows.length;
  const end = plan.inside.y + how.top + rows.length * how.cell;
  if (rest > 0) {
    const pen = penFor(`container:${container.name}`, `rest:${container.name}`);
    const y = end + (low ? 11 : 14);
    shapes.push(pen.text('more', { x, y, text: common.more(rest), size: 13, tone: 'soft' }));
  }
  return shapes;
}

/** What the picture says of those numbers, and of whose PID namespace gives them. */
export function aboutNumbers(facts: HostFacts, room: Room, maxChips: number, veiled: string[]): string {
  const wall = wording.whose(room.wall?.pid === 'own');
  const drawn = room.processes.slice(0, maxChips);
  const rows = drawn.map((process) => {
    const inside = insidePid(process);
    const label = process.zombie ? wording.hasEnded(labelOf(process)) : labelOf(process);
    if (veiled.includes(processPart(process, facts))) return wording.outside(label, process.pid);
    return inside === process.pid
      ? wording.bothSides(label, process.pid)
      : wording.andInside(label, process.pid, inside);
  });
  const rest = room.processes.length - drawn.length;
  return `${wall}: ${[...rows, ...(rest > 0 ? [wording.more(rest)] : [])].join('; ')}.`;
}

/** One process: its chip behind the wall, its capsule before it, and the line that makes them one. */
function numbered({ process, part, centre, chip, capsule }: NumberRow, digits: number, how: Numbering): Shape[] {
  const pen = penFor(part);
  const pid = String(process.pid);
  const size = pid.length > 5 ? 12 : how.outside;
  const numberSize = digits > 4 ? 13 : how.size;
  const pad = how.chip < 30 ? 7 : 12;
  const labelX = chip.x + pad + Math.max(2, digits) * numberSize * 0.6 + (how.chip < 30 ? 7 : 10);
  const end = process.zombie ? 'Z' : '';
  const room = chip.x + chip.width - 8 - labelX - (end ? measure(end, 'mono', 13) + 8 : 0);
  const label = shorten(labelOf(process), 'mono', 13, room);
  const inside = String(insidePid(process));
  const height = Math.min(how.chip, 40);
  const stroke = { stroke: 'pid', strokeWidth: 1.6, ...(process.zombie ? { dash: 'dashes' as const } : {}) } as const;
  return [
    pen.line('link', {
      points: [
        [capsule.x + capsule.width, centre],
        [chip.x, centre],
      ],
      ...stroke,
    }),
    pen.box('chip', { ...chip, radius: 3, fill: 'paper', ...stroke }),
    pen.text('inside', {
      x: chip.x + pad,
      y: centre + middle(numberSize),
      text: inside,
      size: numberSize,
      font: 'mono',
      tone: 'pid',
    }),
    pen.text('label', {
      x: labelX,
      y: centre + middle(13),
      text: label,
      size: 13,
      font: 'mono',
      ...(process.zombie ? { tone: 'soft' as const } : {}),
    }),
    ...(end
      ? [
          pen.text('state', {
            x: chip.x + chip.width - 8,
            y: centre + middle(13),
            text: end,
            size: 13,
            font: 'mono',
            anchor: 'end',
          }),
        ]
      : []),
    pen.box('capsule', {
      ...capsule,
      y: centre - height / 2 + (how.chip < 30 ? 0 : 2),
      height: how.chip < 30 ? height : height - 4,
      radius: how.chip < 30 ? height / 2 : height / 2 - 2,
      fill: 'sheet',
      ...stroke,
    }),
    pen.text('outside', {
      x: capsule.x + capsule.width / 2,
      y: centre + middle(size),
      text: pid,
      size,
      font: 'mono',
      anchor: 'middle',
      tone: 'pid',
    }),
  ];
}

/** The capsule stands right before the wall and grows to the left with its number. */
function capsuleBox({ pid }: Process, how: Numbering, plan: RoomPlan): { x: number; width: number } {
  const digits = String(pid).length;
  const width = digits > 5 ? digits * 7.2 + 9.6 : Math.max(42, digits * how.outside * 0.6 + 17);
  return { x: plan.x - (capsuleRoom - 60) - width, width };
}
