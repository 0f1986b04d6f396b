import { coursePart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { namespaceOf } from '../../../host/views.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import { hostnameOf } from '../../building/moment.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { type Drawn, type Section, sectionLens, sectionPlan } from '../section.ts';
import { askedOn, isRead, readOn } from '../telling.ts';
import { hostAsked, insideAsked } from './asked.ts';
import { aboveHeight, hostPlateAt, insideHeight, maxChips, type Plate, utsRoom } from './plan.ts';
import * as wording from './words.ts';

const section: Section = {
  focus: 'uts',
  maxChips,
  above: aboveHeight,
  inside: insideHeight,
  drawHost: (rooms, { facts, plan, metrics, told, veiled }) => {
    const at = hostPlateAt(plan.rooms, metrics);
    return [...hostPlate(facts, at, metrics, told, veiled), ...hostAsked(rooms, at, plan, metrics, told)];
  },
  drawRoom: roomShapes,
};

/** The hostname on a plate of the host's, and on one of each room that has its own; who reads which, and who sets it. */
export const utsLens: Lens = {
  ...sectionLens(section),
  // No number stands before a wall, so that the rooms begin at the edge where they stand below the host's side.
  measures: { tall: { roomLeft: 14 }, landscape: { roomLeft: 142, inset: 7 } },
  bottom(canvas, metrics) {
    const { bottom, rooms } = sectionPlan(section, canvas, metrics);
    const plate = hostPlateAt(rooms, metrics);
    return Math.max(bottom, plate.y + plate.height + 20);
  },
  hostTitle: 'host',
  about(facts, { container, wall, hostname }, veiled, _canvas, told) {
    const own = wall?.uts === 'own';
    const refused = told.refused?.by === container.name ? ` ${wording.isRefused}` : '';
    if (veiled.includes(coursePart('uts', container))) return `${wording.whose(own)}${refused}`;
    const named = own ? wording.ownNamed(hostname) : wording.hostsNamed(hostnameOf(facts));
    const asked = askedOn(container.name, told).length > 0 && readOn(container.name, told).length > 0;
    const read = asked ? ` ${wording.justRead(own)}` : '';
    return `${named}${read}${refused}`;
  },
  kinds: 'all',
};

interface Named {
  title: string;
  hostname: string;
  inode: number | undefined;
  /** Whether this step changed the name. */
  changed: boolean;
}

/** A name plate: whose it is, the hostname on it, and the inode of its UTS namespace once that is told. */
function namePlate(
  pen: Pen,
  at: Plate,
  { title, hostname, inode, changed }: Named,
  metrics: Metrics,
  told: Told,
): Shape[] {
  const low = metrics.format === 'landscape';
  const size = low ? 13 : 15;
  const pad = low ? 7 : 12;
  const number = `uts:[${inode}]`;
  const reads = inode !== undefined && isRead(told, ({ line }) => line.includes(number));
  // Where there is no height for both, the number takes the title's place while it is what the step is about.
  const instead = low && reads && told.reads?.some(({ fresh, line }) => fresh && line.includes(number));
  return [
    instead
      ? pen.text('inode', {
          x: at.x,
          y: at.y - 5,
          text: shorten(String(inode), 'mono', 13, at.width),
          size: 13,
          font: 'mono',
          tone: 'uts',
        })
      : pen.text('title', {
          x: at.x,
          y: at.y - (low ? 5 : 9),
          text: shorten(title, 'sans-bold', 13, at.width),
          size: 13,
          font: 'sans-bold',
          tone: 'uts',
        }),
    pen.box('plate', { ...at, radius: 3, fill: 'paper', stroke: 'uts', strokeWidth: changed ? 3.5 : 1.6 }),
    pen.text('hostname', {
      x: at.x + pad,
      y: at.y + at.height / 2 + middle(size),
      text: shorten(hostname, 'mono', size, at.width - 2 * pad),
      size,
      font: 'mono',
    }),
    ...(reads && !low
      ? [
          pen.text('inode', {
            x: at.x,
            y: at.y + at.height + 17,
            text: shorten(number, 'mono', 12.5, at.width - 20),
            size: 12.5,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
  ];
}

/** The host's name plate: every process reads it that has no UTS namespace of another's. */
function hostPlate(facts: HostFacts, at: Plate, metrics: Metrics, told: Told, veiled: string[]): Shape[] {
  const inode = facts.processes.find((process) => process.pid === 1)?.ns.uts;
  const hostname = hostnameOf(facts);
  // Which plate changed is kept back with the name on it.
  const changed = !veiled.includes('host') && told.before !== undefined && hostnameOf(told.before) !== hostname;
  const title = metrics.format === 'landscape' ? wording.hostsShort : wording.hosts;
  return namePlate(penFor('host', 'plate:host'), at, { title, hostname, inode, changed }, metrics, told);
}

/** A running room: its own name plate, or a line through the gap in the wall to the host's. */
function roomShapes(room: PlacedRoom, at: RoomPlan, { facts, plan, metrics, told, veiled }: Drawn): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const low = metrics.format === 'landscape';
  const { plate, chips, reader } = utsRoom(at, metrics);
  const host = hostPlateAt(plan.rooms, metrics);
  const pen = penFor(coursePart('uts', container), `plate:${container.name}/${wall.uts}`);
  const stroke = { stroke: 'uts', strokeWidth: 1.6 } as const;
  const was = told.before && namespaceOf(container, 'uts', told.before)?.hostname;
  const kept = veiled.includes(coursePart('uts', container));
  const changed = !kept && was !== undefined && was !== room.hostname;
  const own = { title: wording.own, hostname: room.hostname ?? '', inode: first.ns.uts, changed };
  const name: Shape[] =
    wall.uts === 'own'
      ? [
          ...namePlate(pen, plate, own, metrics, told),
          pen.line('reads', {
            points: [
              [reader, plate.y + plate.height],
              [reader, chips.y],
            ],
            ...stroke,
          }),
        ]
      : [
          pen.text('title', {
            x: plate.x,
            y: low ? plate.y - 5 : plate.y - 9,
            text: shorten(low ? wording.noneShort : wording.none, 'sans', 13, plate.width - 20),
            size: 13,
            tone: 'soft',
          }),
          pen.line('reads', {
            points: toHost(host, { place: room.place, plate, reader, end: chips.y }, metrics),
            ...stroke,
          }),
        ];
  const id = container.id.slice(0, 12);
  const part = `container:${container.name}`;
  const x = at.x + 4 + measure(common.container(container.name), 'sans-bold', 13) + 12;
  const knowsId = isRead({ reads: told.reads ?? [] }, (read) => read.part === part && read.text.startsWith(id));
  return [
    ...name,
    // The id from which Docker takes a hostname, once it is printed.
    ...(knowsId && !low && x + 12 * 7.2 < reader - 8
      ? [
          penFor(part, `id:${container.name}`).text('id', {
            x,
            y: at.labelBaseline,
            text: id,
            size: 12,
            font: 'mono',
            tone: 'soft',
          }),
        ]
      : []),
    ...processChips(facts, room, chips, maxChips, heightsOf[metrics.format]),
    ...insideAsked(room, at, host, metrics, told),
  ];
}

/** From the host's plate into the room: from below it, or in landscape from its side; past other rooms to those further down. */
function toHost(
  host: Plate,
  { place, plate, reader, end }: { place: number; plate: Plate; reader: number; end: number },
  metrics: Metrics,
): [number, number][] {
  const low = metrics.format === 'landscape';
  if (!low && place === 0)
    return [
      [reader, host.y + host.height],
      [reader, end],
    ];
  const level = host.y + host.height / 2;
  const start: [number, number] = [low ? host.x + host.width : host.x, level];
  const across = plate.y + plate.height / 2;
  if (Math.abs(across - level) < 1) return [start, [reader, across], [reader, end]];
  const lane = low ? host.x + host.width + 6 : host.x - 7;
  return [start, [lane, level], [lane, across], [reader, across], [reader, end]];
}
