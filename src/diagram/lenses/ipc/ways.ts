import { coursePart } from '../../../host/entity.ts';
import type { PlacedRoom } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import type { LineShape, Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { type IpcPlan, type IpcRoom, plaqueAt } from './plan.ts';

type Point = [x: number, y: number];

/** Half of a passage's width. */
const half = 8;
const ipc = { stroke: 'ipc', strokeWidth: 1.6 } as const;
const ink = { stroke: 'ink', strokeWidth: 1.4 } as const;

/** Whether two rooms stand next to each other, so that a passage can join them. */
export function adjacent(one: number, other: number, { flow, rooms }: IpcPlan): boolean {
  return Math.abs(one - other) === 1 && (flow === 'down' || (flow === 'across' && rooms[one]?.y === rooms[other]?.y));
}

/** Where the passage between two rooms runs: beside the processes where rooms stand below each other, else at the first plaque. */
function passageAt(room: IpcRoom, { flow }: IpcPlan): number {
  return flow === 'down' ? room.chip.x - 10 : room.plaques.y + room.plaques.height / 2;
}

/** What opens the ipc courses of two rooms that stand next to each other into one; nothing where another room stands between them. */
export function passage(room: PlacedRoom, other: number, plan: IpcPlan, metrics: Metrics): Shape[] {
  const [first, second] = [plan.rooms[Math.min(room.place, other)], plan.rooms[Math.max(room.place, other)]];
  if (!first || !second || !adjacent(room.place, other, plan)) return [];
  // The courses outside the ipc course give way, and this one joins its like.
  const ring = 1 + plan.courses.indexOf('ipc') * metrics.pitch;
  const pen = penFor(coursePart('ipc', room.container), `passage:${room.container.name}`);
  const down = plan.flow === 'down';
  const at = passageAt(first, plan);
  const [start, end] = down
    ? [first.y + first.height - ring, second.y + ring]
    : [first.x + first.width - ring, second.x + ring];
  const point = (along: number, across: number): Point => (down ? [across, along] : [along, across]);
  const side = (across: number): Point[] => [point(start - 2, across), point(end + 2, across)];
  const [x, y] = point(start - 3, at - half);
  const length = end - start + 6;
  const edge = { stroke: 'ipc', strokeWidth: 3.4 } as const;
  return [
    pen.box('floor', { x, y, width: down ? 2 * half : length, height: down ? length : 2 * half, fill: 'sheet' }),
    pen.line('one', { points: side(at - half), ...edge }),
    pen.line('two', { points: side(at + half), ...edge }),
  ];
}

/** The middle of a room's process, from which it looks. */
function centreOf({ chip }: IpcRoom, metrics: Metrics): number {
  return chip.y + heightsOf[metrics.format].chip / 2;
}

/** Where the line from the host's namespace comes down into a room that stands below it alone. */
export function wayX({ chip }: IpcRoom): number {
  return chip.x + chip.width - 16;
}

/** From the host's namespace to the process of a room that has none of its own. */
export function wayFromHost(pen: Pen, room: IpcRoom, plan: IpcPlan, metrics: Metrics): Shape[] {
  const { host, flow } = plan;
  if (!host) return [];
  const y = centreOf(room, metrics);
  const low = metrics.format === 'landscape';
  const foot = plan.hostEnd;
  if (flow === 'alone') {
    const level = host.y + host.height / 2;
    const lane = host.x + host.width + 6;
    const points: Point[] = low
      ? [
          [host.x + host.width, level],
          [lane, level],
          [lane, y],
          [room.chip.x, y],
        ]
      : [
          [wayX(room), foot],
          [wayX(room), room.chip.y],
        ];
    return [pen.line('way', { points, ...ipc })];
  }
  const lane = room.x - 5;
  return [
    pen.line('way', {
      points: [
        [lane, foot],
        [lane, y],
        [room.chip.x, y],
      ],
      ...ipc,
    }),
  ];
}

/** Who looks through a passage, into whose room, and at which plaque there. */
export interface Passing {
  from: IpcRoom;
  owner: IpcRoom;
  index: number;
}

/** From the process of a room through the passage to a plaque in the namespace that it joined. */
export function wayThrough(
  pen: Pen,
  { from, owner, index }: Passing,
  plan: IpcPlan,
  metrics: Metrics,
  look: typeof ipc | typeof ink = ipc,
): LineShape {
  const y = centreOf(from, metrics);
  const later = from.y > owner.y || from.x > owner.x;
  const at = passageAt(later ? owner : from, plan);
  const plaque = plaqueAt(index, owner.plaques);
  const level = plaque.y + plaque.height / 2;
  if (plan.flow === 'down')
    return pen.line('way', {
      points: [
        [from.chip.x, y],
        [at, y],
        [at, level],
        [plaque.x + plaque.width, level],
      ],
      ...look,
    });
  const lane = later ? from.chip.x - 4 : from.chip.x + from.chip.width + 4;
  const edge = later ? plaque.x + plaque.width : plaque.x;
  const turn = later ? edge + 4 : edge - 4;
  return pen.line('way', {
    points: [
      [later ? from.chip.x : from.chip.x + from.chip.width, y],
      [lane, y],
      [lane, at],
      [turn, at],
      [turn, level],
      [edge, level],
    ],
    ...look,
  });
}

function dot(pen: Pen, key: string, [x, y]: Point): Shape {
  return pen.box(`dot-${key}`, { x: x - 3, y: y - 3, width: 6, height: 6, radius: 3, fill: 'ink' });
}

/** From a process to the plaques of its own room that it reads, by their places among the others. */
export function lookAround(pen: Pen, room: IpcRoom, seen: number[], plan: IpcPlan, metrics: Metrics): Shape[] {
  if (seen.length === 0) return [];
  const places = seen.map((index) => plaqueAt(index, room.plaques));
  const y = centreOf(room, metrics);
  if (metrics.format === 'landscape') {
    const edge = room.chip.x + room.chip.width;
    const ends = places.map((each): Point => [each.x + each.width, each.y + each.height / 2]);
    const lane = edge + 4;
    return [
      pen.line('lane', {
        points: [
          [edge, y],
          [lane, y],
          [lane, Math.min(...ends.map((end) => end[1]))],
        ],
        ...ink,
      }),
      ...ends.flatMap((end, index) => [
        pen.line(`reads-${seen[index]}`, { points: [[lane, end[1]], end], ...ink }),
        dot(pen, String(seen[index]), end),
      ]),
    ];
  }
  if (plan.flow === 'alone')
    // Only the lowest row is next to the process.
    return places.flatMap((each, index) => {
      const tip: Point = [each.x + 24, each.y + each.height];
      const near = room.chip.y - tip[1] < room.plaques.pitch + 30;
      return [
        ...(near ? [pen.line(`reads-${seen[index]}`, { points: [[tip[0], room.chip.y], tip], ...ink })] : []),
        dot(pen, String(seen[index]), tip),
      ];
    });
  const bus = room.plaques.y - 5;
  const start: Point = [room.chip.x + 36, room.chip.y];
  const tops = places
    .filter(({ y: top }) => top === room.plaques.y)
    .map((each): Point => [each.x + each.width / 2, each.y]);
  if (tops.length === 0) return [];
  return [
    pen.line('lane', { points: [start, [start[0], bus], [Math.min(...tops.map(([x]) => x)), bus]], ...ink }),
    ...tops.flatMap((tip, index) => [
      pen.line(`reads-${index}`, { points: [[tip[0], bus], tip], ...ink }),
      dot(pen, String(index), tip),
    ]),
  ];
}

/** From what was run on the host to the plaques of the host's namespace that it read. */
export function lookOnHost(pen: Pen, seen: number[], from: Point, plan: IpcPlan): Shape[] {
  const { host, frame } = plan;
  if (!host || seen.length === 0) return [];
  const places = seen.map((index) => plaqueAt(index, host));
  if (!frame) {
    const lane = host.x - 8;
    const ends = places.map((each): Point => [each.x, each.y + each.height / 2]);
    return [
      pen.line('lane', {
        points: [
          [lane, from[1]],
          [lane, Math.min(...ends.map((end) => end[1]))],
        ],
        ...ink,
      }),
      ...ends.flatMap((end, index) => [
        pen.line(`reads-${seen[index]}`, { points: [[lane, end[1]], end], ...ink }),
        dot(pen, String(seen[index]), end),
      ]),
    ];
  }
  const tops = places.filter(({ y }) => y === host.y).map((each): Point => [each.x + each.width - 30, each.y]);
  if (tops.length === 0) return [];
  const bus = host.y - 4.5;
  return [
    pen.line('lane', {
      points: [
        [from[0], bus],
        [Math.min(...tops.map(([x]) => x)), bus],
      ],
      ...ink,
    }),
    ...tops.flatMap((tip, index) => [
      pen.line(`reads-${index}`, { points: [[tip[0], bus], tip], ...ink }),
      dot(pen, String(index), tip),
    ]),
  ];
}

/** From the process of a room without a namespace of its own to the plaques of the host's that it reads. */
export function lookAtHost(pen: Pen, room: IpcRoom, seen: number[], plan: IpcPlan, metrics: Metrics): Shape[] {
  const { host, frame, flow } = plan;
  if (!host || flow !== 'alone' || seen.length === 0) return [];
  const places = seen.map((index) => plaqueAt(index, host));
  if (!frame) {
    const y = centreOf(room, metrics) + 5;
    const lane = host.x + host.width + 4;
    const ends = places.map((each): Point => [each.x + each.width, each.y + each.height / 2 + 6]);
    const levels = [y, ...ends.map((end) => end[1])];
    return [
      pen.line('lane', {
        points: [
          [lane, Math.min(...levels)],
          [lane, Math.max(...levels)],
        ],
        ...ink,
      }),
      pen.line('from', {
        points: [
          [room.chip.x, y],
          [lane, y],
        ],
        ...ink,
      }),
      ...ends.flatMap((end, index) => [
        pen.line(`reads-${seen[index]}`, { points: [[lane, end[1]], end], ...ink }),
        dot(pen, String(seen[index]), end),
      ]),
    ];
  }
  const foot = host.y + host.height;
  const bottoms = places.filter(({ y }) => y === host.y).map((each): Point => [each.x + each.width / 2, foot]);
  if (bottoms.length === 0) return [];
  const [x, bus] = [wayX(room) - 8, foot + 5];
  const xs = [x, ...bottoms.map((end) => end[0])];
  return [
    pen.line('from', {
      points: [
        [x, room.chip.y],
        [x, bus],
      ],
      ...ink,
    }),
    pen.line('bus', {
      points: [
        [Math.min(...xs), bus],
        [Math.max(...xs), bus],
      ],
      ...ink,
    }),
    ...bottoms.flatMap((end, index) => [
      pen.line(`reads-${index}`, { points: [[end[0], bus], end], ...ink }),
      dot(pen, String(index), end),
    ]),
  ];
}
