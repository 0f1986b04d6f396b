import { coursePart } from '../../../host/entity.ts';
import { cgroupSeen, processesOf } from '../../../host/views.ts';
import { withDigits } from '../../building/cgroup-paths.ts';
import type { Lens } from '../../building/geometry.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import { commandTag, readOn } from '../telling.ts';
import { branchShapes, hangX } from './branch.ts';
import { insideShapes, limitShapes } from './inside.ts';
import { nodeAt, nodeShapes } from './nodes.ts';
import { bottomOf, branches, maxChips, nodesOf } from './plan.ts';
import { limitsRead } from './read.ts';
import { hostTree } from './tree.ts';
import * as wording from './words.ts';

/** The tree of cgroups, a room at each container's, and the path of it as read from either side of the wall. */
export const cgroupLens: Lens = {
  focus: 'cgroup',
  measures: { tall: { inset: 8 }, landscape: { roomLeft: 146, inset: 7 } },
  cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
  hostRows: (facts) => hostTree(facts).length,
  bottom: bottomOf,
  places: (canvas, metrics) => branches(canvas, metrics).map(({ room }) => room),
  draw(facts, rooms, canvas, metrics, _veiled, told) {
    const places = branches(canvas, metrics);
    const low = metrics.format === 'landscape';
    const slabTop =
      canvas.height > 0 ? canvas.height - metrics.top - metrics.slabHeight : bottomOf(canvas, metrics) + 18;
    const kept = hostTree(facts, nodesOf(canvas.hostChips, metrics)).filter(({ above }) => above || !low);
    const tree = kept.map((each, index) => ({ each, at: nodeAt(each, index, metrics) }));
    const shapes = tree.flatMap(({ each, at }) => nodeShapes(each, at, tree));
    if (low && readOn('host', told).length > 0)
      shapes.push(
        ...commandTag('host', told, {
          x: metrics.left + metrics.pad,
          y: slabTop - 12,
          width: 128,
          anchor: 'start',
          size: 13,
        }),
      );
    for (const room of rooms) {
      const at = places[room.place];
      if (!at) continue;
      const named = low || places.length > 1 ? {} : { labelWidth: hangX(at) - 12 - at.room.x };
      shapes.push(...wallShapes(room, cgroupLens, metrics, { ...at.room, ...named }));
      if (!room.first) continue;
      shapes.push(
        ...branchShapes({ room, path: room.first.cgroup, at, tree, alone: places.length === 1 }, metrics, told),
        ...limitShapes(facts, room, at.room, metrics, told),
        ...insideShapes(facts, room, metrics, at.room, told),
      );
    }
    const last = places.at(-1)?.room;
    return [...shapes, ...(last ? sharedLegend(rooms, cgroupLens, metrics, last) : [])];
  },
  about(facts, room, veiled, _canvas, told) {
    const { first, wall, container } = room;
    if (!first) return '';
    const whose = wording.whose(wall?.cgroup === 'own');
    const seen = veiled.includes(coursePart('cgroup', container)) ? undefined : cgroupSeen(first, facts);
    const read = (path: string) => withDigits(path, 12);
    const inside = seen === undefined ? undefined : read(seen);
    const limits = limitsRead(facts, room, told);
    const said = limits ? ` ${wording.limits(limits)}` : '';
    const refused = told.refused?.by === container.name ? ` ${wording.notThere}` : '';
    return `${wording.reads(whose, read(first.cgroup), inside)}${said}${refused}`;
  },
};
