import { coursePart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { wallOf } from '../../../host/views.ts';
import type { PlacedRoom, Told } from '../../building/geometry.ts';
import { courses } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten, tailOf, wrapped } from '../../paper/text.ts';
import type { Block } from './blocks.ts';
import { type MntPlan, rowHeight } from './plan.ts';
import { arrow, sign } from './signs.ts';
import * as wording from './words.ts';

/** A container that came and went in this step: who asked the daemon for it, the hole that it was given, and what came of it. */
export function guestShapes(
  rooms: { room: PlacedRoom; blocks: Block[] }[],
  plan: MntPlan,
  { signs = [] }: Told,
): Shape[] {
  const run = signs.find(({ sign, fresh }) => sign === 'run' && fresh);
  if (!run) return [];
  const { guest, daemon, low, host } = plan;
  const pen = penFor('host', 'guest');
  const size = low ? 13 : 12.5;
  const [from, target] = (run.at ?? '').split(':');
  const hole = target !== undefined;
  const x = guest.x + 22;
  const width = guest.width - 30;
  const lines = low ? [guest.y + 16, guest.y + 33] : [guest.y + 17, guest.y + 34, guest.y + 51];
  const title = low
    ? []
    : [
        pen.text('title', {
          x: guest.x + 10,
          y: lines[0] ?? 0,
          text: shorten(wording.guest, 'sans', size, guest.width - 16),
          size,
          tone: 'soft',
        }),
      ];
  // The hole is the last line, below the daemon.
  const [saysY, holeY] = (low || !hole ? [lines.at(-1), lines.at(-2)] : lines.slice(1)) as [number, number];
  const says = run.says ?? '';
  const font = measure(says, 'mono', size) <= width ? 'mono' : 'sans';
  const shapes: Shape[] = [
    pen.box('outline', { ...guest, radius: 12, fill: 'sheet', stroke: 'mnt', strokeWidth: 1.6, dash: 'dashes' }),
    ...title,
    pen.text('at', {
      x,
      y: holeY,
      text: tailOf(hole ? (target ?? '') : (from ?? ''), 'mono', size, width),
      size,
      font: 'mono',
      tone: hole ? 'mnt' : 'ink',
    }),
    pen.text('says', { x, y: saysY, text: shorten(says, font, size, width), size, font }),
    sign(pen, run.fails ? 'stopped' : 'came', guest.x + 12, saysY - 4),
  ];
  if (hole && !(low && run.of && !rooms.some(({ room }) => room.container.name === run.of))) {
    const y = holeY - 4.5;
    const box = { x: host.x, y: y - 10, width: host.width, height: 20 };
    const path = penFor('host', 'guest:path');
    const edge = host.x + host.width;
    shapes.push(
      path.box('box', { ...box, radius: 3, fill: 'paper', stroke: 'mnt', strokeWidth: 1.6 }),
      path.text('path', {
        x: host.x + 6,
        y: y + middle(size),
        text: tailOf(from ?? '', 'mono', size, host.width - 12),
        size,
        font: 'mono',
        tone: 'mnt',
      }),
      ...[y - 5, y + 5].map((level, index) =>
        path.line(`side-${index}`, {
          points: [
            [edge, level],
            [guest.x + 18, level],
          ],
          stroke: 'mnt',
          strokeWidth: 2,
        }),
      ),
    );
  }
  return [...shapes, ...askedShapes(rooms, plan, run.of, low ? holeY - 4.5 : daemon.y + 12)];
}

/** Who asked: from there to the daemon, and from the daemon to what it started. */
function askedShapes(
  rooms: { room: PlacedRoom; blocks: Block[] }[],
  plan: MntPlan,
  of: string | undefined,
  y: number,
): Shape[] {
  if (!of) return [];
  const { guest, daemon, low, host, process } = plan;
  const pen = penFor('host', 'asked');
  const asker = rooms.find(({ room }) => room.container.name === of);
  const edge = host.x + host.width;
  const height = low ? rowHeight.low : rowHeight.tall;
  const into = guest.x - 1;
  if (asker) {
    const block =
      asker.blocks.find(({ kind, text }) => kind === 'bind' && /docker\.sock$/.test(text)) ??
      asker.blocks.find(({ kind }) => kind === 'bind');
    if (!block) return [];
    const from = plan.rowsTop + block.line * height + 10;
    const lane = edge + (low ? 8 : 11);
    // Where no chip of the daemon stands, the line goes on to what it started.
    if (low)
      return arrow(pen, 'way', [
        [lane, from],
        [lane, guest.y + 29],
        [into, guest.y + 29],
      ]);
    return [
      ...arrow(pen, 'way', [
        [lane, from],
        [lane, y],
        [edge + 1, y],
      ]),
      ...daemonShapes(plan),
    ];
  }
  if (low)
    return arrow(pen, 'way', [
      [process.x + process.width, guest.y + 12],
      [into, guest.y + 12],
    ]);
  return [
    ...daemonShapes(plan),
    ...arrow(pen, 'way', [
      [daemon.x + 14, process.y + process.height],
      [daemon.x + 14, daemon.y],
    ]),
    ...arrow(pen, 'start', [
      [edge, y],
      [into, y],
    ]),
  ];
}

