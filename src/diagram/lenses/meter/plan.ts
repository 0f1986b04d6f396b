import { chipsHeight } from '../../building/chips.ts';
import type { Canvas, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { roomAt } from '../../building/room.ts';

/** Where a gauge stands: its tube, and the middle of what is written below. */
export interface GaugePlan {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A container's room, the pipe that leads to it, the gauges that hang from that, and the strip of what was sampled. */
export interface BlockPlan {
  room: RoomPlan;
  /** Where the scope's name may stand. */
  name: { x: number; y: number; width: number };
  /** From the room to the main pipe. */
  pipe: [x: number, y: number][];
  gauges: GaugePlan[];
  strip: { x: number; y: number; width: number; height: number };
}

/** Where everything stands: the blocks, the main pipe, and the two nodes of the tree above the slab. */
export interface MeterPlan {
  blocks: BlockPlan[];
  mainX: number;
  nodes: { root: GaugePlan; parent: GaugePlan };
}

/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 2;
/** How many gauges hang from a pipe. */
const gaugeCount = 3;
const tube = { width: 44, height: 60 };
/** From the foot of a tube to the foot of the last line below it. */
const wordsBelow = 52;
const stripHeight = 54;
/** What a strip needs above its plot and below it. */
const stripAround = { above: 30, below: 22 };
const nodeHeight = 26;

/** Places the blocks below each other, and the tree's nodes between them and the slab. */
export function meterPlan(canvas: Canvas, metrics: Metrics): MeterPlan {
  const stacked = metrics.columns > 1;
  const left = metrics.left + metrics.pad;
  const right = metrics.right - metrics.pad;
  const mainX = right - 6;
  const depth = wallDepth(metrics);
  const blocks: BlockPlan[] = [];
  let y = metrics.top + 56;
  for (const { cells } of canvas.rooms) {
    const inside = 14 + chipsHeight(cells, maxChips) + 14;
    const room = roomAt(left, y, stacked ? mainX - 12 - left : 190, inside, depth);
    const roomEnd = room.y + room.height;
    const from = stacked ? left : room.x + room.width + 10;
    const pipeY = stacked ? roomEnd + 34 : room.y + 26;
    const pitch = (mainX - 8 - from) / gaugeCount;
    const gauges = Array.from({ length: gaugeCount }, (_, index) => ({
      x: Math.round(from + pitch * (index + 0.5) - tube.width / 2),
      y: pipeY + 14,
      ...tube,
    }));
    const gaugesEnd = pipeY + 14 + tube.height + wordsBelow;
    const start = stacked ? left + 24 : room.x + room.width;
    const name = stacked
      ? { x: start + 10, y: pipeY - 12, width: mainX - start - 14 }
      : { x: from, y: pipeY - 10, width: mainX - 8 - from };
    const end = Math.max(roomEnd, gaugesEnd);
    blocks.push({
      room,
      name,
      pipe: [...(stacked ? [[start, roomEnd] as [number, number]] : []), [start, pipeY], [mainX, pipeY]],
      gauges,
      strip: { x: left, y: end + stripAround.above, width: mainX - 14 - left, height: stripHeight },
    });
    y = end + (canvas.sampled ? stripAround.above + stripHeight + stripAround.below : 0) + 36;
  }
  const nodeY = blocks.length > 0 ? y - 14 : y;
  const parent = { x: right - 112, y: nodeY, width: 112, height: nodeHeight };
  const root = { x: parent.x - 28 - 36, y: nodeY, width: 36, height: nodeHeight };
  return { blocks, mainX, nodes: { root, parent } };
}
