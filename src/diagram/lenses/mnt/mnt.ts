import type { HostFacts } from '../../../host/facts.ts';
import { hostRoot, type SeenMount, seenMounts } from '../../../host/mounts.ts';
import { slabTopOf } from '../../building/canvas.ts';
import { withDigits } from '../../building/cgroup-paths.ts';
import type { Canvas, Lens, RoomPlan, Told } from '../../building/geometry.ts';
import type { Room } from '../../building/moment.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import { aboutSigns } from './about.ts';
import { blocksOf, linesOf, rootPath } from './blocks.ts';
import { guestShapes, processShapes, socketShapes, wallsShapes } from './guest.ts';
import { mntBottom, mntPlan } from './plan.ts';
import { hostRootShapes, rootShapes, unameShapes } from './roots.ts';
import { contentOf, ductShapes, hostShapes, placesIn, rowShapes } from './rows.ts';
import * as wording from './words.ts';

/** The files that a room sees: its root in layers, the mounts below it, and the holes through which the host's files are seen. */
export const mntLens: Lens = {
  focus: 'mnt',
  measures: { tall: { pitch: 3 }, landscape: { pitch: 2.25 } },
  cells: linesOf,
  hostRows: () => 1,
  bottom: mntBottom,
  places: (canvas, metrics, told) => mntPlan(canvas, metrics, told).rooms,
  draw(facts, rooms, canvas, metrics, _veiled, told) {
    const plan = mntPlan(canvas, metrics, told);
    const placed = rooms.flatMap((room) => {
      const at = plan.rooms[room.place];
      if (!at) return [];
      const seen = plan.mode === 'one' && room.wall?.mnt === 'own';
      const most = plan.low ? placesIn(at, plan) : Number.POSITIVE_INFINITY;
      return [{ room, at, blocks: seen ? blocksOf(room.container, facts, canvas, told, most) : [] }];
    });
    return [
      // In a crop, the directories that are seen in the room stand in its place.
      ...(plan.low && plan.mode === 'one' && canvas.rooms.length > 0 ? [] : hostRootShapes(facts, plan, told)),
      ...placed.flatMap(({ room, at }) =>
        wallShapes(room, mntLens, metrics, at).map((shape) => (plan.low ? namedInside(shape, at) : shape)),
      ),
      // Ducts open the walls, and so are drawn over them and below all words.
      ...placed.flatMap(({ room, at, blocks }) => ductShapes(room, blocks, plan, at)),
      ...placed.flatMap(({ room, blocks }) => hostShapes(room, blocks, plan)),
      ...placed.flatMap(({ room, at, blocks }) =>
        plan.mode === 'roots'
          ? rootShapes(facts, room, at, plan, told)
          : [...titleShapes(room, at, plan.low), ...rowShapes(room, blocks, plan, at)],
      ),
      ...(plan.mode === 'one'
        ? [
            ...processShapes(plan, told),
            ...socketShapes(plan, told),
            ...guestShapes(placed, plan, told),
            ...placed.flatMap(({ room }) => wallsShapes(facts, room, plan, told)),
          ]
        : unameShapes(placed, plan, slabTopOf(canvas, mntLens, metrics), (metrics.left + plan.host.x) / 2, told)),
      ...(plan.legend ? sharedLegend(rooms, mntLens, metrics, plan.legend) : []),
    ];
  },
  aboutHost(facts, told) {
    const root = hostRoot(facts);
    return [root && wording.hostRoot(root.type, root.source), ...aboutSigns(told)].filter(Boolean).join(' ');
  },
  about: aboutRoom,
};

function aboutRoom(facts: HostFacts, { container, wall }: Room, _veiled: string[], canvas: Canvas, told: Told): string {
  if (wall?.mnt !== 'own') return wording.seesHosts;
  const mounts = seenMounts(container, facts);
  const named = (kind: SeenMount['kind']) => mounts.filter((mount) => mount.kind === kind);
  const written = named('injected').map(({ target }) => target);
  const holes = named('bind').map(({ target, from }) => wording.isOfHost(target, withDigits(from ?? '', 12)));
  const root = container.image ? wording.overImage(container.image) : wording.ownMounts(rootPath(container, facts));
  const said = aboutSigns(told, container.name);
  // Of several rooms, only the roots are drawn.
  if (canvas.rooms.length > 1) return [root, ...said].join(' ');
  const docker = written.length > 0 ? wording.written(written) : '';
  const hole = holes.length > 0 ? wording.holes(holes) : '';
  return [root, docker, hole, ...said].filter(Boolean).join(' ');
}

/** A room's name, where it stands in the room, and what is left of one that has ended, below that. */
function namedInside(shape: Shape, at: RoomPlan): Shape {
  if (shape.kind !== 'text') return shape;
  if (/\/(end|left)$/.test(shape.id)) return { ...shape, y: shape.y + (at.height < 90 ? 14.5 : 6) };
  if (!shape.id.endsWith('/name')) return shape;
  const [x, width] = contentOf(at);
  return { ...shape, x, y: at.inside.y + 16, text: shorten(shape.text, 'sans-bold', 13, width) };
}

function titleShapes({ container, wall }: Room, at: RoomPlan, low: boolean): Shape[] {
  if (!wall) return [];
  const own = wall.mnt === 'own';
  if (low && own) return [];
  const [x, width] = contentOf(at);
  const pen = penFor(`ns:mnt:${container.name}`, `root:${container.name}/${wall.mnt}`);
  return [
    pen.text('title', {
      x,
      y: at.inside.y + (low ? 36 : 18),
      text: shorten(own ? wording.own : wording.hosts, 'sans-bold', 13, width),
      size: 13,
      font: 'sans-bold',
      tone: own ? 'mnt' : 'soft',
    }),
  ];
}
