import { coursePart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { cgroupSeen, processesOf } from '../../../host/views.ts';
import { nameOf, parentOf, withDigits } from '../../building/cgroup-paths.ts';
import { chipsHeight, processChips } from '../../building/chips.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { legend, roomAt, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';
import { hostTree, type TreeNode } from './tree.ts';

interface Place {
  x: number;
  y: number;
  width: number;
}

/** Where a container's cgroup hangs in the tree, its path as the host reads it, and its room. */
interface Branch {
  leaf: Place;
  plate: Place;
  room: RoomPlan;
}

/** How many processes of a room are drawn; the others are counted in words. */
const maxChips = 2;
const node = { height: 28, pitch: 34, indent: 14 };
const leafHeight = 42;
const plateHeight = 44;
/** From the top of a room's inside to its plate, and from there to its processes. */
const plateAt = 58;
const chipsAt = plateAt + plateHeight + 20;
/** How deep a container's cgroup is drawn: below the root and one slice. */
const leafDepth = 2;

/** The tree of cgroups, a room at each container's, and the path of it as read from either side of the wall. */
export const cgroupLens: Lens = {
  focus: 'cgroup',
  cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
  hostRows: (facts) => hostTree(facts).length,
  bottom(canvas, metrics) {
    const ends = branches(canvas, metrics).map(({ plate, room }) =>
      Math.max(plate.y + plateHeight, room.legendTop + 34),
    );
    return Math.max(treeTop(metrics) + canvas.hostChips * node.pitch, ...ends);
  },
  draw(facts, rooms, canvas, metrics) {
    const places = branches(canvas, metrics);
    const tree = hostTree(facts).map((each, index) => ({ each, at: nodeAt(each, index, metrics) }));
    const shapes = tree.flatMap(({ each, at }) => nodeShapes(each, at, tree));
    for (const room of rooms) {
      const at = places[room.place];
      if (!at) continue;
      shapes.push(...wallShapes(room, cgroupLens, metrics, at.room));
      if (!room.first) continue;
      const parent = parentOf(room.first.cgroup);
      const above = tree.find(({ each }) => each.path === parent)?.at;
      shapes.push(
        ...branchShapes(room, room.first.cgroup, at, above, metrics),
        ...insideShapes(facts, room, metrics, at.room),
        ...legend(room, cgroupLens, metrics, at.room),
      );
    }
    return shapes;
  },
  about(facts, room, veiled) {
    const { first, wall } = room;
    if (!first) return '';
    const own = wall?.cgroup === 'own' ? 'has a cgroup namespace of its own' : 'uses the host’s cgroup namespace';
    const seen = veiled.includes(coursePart('cgroup', room.container)) ? undefined : cgroupSeen(first, facts);
    const read = (path: string) => withDigits(path, 12);
    const inside = seen === undefined ? '' : ` and ${read(seen)} inside`;
    return `${own}: its cgroup reads ${read(first.cgroup)} on the host${inside}.`;
  },
};

function treeTop(metrics: Metrics): number {
  return metrics.top + 44;
}

function nodeAt({ depth, above }: TreeNode, index: number, metrics: Metrics): Place {
  const x = metrics.left + metrics.pad + Math.min(depth, above ? leafDepth - 1 : leafDepth) * node.indent;
  return { x, y: treeTop(metrics) + index * node.pitch, width: columnEnd(metrics) - x };
}

/** Where the host's side ends: before the rooms, or where these stand below it, where the longest name does. */
function columnEnd(metrics: Metrics): number {
  return metrics.columns > 1 ? metrics.left + metrics.pad + 190 : metrics.roomLeft - 16;
}

function branches(canvas: Canvas, metrics: Metrics): Branch[] {
  const stacked = metrics.columns > 1;
  const depth = wallDepth(metrics);
  const left = metrics.left + metrics.pad;
  const right = metrics.right - metrics.pad;
  const x = left + leafDepth * node.indent;
  const treeEnd = treeTop(metrics) + canvas.hostChips * node.pitch;
  const found: Branch[] = [];
  let y = stacked ? treeEnd : treeTop(metrics) + 12;
  for (const { cells } of canvas.rooms) {
    const inside = chipsAt + chipsHeight(cells, maxChips) + 14;
    if (stacked) {
      // The way to the next container's cgroup runs left of the rooms.
      const roomLeft = canvas.rooms.length > 1 ? x : left;
      const leaf = { x, y, width: right - 26 - x };
      const plate = { ...leaf, y: y + node.height + 30 };
      const room = roomAt(roomLeft, plate.y + plateHeight + 26, right - roomLeft, inside, depth);
      found.push({ leaf, plate, room: { ...room, labelWidth: right - 10 - 10 - roomLeft } });
      y = room.legendTop + 34 + 24;
    } else {
      const room = roomAt(metrics.roomLeft, y, right - metrics.roomLeft, inside, depth);
      const leaf = { x, y: found.length === 0 ? treeEnd : room.inside.y, width: columnEnd(metrics) - x };
      found.push({ leaf, plate: { ...leaf, y: leaf.y + leafHeight + 36 }, room });
      y = Math.max(room.legendTop + 34, leaf.y + leafHeight + 36 + plateHeight) + 36;
    }
  }
  return found;
}

/** One of the host's cgroups, and the line down to it from the one above. */
function nodeShapes(each: TreeNode, at: Place, tree: { each: TreeNode; at: Place }[]): Shape[] {
  const pen = penFor('host', `cgroup:${each.path}`);
  const tone = each.above ? 'ink' : 'soft';
  const name = shorten(each.name, 'mono', 12.5, at.width - 20);
  // As wide as its name, so that the steps of the tree show.
  const width = Math.max(36, Math.ceil(name.length * 7.5) + 20);
  const parent = each.path === '/' ? undefined : tree.find((other) => other.each.path === parentOf(each.path))?.at;
  return [
    ...(parent && parent.x < at.x ? [pen.line('branch', elbow(parent, node.height, at, node.height, each.above))] : []),
    pen.box('node', {
      ...at,
      width,
      height: node.height,
      radius: 3,
      fill: 'paper',
      stroke: each.above ? 'ink' : 'line',
      strokeWidth: each.above ? 1.4 : 1,
    }),
    pen.text('name', {
      x: at.x + 10,
      y: at.y + node.height / 2 + middle(12.5),
      text: name,
      size: 12.5,
      font: 'mono',
      tone,
    }),
  ];
}

/** From below one node to the side of another one. */
function elbow(from: Place, fromHeight: number, to: Place, toHeight: number, strong: boolean) {
  const x = from.x + node.indent / 2;
  const y = to.y + toHeight / 2;
  const points: [number, number][] = [
    [x, from.y + fromHeight],
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

/** A container's cgroup in the tree, the room that hangs at it, and its path as the host reads it. */
function branchShapes(room: PlacedRoom, path: string, at: Branch, above: Place | undefined, metrics: Metrics): Shape[] {
  const stacked = metrics.columns > 1;
  const { leaf, plate } = at;
  const name = room.container.name;
  const pen = penFor(`container:${name}`, `scope:${name}`);
  const height = stacked ? node.height : leafHeight;
  const [first = '', second = ''] = stacked
    ? [withDigits(nameOf(path), 12)]
    : withDigits(nameOf(path), 12).split(/(?<=…)/, 2);
  const line = (text: string) => shorten(text, 'mono', 12, leaf.width - 16);
  const baseline = leaf.y + (second ? 18 : height / 2 + middle(12));
  const centre = leaf.y + height / 2;
  const end = leaf.x + leaf.width;
  const lane = at.room.x + at.room.width - 10;
  const toRoom: [number, number][] = stacked
    ? [
        [end, centre],
        [lane, centre],
        [lane, at.room.y],
      ]
    : [
        [end, centre],
        [at.room.x, centre],
      ];
  return [
    ...(above ? [pen.line('branch', elbow(above, node.height, leaf, height, true))] : []),
    pen.line('hangs', { points: toRoom, stroke: 'ink', strokeWidth: 1.4 }),
    pen.box('node', { ...leaf, height, radius: 3, fill: 'paper', stroke: 'ink', strokeWidth: 1.4 }),
    pen.text('name', { x: leaf.x + 8, y: baseline, text: line(first), size: 12, font: 'mono' }),
    ...(second
      ? [pen.text('rest', { x: leaf.x + 8, y: leaf.y + 34, text: line(second), size: 12, font: 'mono' })]
      : []),
    ...pathPlate(`container:${name}`, `path:host:${name}`, plate, 'read from the host', path),
  ];
}

/** A path on a plate, its last part on a line of its own, and who reads it. */
function pathPlate(part: string, group: string, at: Place, title: string, path: string): Shape[] {
  const pen = penFor(part, group);
  const short = withDigits(path, 4);
  const cut = short === '/' ? 1 : short.lastIndexOf('/') + 1;
  const lines = [short.slice(0, cut), short.slice(cut)].filter((line) => line !== '');
  const baselines = lines.length === 1 ? [plateHeight / 2 + middle(12)] : [18, 35];
  return [
    pen.text('title', { x: at.x, y: at.y - 8, text: shorten(title, 'sans', 12.5, at.width), size: 12.5, tone: 'soft' }),
    pen.box('plate', { ...at, height: plateHeight, radius: 3, fill: 'paper', stroke: 'cgroup', strokeWidth: 1.6 }),
    ...lines.map((line, index) =>
      pen.text(`line-${index}`, {
        x: at.x + 8,
        y: at.y + (baselines[index] ?? 0),
        text: shorten(line, 'mono', 12, at.width - 14),
        size: 12,
        font: 'mono',
      }),
    ),
  ];
}

/** What a running room shows: the path that its own processes read, and these. */
function insideShapes(facts: HostFacts, room: PlacedRoom, metrics: Metrics, at: RoomPlan): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const own = wall.cgroup === 'own';
  const column = { x: at.inside.x + metrics.inset, width: at.inside.width - 2 * metrics.inset };
  const part = coursePart('cgroup', container);
  const plate = { ...column, y: at.inside.y + plateAt };
  const chips = { ...column, y: at.inside.y + chipsAt };
  const seen = cgroupSeen(first, facts);
  const reader = column.x + column.width - 12;
  const pen = penFor(part, `view:${container.name}/${wall.cgroup}`);
  const title = shorten(own ? 'cgroup namespace' : 'no view of its own', 'sans-bold', 13, column.width);
  return [
    pen.text('title', {
      x: column.x,
      y: at.inside.y + 24,
      text: title,
      size: 13,
      font: 'sans-bold',
      tone: own ? 'cgroup' : 'soft',
    }),
    ...(seen === undefined
      ? []
      : [
          pen.line('reads', {
            points: [
              [reader, plate.y + plateHeight],
              [reader, chips.y],
            ],
            stroke: 'cgroup',
            strokeWidth: 1.6,
          }),
          ...pathPlate(part, `path:inside:${container.name}/${wall.cgroup}`, plate, 'read from inside', seen),
        ]),
    ...processChips(facts, room, chips, maxChips),
  ];
}
