import { coursePart } from '../../../host/entity.ts';
import type { PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import type { Shape } from '../../drawing.ts';
import type { Box } from '../../paper/box.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten, tailOf } from '../../paper/text.ts';
import type { Block, SeenFile } from './blocks.ts';
import { type MntPlan, rowHeight } from './plan.ts';
import { sign } from './signs.ts';

/** How many rows of files a room has place for. */
export function placesIn(at: RoomPlan, { low, rowsTop }: MntPlan): number {
  const height = low ? rowHeight.low : rowHeight.tall;
  return Math.floor(((at.inside.y + at.inside.height - rowsTop) / height) * 10) / 10;
}

/** Where a block stands, in the room and, as high, on the host's side. */
function blockBox(block: Block, plan: MntPlan, x: number, width: number): Box {
  const height = plan.low ? rowHeight.low : rowHeight.tall;
  return { x, y: plan.rowsTop + block.line * height, width, height: block.lines * height };
}

/** Whether the wall is open for it: the layers are the room's own, and only lie on the host. */
function isHole({ kind, from }: Block): boolean {
  return from !== undefined && (kind === 'bind' || kind === 'injected' || kind === 'devices');
}

/** The ducts through the wall, and the host's directories at their outer ends. */
export function ductShapes(room: PlacedRoom, blocks: Block[], plan: MntPlan, at: RoomPlan): Shape[] {
  const part = coursePart('mnt', room.container);
  const [outer, inner] = [plan.host.x + plan.host.width, at.inside.x + 6];
  return blocks.flatMap((block): Shape[] => {
    if (block.from === undefined) return [];
    const box = blockBox(block, plan, plan.host.x, plan.host.width);
    const pen = penFor(part, `duct:${room.container.name}:${block.key}`);
    const wide = { stroke: 'mnt', strokeWidth: block.kind === 'bind' ? 2 : 1.2 } as const;
    const ends = (y: number): [number, number][] => [
      [outer, y],
      [inner, y],
    ];
    if (!isHole(block))
      // The layer's directory is no hole: the kernel reads it and shows it as a part of the root.
      return [pen.line('layer', { points: ends(box.y + 10), stroke: 'mnt', strokeWidth: 1.2, dash: 'dashes' })];
    const [top, foot] = [box.y + 3, box.y + box.height - 3];
    return [
      pen.box('hole', { x: at.x - 2, y: top, width: inner - at.x + 2, height: foot - top, fill: 'sheet' }),
      pen.line('one', { points: ends(top), ...wide }),
      pen.line('two', { points: ends(foot), ...wide }),
    ];
  });
}

/** The host's directories that a room sees, each as high as what it is seen as, with the files that were seen there. */
export function hostShapes(room: PlacedRoom, blocks: Block[], plan: MntPlan): Shape[] {
  const size = plan.low ? 13 : 12;
  return blocks.flatMap((block): Shape[] => {
    if (block.from === undefined) return [];
    const box = blockBox(block, plan, plan.host.x, plan.host.width);
    const pen = penFor('host', `files:host:${block.key}`);
    const strong = block.kind === 'bind';
    const option = block.option ?? '';
    const optionWidth = option ? measure(option, 'sans-bold', size) + 8 : 0;
    const path = tailOf(block.from, 'mono', size, box.width - 12 - optionWidth);
    return [
      pen.box('box', {
        ...box,
        y: box.y + 1,
        height: box.height - 2,
        radius: 3,
        fill: 'paper',
        stroke: strong ? 'mnt' : 'line',
        strokeWidth: strong ? 1.6 : 1,
      }),
      pen.text('path', {
        x: box.x + 6,
        y: box.y + baseline(plan.low, size),
        text: path,
        size,
        font: 'mono',
        tone: strong ? 'mnt' : 'ink',
      }),
      ...(option
        ? [
            pen.text('option', {
              x: box.x + box.width - 6,
              y: box.y + baseline(plan.low, size),
              text: option,
              size,
              font: 'sans-bold',
              anchor: 'end',
            }),
          ]
        : []),
      ...block.files.flatMap((file) => fileShapes(room, block, file, plan, 'outside')),
    ];
  });
}

/** What a room sees, in rows: its root in layers, what the kernel makes up, and what is the host's. */
export function rowShapes(room: PlacedRoom, blocks: Block[], plan: MntPlan, at: RoomPlan): Shape[] {
  const part = coursePart('mnt', room.container);
  const [x, width] = contentOf(at);
  const size = plan.low ? 13 : 12.5;
  return blocks.flatMap((block): Shape[] => {
    const pen = penFor(part, `mount:${room.container.name}:${block.key}`);
    const box = blockBox(block, plan, x, width);
    const layer = block.kind === 'upper' || block.kind === 'image';
    const hole = block.kind === 'bind';
    const mono = block.kind !== 'upper' && block.kind !== 'rest';
    const font = mono ? 'mono' : 'sans';
    const inset = layer ? 6 : 8;
    const y = box.y + baseline(plan.low, size);
    const text = (block.text.startsWith('/') && !block.text.includes(' ') ? tailOf : shorten)(
      block.text,
      font,
      size,
      width - inset - 2,
    );
    const softY = plan.low ? y + rowHeight.low : y + 17;
    return [
      ...(layer
        ? [
            pen.box('layer', {
              ...box,
              y: box.y + 1,
              height: box.height - 2,
              radius: 2,
              fill: block.kind === 'upper' ? 'sheet' : 'paper',
              stroke: block.kind === 'upper' ? 'mnt' : 'line',
              strokeWidth: block.kind === 'upper' ? 1.6 : 1.2,
            }),
          ]
        : []),
      pen.text('target', {
        x: x + inset,
        y,
        text,
        size,
        font,
        tone: hole ? 'mnt' : block.kind === 'rest' ? 'soft' : 'ink',
      }),
      ...(block.soft
        ? [
            pen.text('soft', {
              x: x + inset,
              y: softY,
              text: shorten(block.soft, 'sans', size, width - inset),
              size,
              tone: 'soft',
            }),
          ]
        : []),
      ...block.files.flatMap((file) => fileShapes(room, block, file, plan, 'inside', at)),
    ];
  });
}

/** A file at one end, and how far it reaches into what joins the two: through it, where it was seen at both. */
function fileShapes(
  room: PlacedRoom,
  block: Block,
  file: SeenFile,
  plan: MntPlan,
  end: 'inside' | 'outside',
  at?: RoomPlan,
): Shape[] {
  const seen = file[end];
  if (!seen) return [];
  const inside = end === 'inside';
  const height = plan.low ? rowHeight.low : rowHeight.tall;
  const y = plan.rowsTop + (block.line + file.line) * height + (plan.low ? 8.5 : 10);
  const part = inside ? coursePart('mnt', room.container) : 'host';
  const pen = penFor(part, `file:${end}:${room.container.name}:${block.key}:${file.name}`);
  const [contentX, contentWidth] = at ? contentOf(at) : [0, 0];
  const x = inside ? contentX + 22 : plan.host.x + 10;
  const width = inside ? contentWidth - 24 : plan.host.width - 28;
  const size = plan.low ? 13 : 12;
  const font = seen.at ? 'mono' : 'sans';
  const text = (inside ? tailOf : shorten)(seen.at ?? seen.says ?? '', font, size, width);
  const textY = y + (plan.low ? 4 : middle(size));
  const says = seen.at ? seen.says : undefined;
  const saysFont = measure(says ?? '', 'mono', size) <= width + 12 ? 'mono' : 'sans';
  const shapes: Shape[] = [
    pen.text('name', { x, y: textY, text, size, font }),
    ...(says && file.lines > 1
      ? [
          pen.text('says', {
            x,
            y: textY + 15,
            text: shorten(says, saysFont, size, width + 12),
            size,
            font: saysFont,
            tone: 'soft',
          }),
        ]
      : []),
  ];
  if (seen.sign === 'reads') return shapes;
  const seam = at ? at.x + 10 : 0;
  const mark = (cx: number) =>
    pen.box('mark', {
      x: cx - 4,
      y: y - 4,
      width: 8,
      height: 8,
      radius: 1,
      fill: 'sheet',
      stroke: 'mnt',
      strokeWidth: 1.6,
    });
  if (!inside) return [...shapes, mark(plan.host.x + plan.host.width - 10)];
  const from = contentX + 12;
  if (seen.fails) return [...shapes, mark(from), sign(pen, 'stopped', seam, y)];
  // One file with two names: what was seen at both ends is one line.
  const to = file.outside ? plan.host.x + plan.host.width - 6 : isHole(block) ? seam : undefined;
  if (to === undefined) return [...shapes, mark(from)];
  const points: [number, number][] = [
    [to, y],
    [from - 4, y],
  ];
  return [...shapes, pen.line('same', { points, stroke: 'mnt', strokeWidth: 1.6 }), mark(from)];
}

/** From a row's top to its baseline: between the edges of a box that is as high. */
function baseline(low: boolean, size: number): number {
  return low ? 12.4 : 10 + middle(size);
}

/** Where a room's rows begin, and how wide they are. */
export function contentOf({ inside }: RoomPlan): [x: number, width: number] {
  return [inside.x + 6, inside.width - 12];
}
