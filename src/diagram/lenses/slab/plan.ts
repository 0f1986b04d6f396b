import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';

/** A building of the drawing: a container's room, or a virtual machine. They stand side by side on the host's slab. */
export interface Building {
  x: number;
  width: number;
  /** What stands in it: where it begins and how wide it is. */
  inner: { x: number; width: number };
  /** The way down: in it stands no text. */
  lane: number;
}

/** Heights from the top of the buildings. */
export interface Floors {
  title: number;
  chip: number;
  slab: number;
  gate: number;
  end: number;
  process: number;
  ground: number;
}

export const thick = { chip: 28, slab: 76, gate: 24 };

/** How high the part of the host's slab is on which answers are written, above the kernel's name. */
export const answerHeight = { tall: 42, landscape: 38 };

/** The floors of every building: a room and a machine have the same, so that what differs is what is missing. */
export function floorsOf(metrics: Metrics): Floors {
  const wall = wallDepth(metrics);
  const chip = wall + 24;
  const slab = chip + thick.chip + 24;
  const gate = slab + thick.slab + 5;
  const end = gate + thick.gate + 6 + wall;
  const process = end + 9;
  return { title: wall + 14, chip, slab, gate, end, process, ground: process + thick.chip + 18 };
}

/** Where the legend of the walls stands, above the buildings. */
export function legendTop(metrics: Metrics): number {
  return metrics.top + 38;
}

/** The baseline of the buildings' names. */
export function labelBaseline(metrics: Metrics): number {
  return legendTop(metrics) + 45;
}

/** The top of the buildings. */
export function buildingTop(metrics: Metrics): number {
  return labelBaseline(metrics) + 12;
}

/** The places of a scene's buildings: those of its containers first, then those of its virtual machines. */
export function buildings(canvas: Canvas, metrics: Metrics): { rooms: Building[]; machines: Building[] } {
  const stacked = metrics.columns > 1;
  const [left, right] = [metrics.left + metrics.pad, metrics.right - metrics.pad];
  const gap = stacked ? 12 : 20;
  // One building alone would be as wide as two: it takes the place that it has beside another.
  const count = Math.max(2, canvas.rooms.length + canvas.hostChips);
  const width = Math.floor((right - left - (count - 1) * gap) / count);
  const at = (index: number, depth: number): Building => {
    const x = left + index * (width + gap);
    const inner = { x: x + depth, width: width - 2 * depth };
    return { x, width, inner, lane: inner.x + inner.width - 12 };
  };
  const inRoom = wallDepth(metrics) + (stacked ? 4 : 8);
  return {
    rooms: canvas.rooms.map((_, index) => at(index, inRoom)),
    machines: Array.from({ length: canvas.hostChips }, (_, index) => at(canvas.rooms.length + index, stacked ? 7 : 10)),
  };
}

/** A rectangle in a drawing. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A place as the room of which nothing but the place is asked. */
export function roomPlan(at: Area): RoomPlan {
  return { ...at, labelBaseline: at.y - 5, inside: at, legendTop: 0 };
}
