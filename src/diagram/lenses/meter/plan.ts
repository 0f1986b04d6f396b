import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { heightsOf, type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';

/** Where a gauge stands: its tube, and where the words of it are written. */
export interface GaugePlan {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The first baseline of the words, how wide they may be, and on which side of `x` they stand. */
  words: { x: number; y: number; width: number; anchor: 'start' | 'middle' };
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A container's room, the pipe that leads to it, the gauges that hang from that, what was read, and the strip of what was sampled. */
export interface BlockPlan {
  room: RoomPlan;
  /** Where the scope's name stands; absent where there is no room for it. */
  name?: { x: number; y: number; width: number };
  /** From the room to the main pipe. */
  pipe: [x: number, y: number][];
  gauges: GaugePlan[];
  /** Baselines of what was read. */
  read: { x: number; y: number; width: number; lines: number };
  strip: Area;
  /** Whether the strip's words have one line each. */
  narrow: boolean;
}

/** Where everything stands: the blocks, the main pipe, and the two nodes of the tree above the slab. */
export interface MeterPlan {
  blocks: BlockPlan[];
  mainX: number;
  /** Absent where only what the step is about is drawn. */
  nodes?: { root: Area; parent: Area };
  bottom: number;
  /** How high the words are. */
  size: number;
  /** How many processes of a room are drawn; the others are counted in words. */
  chips: number;
}

const chips = { tall: 2, landscape: 1 };

/** Places the blocks, and the tree's nodes between them and the slab. */
export function meterPlan(canvas: Canvas, metrics: Metrics): MeterPlan {
  if (metrics.format === 'landscape') return landscapePlan(canvas, metrics);
  return canvas.rooms.length === 1 ? onePlan(canvas, metrics) : columnsPlan(canvas, metrics);
}

function words({ x, y, width, height }: Area, pitch: number): GaugePlan {
  const middle = { x: x + width / 2, y: y + height + 17, width: pitch - 3, anchor: 'middle' as const };
  return { x, y, width, height, words: middle };
}

/** A lone container: its gauges beside it, and all the width for what was read and sampled. */
function onePlan(canvas: Canvas, metrics: Metrics): MeterPlan {
  const left = metrics.left + metrics.pad;
  const right = metrics.right - metrics.pad;
  const mainX = right - 2;
  const depth = wallDepth(metrics);
  // Where nothing is sampled, the tubes take the strip's height.
  const more = canvas.sampled ? 0 : 84;
  const wall = roomAt(left, metrics.top + 52, 142, 160 + more - 2 * depth, depth, 8);
  const from = wall.x + wall.width + 4;
  const pipeY = wall.y + 22;
  const pitch = (mainX - 4 - from) / 3;
  const tube = { width: 42, height: 88 + more };
  const gauges = [0, 1, 2].map((index) =>
    words({ x: Math.round(from + pitch * (index + 0.5) - tube.width / 2), y: pipeY + 12, ...tube }, pitch),
  );
  const end = wall.y + wall.height;
  const read = { x: left, y: end + 41, width: mainX - 14 - left, lines: 3 };
  const stripY = read.y + 3 * 16 + (canvas.sampled ? 12 : 0);
  const strip = { x: left, y: stripY, width: mainX - 14 - left, height: canvas.sampled ? 54 : 0 };
  const pipe: [number, number][] = [
    [wall.x + wall.width, pipeY],
    [mainX, pipeY],
  ];
  const name = { x: from + 2, y: pipeY - 10, width: mainX - from - 6 };
  const blocks = [{ room: wall, name, pipe, gauges, read, strip, narrow: false }];
  const bottom = canvas.sampled ? strip.y + strip.height + 22 : stripY;
  return { blocks, mainX, ...treeAt(bottom, mainX, metrics), size: 12, chips: chips.tall };
}

/** Containers side by side, in rows of two, with the main pipe between them. */
function columnsPlan(canvas: Canvas, metrics: Metrics): MeterPlan {
  const left = metrics.left + metrics.pad;
  const right = metrics.right - metrics.pad;
  const gap = 20;
  const width = (right - left - gap) / 2;
  const mainX = (left + right) / 2;
  const depth = wallDepth(metrics);
  const heights = heightsOf.landscape;
  const inside = 2 * heights.cell + heights.words + 4;
  let bottom = metrics.top + 30;
  const blocks = canvas.rooms.map((_, index): BlockPlan => {
    const y = metrics.top + 48 + Math.floor(index / 2) * 370;
    const x = index % 2 === 0 ? left : mainX + gap / 2;
    const room = roomAt(x, y, width, inside, depth, 8);
    const pipeY = room.y + room.height + 24;
    const pitch = (width - 6) / 2;
    const tube = { width: 42, height: 36 };
    const gauges = [0, 1].map((at) =>
      words({ x: Math.round(x + 3 + pitch * (at + 0.5) - tube.width / 2), y: pipeY + 10, ...tube }, pitch),
    );
    const after = pipeY + 10 + tube.height + 4 * 15 + 4;
    const strip = { x, y: after + 42, width, height: 36 };
    bottom = Math.max(bottom, canvas.sampled ? strip.y + strip.height + 18 : after + 40);
    const from = x + width / 2;
    return {
      room,
      name: { x: from + 6, y: pipeY - 9, width: width / 2 - 8 },
      pipe: [
        [from, room.y + room.height],
        [from, pipeY],
        ...(index % 2 === 0 ? [[x + 20, pipeY] as [number, number]] : [[x + width - 20, pipeY] as [number, number]]),
        [mainX, pipeY],
      ],
      gauges,
      read: { x, y: after + 14, width, lines: 3 },
      strip,
      narrow: true,
    };
  });
  return { blocks, mainX, ...treeAt(bottom, mainX, metrics), size: 12, chips: chips.tall };
}

function treeAt(bottom: number, mainX: number, metrics: Metrics): Pick<MeterPlan, 'nodes' | 'bottom'> {
  const right = metrics.right - metrics.pad;
  // At the foot of the stage, where there is more room than what stands on it takes.
  const y = Math.max(bottom, 408);
  const parent = { x: Math.min(mainX - 56, right - 112), y, width: 112, height: 20 };
  return { nodes: { root: { x: parent.x - 60, y, width: 36, height: 20 }, parent }, bottom: y + 8 };
}

/** One gauge and the strip of each of the first two containers, beside the host's name. */
function landscapePlan(canvas: Canvas, metrics: Metrics): MeterPlan {
  const shown = canvas.rooms.slice(0, 2);
  const [start, end, gap] = [metrics.roomLeft, metrics.right - metrics.pad, 10];
  const width = (end - start - (shown.length - 1) * gap) / Math.max(1, shown.length);
  const depth = wallDepth(metrics);
  const blocks = shown.map((_, index): BlockPlan => {
    const x = start + index * (width + gap);
    const room = { ...roomAt(x, metrics.top + 14, width, 28, depth, 6), labelWidth: width + 4 };
    const top = room.y + room.height + 10;
    const tube = { x, y: top, width: 16, height: 152 - top };
    const at = { x: x + 23, width: width - 23 };
    return {
      room,
      pipe: [
        [x + 8, room.y + room.height],
        [x + 8, top],
      ],
      gauges: [{ ...tube, words: { ...at, y: top + 11, anchor: 'start' } }],
      read: { ...at, y: top + 46, lines: 2 },
      strip: { ...at, y: top + 36, height: 152 - top - 36 },
      narrow: true,
    };
  });
  return { blocks, mainX: 0, bottom: 140, size: 13, chips: chips.landscape };
}
