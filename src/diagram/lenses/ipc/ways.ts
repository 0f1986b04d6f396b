import { coursePart } from '../../../host/entity.ts';
import type { PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { courses, type Metrics } from '../../building/metrics.ts';
import type { LineShape, Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { type IpcPlan, plaque, plaquesAt } from './plan.ts';

type Way = Pick<LineShape, 'points' | 'stroke' | 'strokeWidth'>;
const drawn = { stroke: 'ipc', strokeWidth: 1.6 } as const;

/** Half of a passage's width. */
const half = 11;

/** Whether two rooms stand next to each other, so that a passage can join them. */
export function adjacent(one: number, other: number, { flow, rooms }: IpcPlan): boolean {
  return Math.abs(one - other) === 1 && (flow === 'down' || (flow === 'across' && rooms[one]?.y === rooms[other]?.y));
}

/** What opens the ipc courses of two rooms that stand next to each other into one; nothing where another room stands between them. */
export function passage(
  room: PlacedRoom,
  other: number,
  { from, to }: { from: RoomPlan; to: RoomPlan },
  plan: IpcPlan,
  metrics: Metrics,
): Shape[] {
  // The courses outside the ipc course give way, and this one joins its like.
  const ring = 1 + courses.indexOf('ipc') * metrics.pitch;
  const part = coursePart('ipc', room.container);
  const pen = penFor(part, `passage:${room.container.name}`);
  const [one, two] = other < room.place ? [from, to] : [to, from];
  if (!adjacent(room.place, other, plan)) return [];
  const edge = { stroke: 'ipc', strokeWidth: 4 } as const;
  if (plan.flow === 'across') {
    const [start, end] = [one.x + one.width - ring, two.x + ring];
    const y = one.inside.y + plaquesAt + plaque.height / 2;
    const side = (at: number): [number, number][] => [
      [start - 2, at],
      [end + 2, at],
    ];
    return [
      pen.box('floor', { x: start - 3, y: y - half, width: end - start + 6, height: 2 * half, fill: 'sheet' }),
      pen.line('one', { points: side(y - half), ...edge }),
      pen.line('two', { points: side(y + half), ...edge }),
    ];
  }
  const [start, end] = [one.y + one.height - ring, two.y + ring];
  const x = passageX(two, metrics.inset);
  const side = (at: number): [number, number][] => [
    [at, start - 2],
    [at, end + 2],
  ];
  return [
    pen.box('floor', { x: x - half, y: start - 3, width: 2 * half, height: end - start + 6, fill: 'sheet' }),
    pen.line('one', { points: side(x - half), ...edge }),
    pen.line('two', { points: side(x + half), ...edge }),
  ];
}

/** Where a way runs down beside what stands in a room. */
function passageX(at: RoomPlan, inset: number): number {
  return at.inside.x + at.inside.width - inset / 2;
}

/** From the host's area, or from another room's plaques, to a room's first process. */
export function wayIn(
  plan: IpcPlan,
  at: RoomPlan,
  chip: { x: number; width: number; centre: number },
  from?: RoomPlan & { inset: number },
): Way {
  const { host, flow } = plan;
  if (from) {
    const y = from.inside.y + plaquesAt + plaque.height / 2;
    const end = from.inside.x + from.inside.width - from.inset;
    const reader = chip.x + chip.width - 12;
    if (from.y === at.y)
      return {
        points:
          from.x < at.x
            ? [
                [end, y],
                [reader, y],
                [reader, chip.centre - 18],
              ]
            : [
                [from.inside.x + from.inset, y],
                [reader, y],
                [reader, chip.centre - 18],
              ],
        ...drawn,
      };
    const lane = passageX(at, from.inset);
    return {
      points: [
        [end, y],
        [lane, y],
        [lane, chip.centre],
        [chip.x + chip.width, chip.centre],
      ],
      ...drawn,
    };
  }
  if (flow === 'alone')
    return {
      points: [
        [host.x + host.width, chip.centre],
        [chip.x, chip.centre],
      ],
      ...drawn,
    };
  const lane = at.x - 6;
  return {
    points: [
      [lane, host.y + host.height],
      [lane, chip.centre],
      [chip.x, chip.centre],
    ],
    ...drawn,
  };
}
