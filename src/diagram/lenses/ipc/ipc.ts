import { coursePart } from '../../../host/entity.ts';
import type { Container, HostFacts } from '../../../host/facts.ts';
import { companionsIn, hostNamespace, namespaceOf, wallOf } from '../../../host/views.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens, PlacedRoom, RoomPlan } from '../../building/geometry.ts';
import { heights, type Metrics } from '../../building/metrics.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { chipsAt, hostPlaquesAt, type IpcPlan, ipcPlan, maxChips, plaque, plaquesAt } from './plan.ts';
import { type IpcObject, objectsOf, plaques, rowsFor } from './plaques.ts';
import { adjacent, passage, wayIn } from './ways.ts';

/** What processes made to share memory or to wait by, in the namespace in which it stands: the host's, or a room's. */
export const ipcLens: Lens = {
  focus: 'ipc',
  cells(container, facts) {
    // What is in another's namespace stands there and not in the room.
    const own = wallOf(container, facts)?.ipc === 'own' && ownerOf(container, facts) === container;
    return own ? Math.max(1, rowsFor(objectsOf(namespaceOf(container, 'ipc', facts)))) : 1;
  },
  hostRows: (facts) => Math.max(1, rowsFor(objectsOf(hostNamespace('ipc', facts)))),
  bottom(canvas, metrics) {
    const { legendTop, host } = ipcPlan(canvas, metrics);
    return canvas.rooms.length > 0 ? legendTop + 34 : host.y + host.height;
  },
  draw(facts, rooms, canvas, metrics) {
    const plan = ipcPlan(canvas, metrics);
    const placed = rooms.flatMap((room) => {
      const at = plan.rooms[room.place];
      return at ? [{ room, at, cells: cellsInRow(room.place, canvas.rooms, plan) }] : [];
    });
    const passages = placed.flatMap(({ room, at }) => {
      const owner = ownerOf(room.container, facts);
      const other = placed.find((each) => each.room.container === owner);
      return room.wall?.ipc === 'own' && other && other.room !== room
        ? passage(room, other.room.place, { from: other.at, to: at }, plan, metrics)
        : [];
    });
    return [
      ...hostArea(facts, plan),
      // A passage opens both walls, and so is drawn over them; the room below it makes way with its name.
      ...placed.flatMap(({ room, at }) => {
        const joined = plan.flow === 'down' && ownerOf(room.container, facts) !== room.container;
        return wallShapes(room, ipcLens, metrics, joined ? { ...at, labelWidth: at.width - 64 } : at);
      }),
      ...passages,
      ...placed.flatMap(({ room, at, cells }) => roomShapes(facts, room, at, cells, placed, plan, metrics)),
      ...sharedLegend(rooms, ipcLens, metrics, {
        x: plan.flow === 'alone' ? metrics.roomLeft : metrics.left + metrics.pad,
        legendTop: plan.legendTop,
      }),
    ];
  },
  aboutHost: (facts) => `Its IPC namespace holds ${listed(objectsOf(hostNamespace('ipc', facts)))}.`,
  about(facts, { container, wall }, veiled) {
    if (veiled.includes(coursePart('ipc', container))) return 'is running.';
    if (wall?.ipc !== 'own') return 'has no IPC namespace of its own: it sees what is in the host’s.';
    const owner = ownerOf(container, facts);
    const holds = listed(objectsOf(namespaceOf(container, 'ipc', facts)));
    return owner === container
      ? `has an IPC namespace of its own, which holds ${holds}.`
      : `shares the IPC namespace of ${owner.name}, which holds ${holds}.`;
  },
};

/** Whose IPC namespace a container is in: of those that share one, the first that started made it. */
function ownerOf(container: Container, facts: HostFacts): Container {
  const started = (one: Container) => facts.processes.find(({ pid }) => pid === one.pid)?.started ?? 0;
  const all = [container, ...companionsIn(container, 'ipc', facts)];
  return all.sort((a, b) => started(a) - started(b) || a.pid - b.pid)[0] ?? container;
}

function listed(objects: IpcObject[]): string {
  const names = objects.map(({ name, amount, file }) => `${file ? '/dev/shm/' : ''}${name} (${amount})`);
  return names.length > 0 ? names.join(', ') : 'nothing';
}

