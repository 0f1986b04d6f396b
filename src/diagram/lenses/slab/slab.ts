import { machinePart } from '../../../host/entity.ts';
import type { Lens } from '../../building/geometry.ts';
import { sharedLegend } from '../../building/room.ts';
import type { Way } from '../../drawing.ts';
import { answersOf, hostAnswers } from './answers.ts';
import { machineShapes, roomShapes } from './buildings.ts';
import { lowPlaces, lowShapes } from './low.ts';
import { bootOf, machinesOf, sandboxOf } from './machines.ts';
import { answerHeight, buildings, buildingTop, floorsOf, legendTop, roomPlan, thick } from './plan.ts';
import * as wording from './words.ts';

/** Whose kernel answers: a container’s room stands on the host’s slab, a machine has a slab of its own and is a process on the host. */
export const slabLens: Lens = {
  // Rooms stand beside machines, and their walls leave them the width that they need.
  measures: { tall: { pitch: 3.5 }, landscape: { pitch: 1.6, roomLeft: 140 } },
  cells: () => 1,
  hostRows: (facts) => machinesOf(facts, 'vm').length,
  bottom: (_canvas, metrics) =>
    metrics.format === 'landscape' ? 140 : buildingTop(metrics) + floorsOf(metrics).ground + answerHeight.tall - 18,
  places(canvas, metrics) {
    if (metrics.format === 'landscape') {
      const low = lowPlaces(metrics, canvas.hostChips > 0);
      return canvas.rooms.map((_, place) => low[place]);
    }
    const [y, height] = [buildingTop(metrics), floorsOf(metrics).end];
    return buildings(canvas, metrics).rooms.map(({ x, width }) => roomPlan({ x, y, width, height }));
  },
  draw(facts, rooms, canvas, metrics, veiled, told) {
    const answers = answersOf(facts, told);
    if (metrics.format === 'landscape') return lowShapes(slabLens, { facts, rooms, metrics, veiled, answers });
    const places = buildings(canvas, metrics);
    const street = { facts, metrics, veiled, answers };
    return [
      ...sharedLegend(rooms, slabLens, metrics, { x: metrics.left + metrics.pad, legendTop: legendTop(metrics) }),
      ...rooms.flatMap((room) => {
        const at = places.rooms[room.place];
        return at ? roomShapes(slabLens, room, at, street) : [];
      }),
      ...machinesOf(facts, 'vm').flatMap((machine, index) => {
        const at = places.machines[index];
        return at ? machineShapes(machine, at, street) : [];
      }),
      ...hostAnswers(answers, metrics, buildingTop(metrics) + floorsOf(metrics).ground),
    ];
  },
  // Where others answer too, what tells this kernel from them.
  motto(facts) {
    const [host] = machinesOf(facts, 'host');
    return (host && bootOf(host)) || undefined;
  },
  aboutHost(facts, told) {
    const said = answersOf(facts, told)
      .filter(({ by }) => by === 'host' || machinesOf(facts, 'vm').some(({ name }) => name === by))
      .map(({ by, text }) => wording.answered(by, text.replace(/\.+$/, '')));
    const machines = machinesOf(facts, 'vm').map(({ pid, processes }) => wording.runsMachine(pid, processes));
    return [...machines, ...said].join(' ');
  },
  about(facts, { container }, veiled, _canvas, told) {
    const sentry = sandboxOf(container.name, facts);
    const answer = answersOf(facts, told).find(({ by }) => by === container.name);
    const said = answer ? ` ${wording.itWasAnswered(answer.text.replace(/\.+$/, ''))}` : '';
    if (!sentry) return `${wording.onHosts}${said}`;
    const version = veiled.includes(machinePart(container.name)) ? undefined : sentry.kernel;
    return `${wording.onSentry(version, sentry.pid)}${said}`;
  },
  ways(facts, rooms, canvas, metrics, packet) {
    // In a low picture the answers alone are drawn, on the slab that gave them.
    if (packet.to !== 'kernel' || metrics.format === 'landscape') return [];
    const places = buildings(canvas, metrics);
    const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
    const from = top + floors.chip + thick.chip;
    const way = (name: string, lane: number, end: number, kernel: string): Way => ({
      id: `way:${name}/kernel`,
      points: [
        [lane, from],
        [lane, end],
      ],
      stops: [name, kernel],
    });
    const asked = (name: string) => packet.from === 'all' || packet.from === name;
    return [
      ...rooms.flatMap(({ place, container, wall }) => {
        const at = places.rooms[place];
        if (!at || !wall || !asked(container.name)) return [];
        const sentry = sandboxOf(container.name, facts);
        return [way(container.name, at.lane, top + (sentry ? floors.slab : floors.ground), sentry ? 'Sentry' : 'host')];
      }),
      ...machinesOf(facts, 'vm').flatMap(({ name }, index) => {
        const at = places.machines[index];
        return at && asked(name) ? [way(name, at.lane, top + floors.slab, name)] : [];
      }),
    ];
  },
};
