import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { heightsOf, type Metrics, wallDepth } from '../../building/metrics.ts';
import { legendHeight, roomAt } from '../../building/room.ts';

export interface NodePlace {
  x: number;
  y: number;
  width: number;
}

/** Where a container's cgroup hangs in the tree, and its room. */
export interface Branch {
  leaf: NodePlace;
  room: RoomPlan;
}

/** How high a node is, and from one to the next; how far a child stands to the right. */
export const node = { height: 24, pitch: 28, indent: 14 };
/** How high a plate is: a path, its last part on a line of its own. */
export function plateHeightIn({ format }: Metrics): number {
  return format === 'landscape' ? 38 : 42;
}
/** How deep a container's cgroup is drawn: below the root and one slice. */
export const leafDepth = 2;
/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 2;

/** Where the tree begins. */
export function treeTop(metrics: Metrics): number {
  return metrics.top + (metrics.format === 'landscape' ? 44 : 38);
}

/** How many of the host's cgroups are drawn: those above a container first; in landscape two, which are above Docker's. */
export function nodesOf(rows: number, { format }: Metrics): number {
  return Math.min(rows, format === 'landscape' ? 2 : 3);
}

/** Where the path that the host reads stands, beside the tree; there is no room for it in landscape. */
export function hostPlate(metrics: Metrics): NodePlace {
  const width = 160;
  return { x: metrics.right - metrics.pad - width, y: treeTop(metrics) + 20, width };
}

/** From the top of a room's inside to its plate, and to its processes. */
export function insideOf(metrics: Metrics): { plate: number; chips: number } {
  const low = metrics.format === 'landscape';
  const plate = low ? 18 : 42;
  return { plate, chips: plate + plateHeightIn(metrics) + (low ? 7 : 12) };
}

/** The room at each container's cgroup: below the tree, or in landscape beside it. */
export function branches(canvas: Canvas, metrics: Metrics): Branch[] {
  const low = metrics.format === 'landscape';
  const high = heightsOf[metrics.format];
  const depth = wallDepth(metrics);
  const left = metrics.left + metrics.pad;
  const right = metrics.right - metrics.pad;
  const x = left + leafDepth * node.indent;
  const nodes = nodesOf(canvas.hostChips, metrics);
  const treeEnd = treeTop(metrics) + nodes * node.pitch;
  const count = canvas.rooms.length;
  const slabTop = canvas.height > 0 ? canvas.height - metrics.top - metrics.slabHeight : 0;
  const inside = insideOf(metrics).chips + high.chip + (low ? 1 : 10);
  let y = low ? metrics.top + 14 : treeEnd + count * node.pitch + 22;
  return canvas.rooms.map((_, index) => {
    const below = low ? 7 : 9;
    const gap = low ? 7 : 12 + legendHeight + 12;
    const natural = inside + 2 * depth;
    const height = count === 1 && slabTop > 0 ? Math.max(natural, slabTop - gap - y - below) : natural;
    const roomLeft = low ? metrics.roomLeft : left;
    const room = roomAt(roomLeft, y, right - roomLeft, height - 2 * depth, depth, below);
    const leaf = low
      ? { x: left + node.indent, y: index === 0 ? treeEnd : room.inside.y, width: roomLeft - left - node.indent - 12 }
      : { x, y: treeEnd + index * node.pitch, width: right - x };
    y = room.y + room.height + (low ? 22 : 30);
    return { leaf, room };
  });
}

/** Where the tree and the rooms end. */
export function bottomOf(canvas: Canvas, metrics: Metrics): number {
  const low = metrics.format === 'landscape';
  const places = branches(canvas, metrics);
  const rows = nodesOf(canvas.hostChips, metrics) + (low ? 0 : canvas.rooms.length);
  const last = places.at(-1);
  const rooms = last ? last.room.y + last.room.height + (low ? 7 - 18 : 12 + legendHeight - 6) : 0;
  const leaves = Math.max(0, ...places.map(({ leaf }) => leaf.y + node.height));
  return Math.max(treeTop(metrics) + rows * node.pitch, leaves, rooms);
}