/** Rooms of one row are of one height. */
function cellsInRow(place: number, rooms: { cells: number }[], { flow }: IpcPlan): number {
  const first = flow === 'across' ? place - (place % 2) : place;
  return Math.max(...rooms.slice(first, flow === 'across' ? first + 2 : first + 1).map(({ cells }) => cells));
}

/** The host's namespace: a frame with all that is in it. */
function hostArea(facts: HostFacts, { host, hostColumns }: IpcPlan): Shape[] {
  const pen = penFor('host', 'ipc:host');
  const namespace = hostNamespace('ipc', facts);
  const title = shorten('the host’s IPC namespace', 'sans-bold', 13, host.width - 24);
  const at = { x: host.x + 12, y: host.y + hostPlaquesAt, width: host.width - 24, columns: hostColumns };
  return [
    pen.box('frame', { ...host, radius: 6, stroke: 'ipc', strokeWidth: 1.6 }),
    pen.text('title', { x: at.x, y: host.y + 24, text: title, size: 13, font: 'sans-bold', tone: 'ipc' }),
    ...(namespace
      ? [
          pen.text('inode', {
            x: at.x,
            y: host.y + 44,
            text: `ipc:[${namespace.inode}]`,
            size: 12,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
    ...plaques('host', 'plaques:host', objectsOf(namespace), at),
  ];
}

interface Placed {
  room: PlacedRoom;
  at: RoomPlan;
  cells: number;
}

/** A running room: what is in its own namespace, or the way to where that is which it sees. */
function roomShapes(
  facts: HostFacts,
  room: PlacedRoom,
  at: RoomPlan,
  cells: number,
  placed: Placed[],
  plan: IpcPlan,
  metrics: Metrics,
): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const owner = ownerOf(container, facts);
  const own = wall.ipc === 'own' && owner === container;
  const x = at.inside.x + metrics.inset;
  const width = at.inside.width - 2 * metrics.inset;
  const chips = { x, y: at.inside.y + chipsAt(cells), width };
  const part = coursePart('ipc', container);
  const state = own ? 'own' : wall.ipc === 'own' ? 'joined' : 'shared';
  const pen = penFor(part, `ipc:${container.name}/${state}`);
  const whose = { own: 'IPC namespace', joined: `${owner.name}’s objects`, shared: 'host’s objects' }[state];
  const objects = objectsOf(namespaceOf(container, 'ipc', facts));
  const chip = { ...chips, centre: chips.y + heights.chip / 2 };
  const from = placed.find((each) => each.room.container === owner);
  const reader = x + width - 12;
  const last = at.inside.y + plaquesAt + (rowsFor(objects) - 1) * plaque.pitch + plaque.height;
  return [
    pen.text('title', {
      x,
      y: at.inside.y + 24,
      text: shorten(whose, 'sans-bold', 13, width),
      size: 13,
      font: 'sans-bold',
      tone: wall.ipc === 'own' ? 'ipc' : 'soft',
    }),
    pen.text('inode', {
      x,
      y: at.inside.y + 44,
      text: inodeText(first.ns.ipc, width),
      size: 12,
      font: 'mono',
      tone: 'soft',
    }),
    ...(state === 'shared' ? [pen.line('way', wayIn(plan, at, chip))] : []),
    ...(state === 'joined' && from && objects.length > 0 && adjacent(from.room.place, room.place, plan)
      ? [pen.line('way', wayIn(plan, at, chip, { ...from.at, inset: metrics.inset }))]
      : []),
    ...(own && objects.length > 0 && rowsFor(objects) <= 4
      ? [
          pen.line('reads', {
            points: [
              [reader, last],
              [reader, chips.y],
            ],
            stroke: 'ipc',
            strokeWidth: 1.6,
          }),
        ]
      : []),
    ...(own
      ? plaques(part, `plaques:${container.name}`, objects, { x, y: at.inside.y + plaquesAt, width, columns: 1 })
      : []),
    ...processChips(facts, room, chips, maxChips),
  ];
}

function inodeText(inode: number, width: number): string {
  const whole = `ipc:[${inode}]`;
  return measure(whole, 'mono', 12) <= width ? whole : String(inode);
}
