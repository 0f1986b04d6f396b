import { processPart } from '../../../host/entity.ts';
import type { HostFacts, Process } from '../../../host/facts.ts';
import { idsFrom } from '../../../host/ids.ts';
import type { RoomPlan } from '../../building/geometry.ts';
import { labelOf } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import type { Box } from '../../paper/box.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';

/** Whether the host's column is a phone's, in which an id of ten digits just fits. */
export function isTight(width: number): boolean {
  return width < 110;
}

/** The ids that are one: from a range on the host, through the wall, to the range inside. */
export function band(pen: Pen, index: number, inside: Box, outside: Box, own: boolean): Shape[] {
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
export function rangeBox(pen: Pen, name: string, at: Box, first: number, length: number, own: boolean): Shape[] {
  const tight = isTight(at.width);
  const [pad, size] = tight ? [5, 12] : [8, 13];
  const x = at.x + pad;
  const inner = at.width - 2 * pad;
  const ids = idsFrom(first, length);
  const fits = measure(ids, 'mono', size) <= inner;
  const count = `${length} ${length === 1 ? 'id' : 'ids'}`;
  const [upper, lower] = fits ? [ids, count] : [`${first}–`, String(first + length - 1)];
  if (at.height < 40) {
    return [
      pen.box(name, { ...at, radius: 3, fill: 'paper', stroke: own ? 'user' : 'line', strokeWidth: own ? 1.6 : 1 }),
      pen.text(`${name}-first`, {
        x: at.x + 5,
        y: at.y + at.height / 2 + middle(13),
        text: shorten(length === 1 ? `${first}` : ids, 'mono', 13, at.width - 10),
        size: 13,
        font: 'mono',
      }),
    ];
  }
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
export function asRoot(pen: Pen, root: Box, capsule: Box): Shape {
  const x = capsule.x + capsule.width / 2;
  const [side, bottom] = [root.x + root.width, root.y + root.height];
  const middleOf = root.y + root.height / 2;
  const points: [number, number][] =
    middleOf > capsule.y
      ? [
          [side, middleOf],
          [capsule.x, middleOf],
        ]
      : x > side
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
export function rootBox(pen: Pen, facts: HostFacts, at: Box, held: boolean): Shape[] {
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

/** The capsule with a process's id on the host stands right before the wall. */
export function capsuleBox(process: Process, at: RoomPlan, chipTop: number, kept: boolean, chipHeight: number): Box {
  const width = Math.max(42, (kept ? 1 : String(process.uid).length) * 7.8 + 17);
  const height = Math.min(30, chipHeight);
  return { x: at.x - 6 - width, y: chipTop + (chipHeight - height) / 2, width, height };
}

/** The two numbers of a process's user, where they stand, and the ranges that begin with them. */
interface Numbers {
  /** Inside; undefined: none is. */
  uid: number | undefined;
  /** Whether the number on the host is kept back. */
  kept: boolean;
  chip: Box;
  capsule: Box;
  ties?: [inside: number, outside: number] | undefined;
}

/** A process with its user id inside and, before the wall, the host's; tied to the ranges that begin with them. */
export function numbered(facts: HostFacts, process: Process, { uid, kept, chip, capsule, ties }: Numbers): Shape[] {
  const pen = penFor(processPart(process, facts));
  const centre = chip.y + chip.height / 2;
  const size = String(uid).length > 4 || chip.height < 30 ? 13 : 16;
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
          tie('tie-inside', chip.x + 15, chip.y + chip.height, ties[0]),
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
    pen.box('chip', { ...chip, radius: 3, fill: 'paper', ...stroke }),
    pen.text('uid', { x: chip.x + 10, y: centre + middle(size), text: number, size, font: 'mono', tone: 'user' }),
    pen.text('label', {
      x: labelX,
      y: centre + middle(13),
      text: shorten(labelOf(process), 'mono', 13, chip.x + chip.width - 6 - labelX),
      size: 13,
      font: 'mono',
    }),
    pen.box('capsule', { ...capsule, radius: capsule.height / 2, fill: 'sheet', ...stroke }),
    pen.text('host-uid', {
      x: capsule.x + capsule.width / 2,
      y: centre + middle(13),
      text: kept ? '?' : String(process.uid),
      size: 13,
      font: 'mono',
      anchor: 'middle',
      tone: 'user',
    }),
  ];
}
