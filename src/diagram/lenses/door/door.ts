import { type Door, doorOf, doorPart } from '../../../host/doors.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { fenceOf, railPart, rails } from '../../../host/fence.ts';
import { processesOf } from '../../../host/views.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens } from '../../building/geometry.ts';
import type { Room } from '../../building/moment.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { fenceShapes, railName, railValue } from './fence.ts';
import { chipsIn, doorPlan, maxChips } from './plan.ts';
import { doorShapes } from './shapes.ts';

/** What no wall covers: doors through it to the slab, or, in a scene without doors, the fence between a room and the slab. */
export const doorLens: Lens = {
  cells: (container, facts) => Math.min(Math.max(1, processesOf(container, facts).length), maxChips + 1),
  // Room for a fence is kept where there is one at any moment.
  hostRows: (facts) => (facts.containers.some((container) => fenceOf(container, facts)) ? 1 : 0),
  bottom: (canvas, metrics) => doorPlan(canvas, metrics).bottom,
  draw(facts, rooms, canvas, metrics, veiled) {
    const plan = doorPlan(canvas, metrics);
    const doors = canvas.doors ?? [];
    return [
      ...sharedLegend(rooms, doorLens, metrics, plan.legend),
      ...rooms.flatMap((room): Shape[] => {
        const at = plan.rooms[room.place];
        if (!at) return [];
        const walls = wallShapes(room, doorLens, metrics, at);
        if (!room.wall || !room.first) return walls;
        const under = !plan.low[room.place]
          ? []
          : doors.length > 0
            ? doorShapes(facts, room, doors, at, metrics, veiled)
            : fenceShapes(facts, room, at, veiled);
        return [...walls, ...processChips(facts, room, chipsIn(at), maxChips), ...under];
      }),
    ];
  },
  about(facts, room, veiled, { doors = [] }) {
    const through = doors.length > 0 ? doorsIn(facts, room, doors, veiled) : fenceIn(facts, room, veiled);
    return `is running${through}.`;
  },
};

function doorsIn(facts: HostFacts, { container }: Room, doors: Door[], veiled: string[]): string {
  const open = doors.filter((door) => !veiled.includes(doorPart(door)));
  const told = open.map((door) => {
    const { label, value, use } = doorOf(door, container, facts);
    return `${label}${value === undefined ? '' : ` ${value}`}${use ? ` (${use})` : ''}`;
  });
  return told.length > 0 ? `, with doors down to the kernel: ${told.join('; ')}` : ', and its doors are shut';
}

function fenceIn(facts: HostFacts, { container }: Room, veiled: string[]): string {
  const fence = fenceOf(container, facts);
  if (!fence) return '';
  const told = rails
    .filter((rail) => !veiled.includes(railPart(rail, container.name)))
    .map((rail) => `${railName[rail]}: ${railValue(rail, fence)}`);
  return told.length > 0 ? `, behind a fence: ${told.join('; ')}` : ', behind a fence';
}
