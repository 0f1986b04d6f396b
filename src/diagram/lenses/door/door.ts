import { type Door, doorOf, doorPart } from '../../../host/doors.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { fenceOf, railPart, rails } from '../../../host/fence.ts';
import { processesOf } from '../../../host/views.ts';
import type { Lens, Told } from '../../building/geometry.ts';
import type { Room } from '../../building/moment.ts';
import { sharedLegend } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { fenceShapes } from './fence.ts';
import { hostShapes } from './host.ts';
import { doorPlan, maxChips } from './plan.ts';
import { railValue } from './rail-words.ts';
import { roomShapes } from './room.ts';
import { doorShapes } from './shapes.ts';
import * as wording from './words.ts';

/** What no wall covers: doors through it to the slab, or, in a scene without doors, the fence between a room and the slab. */
export const doorLens: Lens = {
  measures: { tall: { pitch: 3.5 }, landscape: { pitch: 2 } },
  cells: (container, facts) => Math.min(Math.max(1, processesOf(container, facts).length), maxChips + 1),
  // Room for a fence is kept where there is one at any moment.
  hostRows: (facts) => (facts.containers.some((container) => fenceOf(container, facts)) ? 1 : 0),
  bottom: (canvas, metrics) => doorPlan({ ...canvas, height: 0 }, metrics).bottom,
  places: (canvas, metrics) => doorPlan(canvas, metrics).rooms,
  draw(facts, rooms, canvas, metrics, veiled, told) {
    const plan = doorPlan(canvas, metrics);
    const doors = canvas.doors ?? [];
    const seen = rooms.filter(({ place }) => plan.rooms[place]);
    const legend = plan.legend ? sharedLegend(rooms, doorLens, metrics, plan.legend) : [];
    return [
      // One row; what dots mean is said where the wall itself is looked at.
      ...legend.filter(({ id }) => !id.startsWith('dots:')),
      ...seen.flatMap((room): Shape[] => {
        const at = plan.rooms[room.place];
        if (!at) return [];
        const { name } = room.container;
        const words = doors.length === 0 && told.tries?.by === name && plan.low.length === 1 ? told.tries.call : '';
        return roomShapes(facts, room, doorLens, metrics, at, words);
      }),
      ...(doors.length > 0
        ? doorShapes({ facts, plan, doors, metrics, veiled, told }, seen)
        : seen.flatMap((room): Shape[] => {
            const at = plan.rooms[room.place];
            if (!at || !room.first || !plan.low.includes(room.place)) return [];
            return fenceShapes(room, at, { facts, plan, canvas, metrics, veiled, told });
          })),
      ...(doors.length > 0 ? [] : hostShapes(facts, seen, plan, canvas, metrics, told)),
    ];
  },
  about(facts, room, veiled, { doors = [] }, told) {
    const through = doors.length > 0 ? doorsIn(facts, room, doors, veiled) : fenceIn(facts, room, veiled);
    return `${wording.running(through)}${callIn(room, told)}`;
  },
};

function doorsIn(facts: HostFacts, { container }: Room, doors: Door[], veiled: string[]): string {
  const open = doors.filter((door) => !veiled.includes(doorPart(door)));
  const told = open.map((door) => {
    const { label, value, use } = doorOf(door, container, facts);
    return `${label}${value === undefined ? '' : ` ${value}`}${use ? ` (${use})` : ''}`;
  });
  return wording.doors(told);
}

function fenceIn(facts: HostFacts, { container }: Room, veiled: string[]): string {
  const fence = fenceOf(container, facts);
  if (!fence) return '';
  const told = rails
    .filter((rail) => !veiled.includes(railPart(rail, container.name)))
    .map((rail) => `${wording.rails[rail]}: ${railValue(rail, fence)}`);
  return wording.fence(told);
}

/** What the call of this step meets on its way down. */
function callIn({ container }: Room, { tries, reports = [] }: Told): string {
  const cached = reports.filter(({ by, of }) => by === container.name && of.startsWith('file '));
  const counted = cached.length > 0 ? ` ${wording.cached(cached.map(({ value }) => value))}` : '';
  if (tries?.by !== container.name) return counted;
  const { call, stoppedBy, behind = [], says } = tries;
  if (!stoppedBy) return `${counted} ${wording.reaches(call, says)}`;
  const more = behind.length > 0 ? ` ${wording.behindIt(behind.map((rail) => wording.rails[rail]))}` : '';
  return `${counted} ${wording.isStopped(call, wording.rails[stoppedBy], says)}${more}`;
}
