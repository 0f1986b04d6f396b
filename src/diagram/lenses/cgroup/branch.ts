import { coursePart } from '../../../host/entity.ts';
import { nameOf, parentOf, withDigits } from '../../building/cgroup-paths.ts';
import type { PlacedRoom, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { arrowHead, askingPen, isRead, readOn } from '../telling.ts';
import { elbow, type PlacedNode } from './nodes.ts';
import { pathPlate } from './path-plate.ts';
import { type Branch, hostPlate, node, plateHeightIn } from './plan.ts';
import { toldInside } from './read.ts';
import * as wording from './words.ts';

/** A container's cgroup in the host's tree, and where it and its room stand. */
export interface HungRoom {
  room: PlacedRoom;
  /** The cgroup of the container's first process, as the host reads it. */
  path: string;
  at: Branch;
  tree: PlacedNode[];
  /** Whether it is the only room. */
  alone: boolean;
}

/** Where the line from the first leaf down to its room runs: behind the room's name. */
export function hangX({ leaf }: Branch): number {
  return leaf.x + 84;
}

/** A container's cgroup in the tree, the room that hangs at it, its path as the host reads it, and which node is its room's root. */
export function branchShapes(hung: HungRoom, metrics: Metrics, told: Told): Shape[] {
  const { at, path, room, tree } = hung;
  const low = metrics.format === 'landscape';
  const { leaf } = at;
  const name = room.container.name;
  const pen = penFor(`container:${name}`, `scope:${name}`);
  const size = low ? 13 : 12;
  const whole = withDigits(nameOf(path), low ? 4 : 12);
  const text = shorten(whole, 'mono', size, leaf.width - 16 - (low ? 0 : 78));
  const width = Math.min(leaf.width, Math.ceil(measure(text, 'mono', size)) + 16);
  const above = tree.find(({ each }) => each.path === parentOf(path))?.at;
  const read = readOn('host', told).some(({ line }) => line.startsWith('0::'));
  return [
    ...(above ? [pen.line('branch', elbow(above, leaf, true))] : []),
    hangLine(pen, hung, width, metrics, told),
    pen.box('node', {
      x: leaf.x,
      y: leaf.y,
      width,
      height: node.height,
      radius: 3,
      fill: 'paper',
      stroke: 'ink',
      strokeWidth: read && low ? 2.6 : 1.4,
    }),
    pen.text('name', {
      x: leaf.x + 8,
      y: leaf.y + node.height / 2 + middle(size),
      text,
      size,
      font: 'mono',
    }),
    ...(low ? (read ? lineUp(at, metrics) : []) : hostReads(hung, read, metrics, told)),
    ...rootMark(hung, width, metrics, told),
  ];
}

/** From a container's cgroup to its room: straight down to a room that is alone, else along the margin; in landscape beside it. */
function hangLine(pen: Pen, { room, at, alone }: HungRoom, width: number, metrics: Metrics, told: Told): Shape {
  const { leaf } = at;
  const look = { stroke: 'ink', strokeWidth: 1.4 } as const;
  const centre = leaf.y + node.height / 2;
  if (metrics.format === 'landscape')
    return pen.line('hangs', {
      points: [
        [leaf.x + width, centre],
        [at.room.x, centre],
      ],
      ...look,
    });
  if (alone)
    return pen.line('hangs', {
      points: [
        [hangX(at), leaf.y + node.height],
        [hangX(at), at.room.y],
      ],
      ...look,
    });
  const flagged = room.wall?.cgroup === 'own' && toldInside(room, told);
  const from = leaf.x + width + (flagged ? 6 + flagWidth(metrics) : 0);
  const margin = metrics.right - metrics.pad + 2 + room.place * 2.5;
  const middleY = at.room.y + at.room.height / 2;
  return pen.line('hangs', {
    points: [
      [from, centre],
      [margin, centre],
      [margin, middleY],
      [at.room.x + at.room.width, middleY],
    ],
    ...look,
  });
}

/** The first container's path as the host has read it, and in the step that reads it the way up to it. */
function hostReads({ room, path, at }: HungRoom, reading: boolean, metrics: Metrics, told: Told): Shape[] {
  const toldOutside = isRead(told, ({ by, line }) => by === 'host' && line.startsWith('0::'));
  if (room.place !== 0 || !toldOutside) return [];
  const { name } = room.container;
  const host = hostPlate(metrics);
  const foot = host.y + plateHeightIn(metrics);
  const pen = askingPen('host');
  return [
    ...pathPlate(
      { part: `container:${name}`, group: `path:host:${name}`, title: wording.fromHost, path },
      host,
      metrics,
    ),
    ...(reading
      ? [
          pen.line('lane', {
            points: [
              [host.x + 20, foot],
              [host.x + 20, at.leaf.y],
            ],
            stroke: 'ink',
            strokeWidth: 1.3,
          }),
          arrowHead(pen, 'head', [host.x + 20, foot], 'up'),
        ]
      : []),
  ];
}

/** From what was run on the host up to the container's cgroup, in landscape. */
function lineUp({ leaf, room }: Branch, metrics: Metrics): Shape[] {
  const pen = penFor('host', 'reads:host');
  const x = metrics.left + metrics.pad + 4;
  const centre = leaf.y + node.height / 2;
  return [
    pen.line('lane', {
      points: [
        [x, room.y + room.height - 20],
        [x, centre],
        [leaf.x, centre],
      ],
      stroke: 'ink',
      strokeWidth: 1.3,
    }),
    pen.box('dot', { x: leaf.x - 3, y: centre - 3, width: 6, height: 6, radius: 3, fill: 'ink' }),
  ];
}

/** How wide the flag at a room's root is. */
function flagWidth({ format }: Metrics): number {
  return measure('/ inside', 'mono', format === 'landscape' ? 13 : 12) + 12;
}

/** A flag at the node that is the root for those inside, once they have read where they are: it moves with the wall. */
function rootMark({ room, at, tree }: HungRoom, width: number, metrics: Metrics, told: Told): Shape[] {
  const { container, wall } = room;
  if (!wall || !toldInside(room, told)) return [];
  const low = metrics.format === 'landscape';
  const own = wall.cgroup === 'own';
  const top = tree[0]?.at;
  if (!own && !top) return [];
  const pen = penFor(coursePart('cgroup', container), `root:${container.name}`);
  const size = low ? 13 : 12;
  const text = '/ inside';
  const box = { width: flagWidth(metrics), height: 20 };
  // Beside its node; below a leaf that fills its row. Each room has a flag of its own at the host's root.
  const place = own
    ? low
      ? { x: at.leaf.x + width - box.width, y: at.leaf.y + node.height + 4 }
      : { x: at.leaf.x + width + 6, y: at.leaf.y + 2 }
    : { x: (top?.x ?? 0) + 38 + (low ? 0 : room.place * 78), y: (top?.y ?? 0) + 2 };
  if (!own && room.place > 0) return [];
  return [
    pen.box('flag', { ...place, ...box, radius: 3, fill: 'sheet', stroke: 'cgroup', strokeWidth: 1.6 }),
    pen.text('root', { x: place.x + 6, y: place.y + 10 + middle(size), text, size, font: 'mono', tone: 'cgroup' }),
  ];
}
