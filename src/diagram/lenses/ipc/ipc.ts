import { coursePart } from '../../../host/entity.ts';
import type { Container, HostFacts, Namespace } from '../../../host/facts.ts';
import { companionsIn, hostNamespace, namespaceOf, wallOf } from '../../../host/views.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens, PlacedRoom, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { askedOn, askingPen, commandTag, readOn } from '../telling.ts';
import { type IpcPlan, type IpcRoom, ipcPlan, maxPlaques } from './plan.ts';
import { type IpcObject, objectsOf, plaques, rowsFor } from './plaques.ts';
import {
  adjacent,
  lookAround,
  lookAtHost,
  lookOnHost,
  type Passing,
  passage,
  wayFromHost,
  wayThrough,
  wayX,
} from './ways.ts';
import * as wording from './words.ts';

/** What processes made to share memory or to wait by, in the namespace in which it stands: the host's, or a room's. */
export const ipcLens: Lens = {
  focus: 'ipc',
  measures: { tall: { inset: 8 }, landscape: { roomLeft: 150, inset: 8 } },
  cells(container, facts) {
    // What is in another's namespace stands there and not in the room.
    const own = wallOf(container, facts)?.ipc === 'own' && ownerOf(container, facts) === container;
    return own ? Math.max(1, rowsFor(objectsOf(namespaceOf(container, 'ipc', facts)))) : 1;
  },
  hostRows: (facts) => rowsFor(objectsOf(hostNamespace('ipc', facts))),
  bottom: (canvas, metrics) => ipcPlan(canvas, metrics).bottom,
  places: (canvas, metrics) => ipcPlan(canvas, metrics).rooms,
  draw(facts, rooms, canvas, metrics, _veiled, told) {
    const plan = ipcPlan(canvas, metrics);
    const placed = rooms.flatMap((room) => {
      const at = plan.rooms[room.place];
      return at ? [{ room, at }] : [];
    });
    const look = { focus: 'ipc', courses: plan.courses } as const;
    const passages = placed.flatMap(({ room }) => {
      const owner = ownerOf(room.container, facts);
      const other = placed.find((each) => each.room.container === owner);
      return room.wall?.ipc === 'own' && other && other.room !== room
        ? passage(room, other.room.place, plan, metrics)
        : [];
    });
    return [
      ...hostArea(facts, plan, canvas.height, metrics, told),
      // A passage opens both walls, and so is drawn over them; the room below it makes way with its name.
      ...placed.flatMap(({ room, at }) => {
        const joined = plan.flow === 'down' && ownerOf(room.container, facts) !== room.container;
        const end = joined
          ? at.chip.x - 26
          : plan.flow === 'alone' && metrics.format === 'tall'
            ? wayX(at) - 16
            : at.x + at.width;
        return wallShapes(room, look, metrics, { ...at, labelWidth: end - at.x - 8 });
      }),
      ...passages,
      ...placed.flatMap((each) => roomShapes(facts, each, placed, plan, metrics, told)),
      ...sharedLegend(rooms, look, metrics, { x: metrics.left + metrics.pad, legendTop: plan.legendTop }),
    ];
  },
  aboutHost: (facts) => wording.hostHolds(listed(objectsOf(hostNamespace('ipc', facts)))),
  about(facts, { container, wall }, veiled, _canvas, told) {
    if (veiled.includes(coursePart('ipc', container))) return common.running;
    if (wall?.ipc !== 'own') return `${wording.none}${asked(container, told)}`;
    const owner = ownerOf(container, facts);
    const holds = listed(objectsOf(namespaceOf(container, 'ipc', facts)));
    const whose = owner === container ? wording.own(holds) : wording.joined(owner.name, holds);
    return `${whose}${asked(container, told)}`;
  },
};

/** That a shell inside has just looked there. */
function asked({ name }: Container, told: Told): string {
  return askedOn(name, told).length > 0 ? ` ${wording.asked}` : '';
}

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

/** What is in a namespace, and what this step removed from it. */
function contents(namespace: Namespace | undefined, { before }: Told): { objects: IpcObject[]; gone: IpcObject[] } {
  const objects = objectsOf(namespace);
  const was = before?.namespaces.find(({ kind, inode }) => kind === 'ipc' && inode === namespace?.inode);
  return { objects, gone: objectsOf(was).filter(({ id }) => !objects.some((object) => object.id === id)) };
}

/** The places of those objects that a line of this step's output names on that side: by key, or a file by its name. */
function seenBy(side: string, { objects, gone }: ReturnType<typeof contents>, told: Told): number[] {
  const lines = readOn(side, told).map(({ line }) => line);
  return [...gone, ...objects]
    .slice(0, maxPlaques)
    .flatMap(({ key, name, file }, index) =>
      lines.some((line) => line.includes(file ? name : (key ?? name))) ? [index] : [],
    );
}

