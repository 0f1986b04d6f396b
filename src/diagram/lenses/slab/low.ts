import { machinePart } from '../../../host/entity.ts';
import type { HostFacts, Machine } from '../../../host/facts.ts';
import type { Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { labelOf } from '../../building/moment.ts';
import { wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';
import { hostAnswers, type Said } from './answers.ts';
import { machinesOf, sandboxOf } from './machines.ts';
import { downShapes, slabShapes } from './own.ts';
import { type Area, roomPlan } from './plan.ts';
import * as wording from './words.ts';

/** Where the room of a container on the host's kernel stands in a low picture. */
function lowRoom(x: number): Area {
  return { x, y: 59, width: 132, height: 56 };
}

/** Where the building with a kernel of its own stands in a low picture. */
function lowKernel(right: number): Area {
  return { x: right - 178, y: 22, width: 178, height: 86 };
}

/** The places in a low picture: of a room on the host's kernel, and of what has one of its own, where none is kept for the host's rows. */
export function lowPlaces({ left, right, pad }: Metrics, alone: boolean): RoomPlan[] {
  return [lowRoom(left + pad), ...(alone ? [] : [lowKernel(right - pad)])].map(roomPlan);
}

/** What a low picture is drawn from. */
interface LowPicture {
  facts: HostFacts;
  rooms: PlacedRoom[];
  metrics: Metrics;
  veiled: string[];
  answers: Said[];
}

/** The same in a low picture: of a room its first process, of a machine its slab, and the host's slab below. */
export function lowShapes(lens: Lens, picture: LowPicture): Shape[] {
  const { facts, rooms, metrics, answers } = picture;
  const ground = metrics.top + 128;
  const kernels = [...machinesOf(facts, 'vm'), ...machinesOf(facts, 'sandbox')];
  const plain = rooms.filter(({ container }) => !sandboxOf(container.name, facts)).slice(0, 1);
  return [
    ...plain.flatMap((room) => roomShapes(lens, room, metrics, ground)),
    ...kernels.slice(0, 1).flatMap((machine) => kernelShapes(machine, picture, ground)),
    ...hostAnswers(answers, metrics, ground),
  ];
}

/** A room on the host's kernel, with its first process. */
function roomShapes(lens: Lens, room: PlacedRoom, metrics: Metrics, ground: number): Shape[] {
  const { container, wall, first } = room;
  const left = metrics.left + metrics.pad;
  const place = roomPlan(lowRoom(left));
  const depth = wallDepth(metrics);
  const inside = {
    x: left + depth,
    y: place.y + depth,
    width: place.width - 2 * depth,
    height: place.height - 2 * depth,
  };
  const down = penFor(`container:${container.name}`, `call:${container.name}`);
  const lane = inside.x + inside.width / 2;
  const chip = { x: inside.x + 2, width: inside.width - 4, y: inside.y + 1 };
  const pen = penFor(`process:${container.name}`);
  const label = first ? shorten(labelOf(first), 'mono', 13, chip.width - 10) : '';
  return [
    ...wallShapes(room, lens, metrics, { ...place, inside }),
    ...(wall
      ? [
          pen.box('chip', { ...chip, height: 24, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
          pen.text('label', { x: chip.x + 5, y: chip.y + 12 + middle(13), text: label, size: 13, font: 'mono' }),
          ...downShapes(down, 'call', lane, chip.y + 24, ground),
        ]
      : []),
  ];
}

/** The building of what has a kernel of its own. */
function kernelShapes(machine: Machine, { metrics, veiled, answers }: LowPicture, ground: number): Shape[] {
  const { name, kind, pid } = machine;
  const right = lowKernel(metrics.right - metrics.pad);
  const part = machinePart(name);
  const pen = penFor(part, `kernel:${name}`);
  const title = kind === 'vm' ? wording.machine : common.container(name);
  const inner = { x: right.x + 5, width: right.width - 10 };
  const process = `${pid} ${kind === 'vm' ? 'qemu' : 'runsc'}`;
  return [
    pen.text('title', {
      x: right.x + 4,
      y: 16,
      text: shorten(title, 'sans-bold', 13, right.width - 8),
      size: 13,
      font: 'sans-bold',
    }),
    pen.box('building', { ...right, stroke: 'ink', strokeWidth: 2 }),
    ...slabShapes(pen, machine, { inner, y: 27, size: 13 }, { hidden: veiled.includes(part), answers }),
    ...downShapes(pen, 'out', right.x + 20, 108, ground),
    pen.text('process', { x: right.x + 30, y: 123, text: process, size: 13, font: 'mono' }),
  ];
}
