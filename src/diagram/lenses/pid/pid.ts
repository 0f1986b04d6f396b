import { coursePart, processPart } from '../../../host/entity.ts';
import type { Process } from '../../../host/facts.ts';
import { insidePid } from '../../../host/views.ts';
import type { Lens, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { aboutNumbers, below, type NumberRow, numbering, numberRows, numberShapes } from '../numbers.ts';
import { type Drawn, firstOfHost, type Section, sectionLens } from '../section.ts';
import { askingPen, commandTag, isRead, readingLane, readOn } from '../telling.ts';
import { aboutEnd, aboutStep, ghosts, isEndedBySignal, signalShapes, wordsOnSignal } from './signals.ts';
import * as wording from './words.ts';

const maxChips = 4;
/** What is kept free beside the chips: for the lines to parents, and of what is read and sent. */
const lane = 30;

const section: Section = {
  focus: 'pid',
  maxChips,
  chips: firstOfHost,
  inside: (chips, metrics) => {
    const { top } = numbering(metrics, maxChips, lane);
    return top + chips + (metrics.format === 'landscape' ? 1 : below);
  },
  look: (room, told) => ({ focus: 'pid', ...(isEndedBySignal(room, told) ? { bare: true as const } : {}) }),
  drawRoom(room, at, drawn) {
    const { facts, plan, metrics, told } = drawn;
    const kept = { height: at.inside.height, cells: plan.cells[room.place] ?? 1 };
    const how = numbering(metrics, maxChips, lane, kept);
    const rows = numberRows(facts, room, how, metrics, at);
    return [
      ...numberShapes(room, rows, how, metrics, at),
      ...kinship(room, rows, told),
      ...nspid(room, rows, at, drawn),
      ...asked(room, rows, at, drawn),
      ...(told.sent ? signalShapes(room, rows, told.sent) : []),
      ...(room.first ? [] : ghosts(room, how, metrics, at, told)),
    ];
  },
};

/** Each process with two numbers; who reads them, and which signals come through the wall. */
export const pidLens: Lens = {
  ...sectionLens(section),
  measures: { tall: { roomLeft: 100, inset: 9 }, landscape: { roomLeft: 104, inset: 7 } },
  about: (facts, room, veiled, _canvas, told) =>
    `${aboutNumbers(facts, room, maxChips, veiled)}${aboutStep(room, told)}`,
  aboutEnd,
  kinds: 'all',
};

/** What the kernel says of a room's first process: all of its numbers. Below the chips, where there is height for it. */
function nspid(
  { container, first }: PlacedRoom,
  rows: NumberRow[],
  at: RoomPlan,
  { facts, metrics, told }: Drawn,
): Shape[] {
  const [row] = rows;
  if (!first || !row || !isRead(told, ({ line }) => line.startsWith('NSpid'))) return [];
  const part = processPart(first, facts);
  const pen = penFor(part, `nspid:${container.name}`);
  // One process: the line between its numbers is no longer a guess.
  const bond = penFor(part, `bond:${container.name}`).line('bond', {
    points: [
      [row.capsule.x + row.capsule.width, row.centre],
      [row.chip.x, row.centre],
    ],
    stroke: 'pid',
    strokeWidth: 4,
  });
  const whole = `NSpid: ${first.nspid.join(' ')}`;
  if (metrics.format === 'landscape') {
    const fresh = told.reads?.some((read) => read.fresh && read.line.startsWith('NSpid'));
    const beside = { x: at.x + at.width - 4, y: at.labelBaseline, text: whole, size: 13, anchor: 'end' } as const;
    const fits =
      measure(common.container(container.name), 'sans-bold', 13) + measure(whole, 'mono', 13) + 20 <= at.width;
    return fresh && fits ? [bond, pen.text('nspid', { ...beside, font: 'mono' })] : [bond];
  }
  const { inside } = at;
  const x = inside.x + metrics.inset;
  const width = inside.width - 2 * metrics.inset;
  const y = inside.y + inside.height - 14;
  const text = shorten(whole, 'mono', 13, width);
  return [bond, pen.text('nspid', { x, y, text, size: 13, font: 'mono' })];
}

/** From the first process of the room to those that have it for a parent. */
function kinship(room: PlacedRoom, rows: NumberRow[], told: Told): Shape[] {
  const [top] = rows;
  const children = rows.filter(({ process }) => process.ppid === room.first?.pid);
  if (!top || !room.first || children.length === 0) return [];
  const pen = penFor(coursePart('pid', room.container), `children:${room.container.name}`);
  const x = top.chip.x + top.chip.width;
  return children.map(({ process, part, centre }) => {
    const stroke = isNew(process, told)
      ? ({ stroke: 'ink', strokeWidth: 2 } as const)
      : ({ stroke: 'soft', strokeWidth: 1.4 } as const);
    return pen.line(part, {
      points: [
        [x, top.centre + 6],
        [x + 9, top.centre + 6],
        [x + 9, centre + 6],
        [x, centre + 6],
      ],
      ...stroke,
    });
  });
}

/** Whether a process came in this step. */
function isNew({ pid, started }: Process, { before }: Told): boolean {
  return before !== undefined && !before.processes.some((other) => other.pid === pid && other.started === started);
}

/** Whose parent process 1 of the room has become in this step, in words. */
function wordsOnAdoption(room: PlacedRoom, rows: NumberRow[], told: Told): string | undefined {
  const first = room.first;
  const child = rows.find(({ process }) => process.ppid === first?.pid && isNew(process, told));
  return first && child && wording.parentOf(insidePid(child.process), insidePid(first));
}

/** What was run on either side, and what it read there: a number on the host before the wall, one of the room's behind it. */
function asked(room: PlacedRoom, rows: NumberRow[], at: RoomPlan, { plan, metrics, told }: Drawn): Shape[] {
  const low = metrics.format === 'landscape';
  const size = low ? 13 : 12;
  const left = metrics.left + metrics.pad;
  const name = room.container.name;
  const host = {
    x: left,
    y: low ? plan.slabTop - 12 : at.labelBaseline,
    width: metrics.roomLeft - left - 4,
    anchor: 'start',
    size,
  } as const;
  const end = at.x + at.width - 4;
  const nameEnd = at.x + 4 + measure(common.container(name), 'sans-bold', 13);
  const inside = { x: end, y: at.labelBaseline, width: end - nameEnd - 12, anchor: 'end', size } as const;
  const capsules = rows.filter(({ part }) => readOn('host', told).some((read) => read.part === part));
  const chips = rows.filter(({ part }) => readOn(name, told).some((read) => read.part === part));
  const edge = (rows[0]?.chip.x ?? 0) + (rows[0]?.chip.width ?? 0);
  const hostLane = left + 6;
  const adopted = wordsOnAdoption(room, rows, told);
  const words = wordsOnSignal(room, told, inside.width) ?? adopted;
  const shown = room.place === 0 ? commandTag('host', told, host) : [];
  return [
    ...(words
      ? [askingPen(name).text('signal', { ...inside, text: words, size: 13, font: 'sans-bold' })]
      : commandTag(name, told, inside)),
    ...(chips.length > 0 && !told.sent && !adopted
      ? readingLane(
          askingPen(name),
          edge + 22,
          chips[0]?.centre ?? 0,
          chips.map(({ part, centre }) => ({ key: part, to: [edge, centre] })),
        )
      : []),
    ...shown,
    ...(shown.length > 0
      ? readingLane(
          askingPen('host'),
          hostLane,
          host.y + (low ? -middle(size) * 2 - 5 : 8),
          capsules.map(({ part, centre, capsule }) => ({ key: part, to: [capsule.x, centre] })),
        )
      : []),
  ];
}
