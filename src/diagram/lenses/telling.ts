import type { Asked, Read, Told } from '../building/geometry.ts';
import type { LineShape, Shape } from '../drawing.ts';
import { type Pen, penFor } from '../paper/pen.ts';
import { measure } from '../paper/text.ts';

type Point = [x: number, y: number];

const ink = { stroke: 'ink', strokeWidth: 1.3 } as const;

/** What was run on that side in this step. */
export function askedOn(side: string, { asked = [] }: Told): Asked[] {
  return asked.filter(({ by }) => by === side);
}

/** What this step's output said on that side. */
export function readOn(side: string, { reads = [] }: Told): Read[] {
  return reads.filter(({ by, fresh }) => fresh && by === side);
}

/** Whether a step up to this one read such a thing; also where nobody counts what is read. */
export function isRead({ reads }: Told, such: (read: Read) => boolean): boolean {
  return reads === undefined || reads.some(such);
}

/** As many of a command's first words as fit, from its first pipeline; nothing where not even one does. */
export function wordsOf(command: string, size: number, room: number): string {
  const words =
    command
      .split(/\s*(?:;|\||&&)\s*/)[0]
      ?.replace(/^\(/, '')
      .split(' ') ?? [];
  // Nor is there room for what the shell fills in, or for what a program fills in.
  const plain = words.findIndex((word) => /[$'"{]/.test(word));
  let kept = plain > 0 ? plain : words.length;
  while (kept > 0 && measure(words.slice(0, kept).join(' '), 'mono', size) > room) kept--;
  // An option without what it is for says nothing.
  if (kept < words.length) while (kept > 1 && words[kept - 1]?.startsWith('-')) kept--;
  return words.slice(0, kept).join(' ');
}

/** Where a command stands that was run on a side: on the baseline, from the left or up to the right. */
interface TagPlace {
  x: number;
  y: number;
  width: number;
  anchor: 'start' | 'end';
  size: number;
}

/** A pen for what was run on a side. */
export function askingPen(side: string): Pen {
  return penFor(side === 'host' ? 'host' : `container:${side}`, `asked:${side}`);
}

/** The command that was run on a side, in as many words as fit; nothing where none was. */
export function commandTag(side: string, told: Told, { width, ...at }: TagPlace): Shape[] {
  const [first] = askedOn(side, told);
  const text = first ? wordsOf(first.command, at.size, width) : '';
  return text ? [askingPen(side).text('command', { ...at, text, font: 'mono' })] : [];
}

/** A lane from a command to everything that it read, with a dot where each of them stands. */
export function readingLane(pen: Pen, lane: number, from: number, ends: { key: string; to: Point }[]): Shape[] {
  if (ends.length === 0) return [];
  const levels = [from, ...ends.map(({ to }) => to[1])];
  const line = (name: string, points: Point[]): LineShape => pen.line(name, { points, ...ink });
  return [
    line('lane', [
      [lane, Math.min(...levels)],
      [lane, Math.max(...levels)],
    ]),
    ...ends.flatMap(({ key, to }) => [
      line(`reads-${key}`, [[lane, to[1]], to]),
      pen.box(`dot-${key}`, { x: to[0] - 3, y: to[1] - 3, width: 6, height: 6, radius: 3, fill: 'ink' }),
    ]),
  ];
}

/** The two strokes of an arrow's head. */
export function arrowHead(pen: Pen, name: string, [x, y]: Point, towards: 'left' | 'right' | 'up' | 'down'): Shape {
  const [dx, dy] = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[towards] as Point;
  return pen.line(name, {
    points: [
      [x - 7 * dx + 4.5 * dy, y - 7 * dy + 4.5 * dx],
      [x, y],
      [x - 7 * dx - 4.5 * dy, y - 7 * dy - 4.5 * dx],
    ],
    ...ink,
    strokeWidth: 1.6,
  });
}
