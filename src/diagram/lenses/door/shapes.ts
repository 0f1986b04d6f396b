import { type Door, doorOf, doorPart } from '../../../host/doors.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import { arrowStart, below, isStaggered, levelOf } from './plan.ts';

/** Half a doorway's width. */
const half = 11;
const line = 16;

/** The doors of one room: a gap in its floor for each, an arrow through it, and what it leads to; a shut one keeps that back. */
export function doorShapes(
  facts: HostFacts,
  room: Room,
  doors: Door[],
  at: RoomPlan,
  metrics: Metrics,
  veiled: string[],
): Shape[] {
  const { container } = room;
  const slot = at.inside.width / doors.length;
  const depth = wallDepth(metrics);
  const beside = isStaggered(doors.length) ? Math.min(2 * slot - 12, 2 * depth + slot - 4) : slot - 8;
  const width = doors.length === 1 ? at.width - 4 : beside;
  return doors.flatMap((door, index) => {
    const shut = veiled.includes(doorPart(door));
    const { label, value, use } = doorOf(door, container, facts);
    const x = at.inside.x + (index + 0.5) * slot;
    const top = at.y + at.height + below + levelOf(index, doors.length);
    const pen = penFor(doorPart(door), `${doorPart(door)}:${container.name}`);
    const refused = !shut && use === 'refused';
    return [
      ...doorway(pen, x, at),
      ...(shut || refused ? [leaf(pen, x, at)] : []),
      ...(shut ? [] : arrow(pen, x, arrowStart(at), refused ? leafAt(at) - 2 : top - 2)),
      pen.text('label', {
        x,
        y: top + 12,
        text: shorten(label, 'sans-bold', 12.5, width),
        size: 12.5,
        font: 'sans-bold',
        anchor: 'middle',
        tone: shut ? 'soft' : 'ink',
      }),
      pen.text('value', {
        x,
        y: top + 12 + line,
        text: shut ? '?' : shorten(value ?? '', 'mono', 12, width),
        size: 12,
        font: 'mono',
        anchor: 'middle',
      }),
      ...(use && !shut
        ? [
            pen.text('use', {
              x,
              y: top + 12 + 2 * line,
              text: shorten(use, 'sans', 12, width),
              size: 12,
              anchor: 'middle',
              tone: 'soft',
            }),
          ]
        : []),
    ];
  });
}

/** The gap in the wall, with a jamb on either side. */
function doorway(pen: Pen, x: number, at: RoomPlan): Shape[] {
  const [from, to] = [at.inside.y + at.inside.height - 2, at.y + at.height + 3];
  const jamb = (side: number): [number, number][] => [
    [x + side * half, from],
    [x + side * half, to],
  ];
  return [
    pen.box('gap', { x: x - half, y: from, width: 2 * half, height: to - from, fill: 'sheet' }),
    pen.line('left', { points: jamb(-1), stroke: 'ink', strokeWidth: 1.6 }),
    pen.line('right', { points: jamb(1), stroke: 'ink', strokeWidth: 1.6 }),
  ];
}

function leafAt(at: RoomPlan): number {
  return at.inside.y + at.inside.height + 6;
}

/** What closes a doorway. */
function leaf(pen: Pen, x: number, at: RoomPlan): Shape {
  const y = leafAt(at);
  return pen.line('leaf', {
    points: [
      [x - half, y],
      [x + half, y],
    ],
    stroke: 'ink',
    strokeWidth: 3,
  });
}

function arrow(pen: Pen, x: number, from: number, to: number): Shape[] {
  const ink = { stroke: 'ink', strokeWidth: 1.6 } as const;
  return [
    pen.line('arrow', {
      points: [
        [x, from],
        [x, to],
      ],
      ...ink,
    }),
    pen.line('head', {
      points: [
        [x - 5, to - 6],
        [x, to],
        [x + 5, to - 6],
      ],
      ...ink,
    }),
  ];
}