function daemonShapes({ daemon }: MntPlan): Shape[] {
  const pen = penFor('host', 'daemon');
  return [
    pen.box('chip', { ...daemon, radius: 3, fill: 'paper', stroke: 'ink', strokeWidth: 1.4 }),
    pen.text('name', {
      x: daemon.x + 28,
      y: daemon.y + daemon.height / 2 + middle(13),
      text: 'dockerd',
      size: 13,
      font: 'mono',
    }),
  ];
}

/** Who runs something on the host, what, and what came of it. */
export function processShapes(plan: MntPlan, { signs = [] }: Told): Shape[] {
  const ran = signs.findLast(({ sign }) => sign === 'process');
  const run = signs.find(({ sign, fresh, of }) => sign === 'run' && fresh && of === ran?.of);
  const { process, low } = plan;
  // In a crop, the hole of a container that came and went stands there.
  if (!ran || (low && !ran.fresh && !run && signs.some(({ sign, fresh }) => sign === 'run' && fresh))) return [];
  const pen = penFor('host', `process:${ran.of}`);
  const size = low ? 13 : 12.5;
  const inner = process.width - 10;
  const x = process.x + 5;
  const name = { ...process, y: low ? process.y : process.y + process.height - 26, height: 26 };
  const box = ran.fresh ? process : name;
  const [one, two, three] = low ? [process.y + 16, process.y + 33, 0] : [box.y + 17, box.y + 34, box.y + 51];
  const says = ran.says ?? '';
  const font = measure(says, 'mono', size) <= inner ? 'mono' : 'sans';
  return [
    pen.box('chip', { ...box, radius: 4, fill: 'paper', stroke: 'ink', strokeWidth: 1.4 }),
    pen.text('name', { x, y: one, text: ran.of ?? '', size: 13, font: 'sans-bold' }),
    ...(ran.fresh
      ? [
          ...(low
            ? []
            : [
                pen.text('at', {
                  x,
                  y: two,
                  text: tailOf(ran.at ?? '', 'mono', 12, inner),
                  size: 12,
                  font: 'mono',
                  tone: 'soft',
                }),
              ]),
          pen.text('says', { x, y: low ? two : three, text: shorten(says, font, size, inner), size, font }),
          sign(pen, ran.fails ? 'stopped' : 'came', process.x + process.width - 14, one - 4),
        ]
      : []),
  ];
}

/** The daemon's socket as it lies on the host, from the step on that looks at it. */
export function socketShapes(plan: MntPlan, { signs = [] }: Told): Shape[] {
  const socket = signs.findLast(({ sign }) => sign === 'socket');
  const later = signs.some(({ sign, of }) => sign === 'reads' && of !== undefined);
  if (!socket || later || !socket.fresh) return [];
  const { host, guest, low, daemon } = plan;
  const pen = penFor('host', 'socket');
  const size = low ? 13 : 12;
  const box = low
    ? { x: guest.x, y: guest.y, width: guest.width, height: 40 }
    : { x: guest.x, y: guest.y, width: guest.width, height: 44 };
  return [
    ...(low ? [] : daemonShapes(plan)),
    ...(low
      ? []
      : arrow(pen, 'way', [
          [box.x, daemon.y + 12],
          [host.x + host.width + 1, daemon.y + 12],
        ])),
    pen.box('box', { ...box, radius: 3, fill: 'paper', stroke: 'mnt', strokeWidth: 1.6 }),
    pen.text('path', {
      x: box.x + 8,
      y: box.y + (low ? 16 : 18),
      text: tailOf(socket.at ?? '', 'mono', size, box.width - 16),
      size,
      font: 'mono',
      tone: 'mnt',
    }),
    pen.text('says', {
      x: box.x + 8,
      y: box.y + (low ? 33 : 36),
      text: shorten(socket.says ?? '', 'mono', size, box.width - 16),
      size,
      font: 'mono',
    }),
  ];
}

/** Whose each of a room's namespaces is, where a step has listed them. */
export function wallsShapes(
  facts: HostFacts,
  { container }: PlacedRoom,
  { guest, low, host }: MntPlan,
  { signs = [] }: Told,
): Shape[] {
  if (!signs.some(({ sign, of }) => sign === 'walls' && of === container.name)) return [];
  const wall = wallOf(container, facts);
  if (!wall) return [];
  const pen = penFor(coursePart('mnt', container), `walls:${container.name}`);
  const size = low ? 13 : 12.5;
  // A crop has all of its width for them.
  const x = low ? host.x : guest.x + 2;
  const width = guest.x + guest.width - x;
  const of = (which: 'own' | 'shared') => courses.filter((kind) => wall[kind] === which).join(' ');
  const lines = [...wrapped(wording.ownCourses(of('own')), 'sans', size, width), wording.hostsCourses(of('shared'))];
  return lines.slice(0, low ? 2 : 3).map((text, line) =>
    pen.text(`line-${line}`, {
      x,
      y: guest.y + 16 + line * 17,
      text: shorten(text, 'sans', size, width),
      size,
    }),
  );
}