/** The host's namespace with all that is in it, and what was run there. */
function hostArea(facts: HostFacts, plan: IpcPlan, height: number, metrics: Metrics, told: Told): Shape[] {
  const { host, frame } = plan;
  if (!host) return [];
  const low = metrics.format === 'landscape';
  const holds = contents(hostNamespace('ipc', facts), told);
  const pen = penFor('host', 'ipc:host');
  const title = wording.hosts;
  const slabTop =
    (height > 0 ? height : plan.bottom + 18 + metrics.slabHeight + metrics.top) - metrics.top - metrics.slabHeight;
  const tag = frame
    ? ({
        x: frame.x + frame.width - 10,
        y: frame.y + 18,
        width: frame.width - 36 - measure(title, 'sans-bold', 13),
        anchor: 'end',
        size: 12,
      } as const)
    : ({ x: metrics.left + metrics.pad, y: slabTop - 12, width: host.width + 8, anchor: 'start', size: 13 } as const);
  const shown = frame || plan.flow === 'alone' ? commandTag('host', told, tag) : [];
  return [
    ...(frame
      ? [
          pen.box('frame', { ...frame, radius: 6, stroke: 'ipc', strokeWidth: 1.6 }),
          pen.text('title', {
            x: frame.x + 10,
            y: frame.y + 18,
            text: shorten(title, 'sans-bold', 13, frame.width - 20),
            size: 13,
            font: 'sans-bold',
            tone: 'ipc',
          }),
        ]
      : []),
    ...plaques('host', 'plaques:host', holds, host, low ? 13 : 12.5),
    ...shown,
    ...(shown.length > 0 ? lookOnHost(askingPen('host'), seenBy('host', holds, told), [tag.x, tag.y - 13], plan) : []),
  ];
}

interface Placed {
  room: PlacedRoom;
  at: IpcRoom;
}

/** A running room: what is in its own namespace, or the way to where that is which it sees, and what was run in it. */
function roomShapes(
  facts: HostFacts,
  { room, at }: Placed,
  placed: Placed[],
  plan: IpcPlan,
  metrics: Metrics,
  told: Told,
): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const low = metrics.format === 'landscape';
  const owner = ownerOf(container, facts);
  const state = wall.ipc !== 'own' ? 'shared' : owner === container ? 'own' : 'joined';
  const part = coursePart('ipc', container);
  const pen = penFor(part, `ipc:${container.name}/${state}`);
  const whose = wording.whose[state](owner.name);
  const holds = contents(namespaceOf(owner, 'ipc', facts), told);
  const from = placed.find((each) => each.room.container === owner);
  const name = container.name;
  const asking = askingPen(name);
  const ran = askedOn(name, told).length > 0;
  const titleY = low ? at.inside.y + 12 : at.inside.y + 18;
  const narrow = plan.flow === 'across';
  const reach = state === 'joined' && from && adjacent(from.room.place, room.place, plan) ? from.at : undefined;
  const title = {
    text: shorten(whose, 'sans-bold', 13, at.plaques.width),
    size: 13,
    font: 'sans-bold',
    tone: state === 'shared' ? 'soft' : 'ipc',
  } as const;
  const nameEnd = at.x + 4 + measure(common.container(name), 'sans-bold', 13) + 8;
  const tagStart = plan.flow === 'alone' && !low ? Math.max(nameEnd, wayX(at) + 8) : nameEnd;
  const end = at.x + at.width - 4;
  const tag = { x: end, y: at.labelBaseline, width: end - tagStart, anchor: 'end', size: low ? 13 : 12 } as const;
  const seen = ran ? seenBy(name, holds, told) : [];
  const empty = holds.objects.length + holds.gone.length === 0;
  const looks = empty && ran ? [0] : seen;
  return [
    // Where there is no height for a title, only another's objects are named.
    ...(narrow && state === 'own'
      ? []
      : [pen.text('title', { x: at.plaques.x, y: narrow ? at.plaques.y + 12 : titleY, ...title })]),
    ...(state === 'shared' ? wayFromHost(pen, at, plan, metrics) : []),
    ...(reach && !empty
      ? [wayThrough(pen, { from: at, owner: reach, index: lastInRow(holds, at) }, plan, metrics)]
      : []),
    ...(state === 'own' ? plaques(part, `plaques:${name}`, holds, at.plaques, low ? 13 : 12.5) : []),
    ...(ran ? commandTag(name, told, tag) : []),
    ...(state === 'own' ? lookAround(asking, at, looks, plan, metrics) : []),
    ...(state === 'shared' ? lookAtHost(asking, at, ran ? removedOrSeen(seen, holds.gone) : [], plan, metrics) : []),
    ...(reach && seen.length > 0
      ? through(asking, { from: at, owner: reach, index: Math.max(...seen) }, plan, metrics)
      : []),
    ...processChips(facts, { ...room, processes: asker(room) }, at.chip, 1, heightsOf[metrics.format]),
    ...(plan.flow === 'alone' && !low && room.processes.length > 1
      ? [
          penFor(`container:${name}`, `rest:${name}`).text('more', {
            x: at.chip.x + at.chip.width + 12,
            y: at.chip.y + 21,
            text: common.more(room.processes.length - 1),
            size: 13,
            tone: 'soft',
          }),
        ]
      : []),
  ];
}

/** The places of what was seen, and of what was removed, which stands before it. */
function removedOrSeen(seen: number[], gone: IpcObject[]): number[] {
  return [...new Set([...gone.map((_, index) => index), ...seen])];
}

/** What a process reads through a passage: the way there, and a dot where it ends. */
function through(pen: ReturnType<typeof askingPen>, passing: Passing, plan: IpcPlan, metrics: Metrics): Shape[] {
  const way = wayThrough(pen, passing, plan, metrics, { stroke: 'ink', strokeWidth: 1.4 });
  const [x, y] = way.points.at(-1) ?? [0, 0];
  return [way, pen.box('dot', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, radius: 3.5, fill: 'ink' })];
}

/** The last plaque of the first row: the one next to the passage. */
function lastInRow({ objects, gone }: ReturnType<typeof contents>, { plaques: { columns } }: IpcRoom): number {
  return columns === 1 ? 0 : Math.min(columns, objects.length + gone.length) - 1;
}

/** Who asks in a room: its shell, where there is one. */
function asker({ processes }: PlacedRoom): PlacedRoom['processes'] {
  const shell = processes.find(({ comm }, index) => index > 0 && /sh$/.test(comm));
  return shell ? [shell] : processes.slice(0, 1);
}
