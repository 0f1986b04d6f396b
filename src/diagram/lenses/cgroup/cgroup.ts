import { coursePart, meterPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { cgroupSeen, processesOf } from '../../../host/views.ts';
import { nameOf, parentOf, withDigits } from '../../building/cgroup-paths.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { arrowHead, askingPen, commandTag, isRead, readOn } from '../telling.ts';
import {
  type Branch,
  bottomOf,
  branches,
  hostPlate,
  insideOf,
  leafDepth,
  maxChips,
  type NodePlace,
  node,
  nodesOf,
  plateHeightIn,
  treeTop,
} from './plan.ts';
import { hostTree, type TreeNode } from './tree.ts';

type Node = { each: TreeNode; at: NodePlace };

/** How wide the plate of a path is in a room, where what is read of its limits stands beside it. */
const plateWidth = 154;

/** The tree of cgroups, a room at each container's, and the path of it as read from either side of the wall. */
export const cgroupLens: Lens = {
  focus: 'cgroup',
  measures: { tall: { inset: 8 }, landscape: { roomLeft: 146, inset: 7 } },
  cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
  hostRows: (facts) => hostTree(facts).length,
  bottom: bottomOf,
  places: (canvas, metrics) => branches(canvas, metrics).map(({ room }) => room),
  draw(facts, rooms, canvas, metrics, _veiled, told) {
    const places = branches(canvas, metrics);
    const low = metrics.format === 'landscape';
    const slabTop =
      canvas.height > 0 ? canvas.height - metrics.top - metrics.slabHeight : bottomOf(canvas, metrics) + 18;
    const kept = hostTree(facts, nodesOf(canvas.hostChips, metrics)).filter(({ above }) => above || !low);
    const tree = kept.map((each, index) => ({ each, at: nodeAt(each, index, metrics) }));
    const shapes = tree.flatMap(({ each, at }) => nodeShapes(each, at, tree));
    if (low && readOn('host', told).length > 0)
      shapes.push(
        ...commandTag('host', told, {
          x: metrics.left + metrics.pad,
          y: slabTop - 12,
          width: 128,
          anchor: 'start',
          size: 13,
        }),
      );
    for (const room of rooms) {
      const at = places[room.place];
      if (!at) continue;
      const named = low || places.length > 1 ? {} : { labelWidth: hangX(at) - 12 - at.room.x };
      shapes.push(...wallShapes(room, cgroupLens, metrics, { ...at.room, ...named }));
      if (!room.first) continue;
      shapes.push(
        ...branchShapes(facts, room, room.first.cgroup, at, tree, places.length === 1, metrics, told),
        ...insideShapes(facts, room, metrics, at.room, told),
      );
    }
    const last = places.at(-1)?.room;
    return [...shapes, ...(last ? sharedLegend(rooms, cgroupLens, metrics, last) : [])];
  },
  about(facts, room, veiled, _canvas, told) {
    const { first, wall, container } = room;
    if (!first) return '';
    const own = wall?.cgroup === 'own' ? 'has a cgroup namespace of its own' : 'uses the host’s cgroup namespace';
    const seen = veiled.includes(coursePart('cgroup', container)) ? undefined : cgroupSeen(first, facts);
    const read = (path: string) => withDigits(path, 12);
    const inside = seen === undefined ? '' : ` and ${read(seen)} inside`;
    const limits = limitsRead(facts, room, told);
    const said = limits ? ` Inside, ${limits.join(' and ')} has just been read of it.` : '';
    const refused = told.refused?.by === container.name ? ' What was just looked for inside is not there.' : '';
    return `${own}: its cgroup reads ${read(first.cgroup)} on the host${inside}.${said}${refused}`;
  },
};

function nodeAt({ depth, above }: TreeNode, index: number, metrics: Metrics): NodePlace {
  const low = metrics.format === 'landscape';
  const most = low ? 1 : above ? leafDepth - 1 : leafDepth;
  const indent = low ? Math.min(depth, 1) * 7 : Math.min(depth, most) * node.indent;
  const x = metrics.left + metrics.pad + indent;
  const end = low ? metrics.roomLeft - 12 : hostPlate(metrics).x - 8;
  return { x, y: treeTop(metrics) + index * node.pitch, width: end - x };
}

/** One of the host's cgroups, and the line down to it from the one above. */
function nodeShapes(each: TreeNode, at: NodePlace, tree: Node[]): Shape[] {
  const pen = penFor('host', `cgroup:${each.path}`);
  const tone = each.above ? 'ink' : 'soft';
  const size = 13;
  const name = shorten(each.name, 'mono', size, at.width - 16);
  const parent = each.path === '/' ? undefined : tree.find((other) => other.each.path === parentOf(each.path))?.at;
  return [
    ...(parent && parent.x < at.x ? [pen.line('branch', elbow(parent, at, each.above))] : []),
    pen.box('node', {
      x: at.x,
      y: at.y,
      // As wide as its name, so that the steps of the tree show.
      width: Math.max(32, Math.ceil(name.length * size * 0.6) + 16),
      height: node.height,
      radius: 3,
      fill: 'paper',
      stroke: each.above ? 'ink' : 'line',
      strokeWidth: each.above ? 1.4 : 1,
    }),
    pen.text('name', { x: at.x + 8, y: at.y + node.height / 2 + middle(size), text: name, size, font: 'mono', tone }),
  ];
}

/** From below one node to the side of another one. */
function elbow(from: NodePlace, to: NodePlace, strong: boolean) {
  const x = Math.min(from.x + 7, to.x - 3.5);
  const y = to.y + node.height / 2;
  const points: [number, number][] = [
    [x, from.y + node.height],
    [x, y],
    [to.x, y],
  ];
  return {
    points,
    stroke: strong ? 'ink' : 'soft',
    strokeWidth: strong ? 1.4 : 1,
    strength: strong ? 1 : 0.6,
  } as const;
}

/** Where the line from the first leaf down to its room runs: behind the room's name. */
function hangX({ leaf }: Branch): number {
  return leaf.x + 84;
}

/** Whether someone in the room has read its own path. */
function toldInside({ container }: PlacedRoom, told: Told): boolean {
  return isRead(told, ({ by, line }) => by === container.name && line.startsWith('0::'));
}

/** The limits of the room's cgroup that this step read inside. */
function limitsRead(
  facts: HostFacts,
  { container, first }: { container: PlacedRoom['container']; first: PlacedRoom['first'] },
  told: Told,
): string[] | undefined {
  const group = facts.cgroups.find(({ path }) => path === first?.cgroup);
  if (!group || !readOn(container.name, told).some(({ part }) => part === meterPart(container.name))) return undefined;
  const value = (limit: number) => (limit < 0 ? 'max' : String(limit));
  return [`cpu.max: ${value(group.cpuMax[0])}`, `memory.max: ${value(group.memoryMax)}`];
}

/** A container's cgroup in the tree, the room that hangs at it, its path as the host reads it, and which node is its room's root. */
function branchShapes(
  facts: HostFacts,
  room: PlacedRoom,
  path: string,
  at: Branch,
  tree: Node[],
  alone: boolean,
  metrics: Metrics,
  told: Told,
): Shape[] {
  const low = metrics.format === 'landscape';
  const { leaf } = at;
  const name = room.container.name;
  const pen = penFor(`container:${name}`, `scope:${name}`);
  const size = low ? 13 : 12;
  const whole = withDigits(nameOf(path), low ? 4 : 12);
  const text = shorten(whole, 'mono', size, leaf.width - 16 - (low ? 0 : 78));
  const width = Math.min(leaf.width, Math.ceil(measure(text, 'mono', size)) + 16);
  const centre = leaf.y + node.height / 2;
  const above = tree.find(({ each }) => each.path === parentOf(path))?.at;
  const host = hostPlate(metrics);
  const read = readOn('host', told).some(({ line }) => line.startsWith('0::'));
  const toldOutside = isRead(told, ({ by, line }) => by === 'host' && line.startsWith('0::'));
  const margin = metrics.right - metrics.pad + 2 + room.place * 2.5;
  const middleY = at.room.y + at.room.height / 2;
  const flagged = !low && room.wall?.cgroup === 'own' && toldInside(room, told);
  const from = leaf.x + width + (flagged ? 6 + flagWidth(metrics) : 0);
  const hangs: [number, number][] = low
    ? [
        [leaf.x + width, centre],
        [at.room.x, centre],
      ]
    : [
        [from, centre],
        [margin, centre],
        [margin, middleY],
        [at.room.x + at.room.width, middleY],
      ];
  const stem: Shape[] =
    !low && alone
      ? [
          pen.line('hangs', {
            points: [
              [hangX(at), leaf.y + node.height],
              [hangX(at), at.room.y],
            ],
            stroke: 'ink',
            strokeWidth: 1.4,
          }),
        ]
      : [pen.line('hangs', { points: hangs, stroke: 'ink', strokeWidth: 1.4 })];
  return [
    ...(above ? [pen.line('branch', elbow(above, leaf, true))] : []),
    ...stem,
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
    pen.text('name', { x: leaf.x + 8, y: centre + middle(size), text, size, font: 'mono' }),
    ...(low && read
      ? [...lineUp(penFor('host', 'reads:host'), metrics.left + metrics.pad + 4, leaf.x, centre, at, metrics)]
      : []),
    ...(!low && room.place === 0 && toldOutside
      ? [
          ...pathPlate(`container:${name}`, `path:host:${name}`, host, 'read from the host', path, metrics),
          ...(read
            ? [
                askingPen('host').line('lane', {
                  points: [
                    [host.x + 20, host.y + plateHeightIn(metrics)],
                    [host.x + 20, leaf.y],
                  ],
                  stroke: 'ink',
                  strokeWidth: 1.3,
                }),
                arrowHead(askingPen('host'), 'head', [host.x + 20, host.y + plateHeightIn(metrics)], 'up'),
              ]
            : []),
        ]
      : []),
    ...rootMark(room, at, width, tree, metrics, told),
    ...limitShapes(facts, room, at, metrics, told),
  ];
}

/** From what was run on the host up to the container's cgroup, in landscape. */
function lineUp(
  pen: ReturnType<typeof askingPen>,
  x: number,
  leafX: number,
  centre: number,
  { room }: Branch,
  metrics: Metrics,
): Shape[] {
  const foot = room.y + room.height - (metrics.format === 'landscape' ? 20 : 0);
  return [
    pen.line('lane', {
      points: [
        [x, foot],
        [x, centre],
        [leafX, centre],
      ],
      stroke: 'ink',
      strokeWidth: 1.3,
    }),
    pen.box('dot', { x: leafX - 3, y: centre - 3, width: 6, height: 6, radius: 3, fill: 'ink' }),
  ];
}

/** How wide the flag at a room's root is. */
function flagWidth({ format }: Metrics): number {
  return measure('/ inside', 'mono', format === 'landscape' ? 13 : 12) + 12;
}

/** A flag at the node that is the root for those inside, once they have read where they are: it moves with the wall. */
function rootMark(room: PlacedRoom, at: Branch, width: number, tree: Node[], metrics: Metrics, told: Told): Shape[] {
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

/** The limits that were read of the room's cgroup: beside its node; in landscape in its room, in place of processes. */
function limitShapes(facts: HostFacts, room: PlacedRoom, at: Branch, metrics: Metrics, told: Told): Shape[] {
  const lines = limitsRead(facts, room, told);
  if (!lines || room.place > 0) return [];
  const low = metrics.format === 'landscape';
  const pen = penFor(meterPart(room.container.name), `limits:${room.container.name}`);
  const { inside } = at.room;
  const column = inside.width - 2 * metrics.inset;
  const plate = { x: inside.x + metrics.inset, y: inside.y + insideOf(metrics).plate, width: plateWidth };
  const size = low ? 13 : 12;
  const box = low
    ? {
        x: inside.x + metrics.inset,
        y: inside.y + insideOf(metrics).chips - 4,
        width: inside.width - 2 * metrics.inset,
        height: 34,
      }
    : { x: plate.x + plate.width + 8, y: plate.y, width: column - plate.width - 8, height: plateHeightIn(metrics) };
  return [
    ...(low ? [] : [pen.box('box', { ...box, radius: 3, stroke: 'cgroup', strokeWidth: 1.6, fill: 'sheet' })]),
    ...lines.map((line, index) =>
      pen.text(`limit-${index}`, {
        x: box.x + (low ? 0 : 4),
        y: box.y + (low ? 13 : 17) + index * (low ? 16 : 17),
        text: shorten(line, 'mono', size, box.width - (low ? 0 : 8)),
        size,
        font: 'mono',
      }),
    ),
  ];
}

/** A path on a plate, its last part on a line of its own, and who reads it. */
function pathPlate(part: string, group: string, at: NodePlace, title: string, path: string, metrics: Metrics): Shape[] {
  const pen = penFor(part, group);
  const low = metrics.format === 'landscape';
  const size = low ? 13 : 12;
  const height = plateHeightIn(metrics);
  const pad = low ? 4 : 8;
  const short = withDigits(path, 4);
  const cut = short === '/' ? 1 : short.lastIndexOf('/') + 1;
  const fitted = (line: string) => {
    // Of a name that does not fit, the part with the digits is whole.
    const digits = line.replace(/….+$/, '…');
    return shorten(measure(line, 'mono', size) <= at.width - 2 * pad ? line : digits, 'mono', size, at.width - 2 * pad);
  };
  const lines = [short.slice(0, cut), short.slice(cut)].filter((line) => line !== '');
  const baselines = lines.length === 1 ? [height / 2 + middle(size)] : low ? [15, 31] : [17, 34];
  return [
    ...(low
      ? []
      : [
          pen.text('title', {
            x: at.x,
            y: at.y - 6,
            text: shorten(title, 'sans', 12.5, at.width),
            size: 12.5,
            tone: 'soft',
          }),
        ]),
    pen.box('plate', { ...at, height, radius: 3, fill: 'paper', stroke: 'cgroup', strokeWidth: 1.6 }),
    ...lines.map((line, index) =>
      pen.text(`line-${index}`, {
        x: at.x + pad,
        y: at.y + (baselines[index] ?? 0),
        text: fitted(line),
        size,
        font: 'mono',
      }),
    ),
  ];
}

/** What a running room shows: the path that its own processes read, and these. */
function insideShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan, told: Told): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const low = metrics.format === 'landscape';
  const own = wall.cgroup === 'own';
  const places = insideOf(metrics);
  const column = { x: at.inside.x + metrics.inset, width: at.inside.width - 2 * metrics.inset };
  const part = coursePart('cgroup', container);
  const plate = {
    ...column,
    y: at.inside.y + places.plate,
    width: low ? column.width : Math.min(column.width, plateWidth),
  };
  const free = low ? 0 : Math.max(0, Math.floor((at.inside.height - places.chips - heightsOf.tall.chip - 10) / 2));
  const chips = { ...column, y: at.inside.y + places.chips + free };
  const seen = cgroupSeen(first, facts);
  const name = container.name;
  const pen = penFor(part, `view:${name}/${wall.cgroup}`);
  const title = shorten(own ? 'cgroup namespace' : 'no view of its own', 'sans-bold', 13, column.width);
  const asked = readOn(name, told).length > 0;
  const refused = told.refused?.by === name;
  const limits = limitsRead(facts, room, told) !== undefined;
  const size = low ? 13 : 12;
  const nameEnd = low
    ? at.x + 4 + measure(`container ${name}`, 'sans-bold', 13) + 8
    : at.x + leafDepth * node.indent + 84 + 8;
  const end = at.x + at.width - 4;
  const tag = { x: end, y: at.labelBaseline, width: end - nameEnd, anchor: 'end', size } as const;
  const missing = 'no such file';
  const drawn = low && limits ? [] : room.processes.slice(0, low ? 1 : maxChips);
  // Side by side, as far as they have width.
  const gap = 10;
  const width = low ? column.width : (column.width - gap * (maxChips - 1)) / maxChips;
  const rest = room.processes.length - maxChips;
  return [
    pen.text('title', {
      x: column.x,
      y: at.inside.y + (low ? 12 : 18),
      text: title,
      size: 13,
      font: 'sans-bold',
      tone: own ? 'cgroup' : 'soft',
    }),
    ...(seen === undefined
      ? []
      : pathPlate(
          part,
          `path:inside:${name}/${wall.cgroup}`,
          plate,
          'read from inside',
          toldInside(room, told) ? seen : '?',
          metrics,
        )),
    ...(refused && measure(missing, 'sans-bold', 13) <= tag.width
      ? [
          askingPen(name).text('refused', {
            x: tag.x,
            y: tag.y,
            text: missing,
            size: 13,
            font: 'sans-bold',
            anchor: 'end',
          }),
        ]
      : commandTag(name, told, tag)),
    ...(seen !== undefined && asked && !limits && !low
      ? [
          askingPen(name).line('reads', {
            points: [
              [plate.x + plate.width - 5, plate.y + plateHeightIn(metrics)],
              [plate.x + plate.width - 5, chips.y],
            ],
            stroke: 'ink',
            strokeWidth: 1.6,
          }),
          arrowHead(askingPen(name), 'head', [plate.x + plate.width - 5, plate.y + plateHeightIn(metrics)], 'up'),
        ]
      : []),
    ...drawn.flatMap((process, index) =>
      processChips(
        facts,
        { ...room, processes: [process] },
        { x: chips.x + index * (width + gap), y: chips.y, width },
        1,
        heightsOf[metrics.format],
      ),
    ),
    ...(rest > 0 && !low
      ? [
          penFor(`container:${name}`, `rest:${name}`).text('more', {
            x: chips.x + column.width,
            y: at.inside.y + 18,
            text: `and ${rest} more`,
            size: 13,
            anchor: 'end',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}
