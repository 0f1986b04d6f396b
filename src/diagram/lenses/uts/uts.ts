import { coursePart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens, RoomPlan } from '../../building/geometry.ts';
import { heights, type Metrics, wallDepth } from '../../building/metrics.ts';
import { hostnameOf, type Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';
import { bodyTop, type Section, sectionLens, sectionPlan } from '../section.ts';

/** What a plate takes with its title and its inode. */
const plateHeight = 26 + heights.plate + 24;

const section: Section = {
  focus: 'uts',
  maxChips: 3,
  above: plateHeight,
  inside: (chips) => heights.title + heights.plate + 36 + chips + 14,
  drawHost: (facts, { rooms }, metrics) => hostPlate(facts, hostPlateAt(rooms, metrics)),
  drawRoom: (facts, room, at, _place, { rooms }, metrics) =>
    roomShapes(facts, room, metrics, hostPlateAt(rooms, metrics), at),
};

/** The hostname on a plate of the host's, and on one of each room that has its own. */
export const utsLens: Lens = {
  ...sectionLens(section),
  // No number stands before a wall, so that on a phone the rooms begin at the edge.
  measures: { tall: { roomLeft: 14 } },
  bottom(canvas, metrics) {
    const { bottom, rooms } = sectionPlan(section, canvas, metrics);
    return Math.max(bottom, hostPlateAt(rooms, metrics).y + heights.plate + 24);
  },
  hostTitle: 'host',
  about(facts, { container, wall, hostname }, veiled) {
    const own = wall?.uts === 'own';
    if (veiled.includes(coursePart('uts', container)))
      return own ? 'has a UTS namespace of its own.' : 'has no UTS namespace of its own.';
    return own
      ? `has a UTS namespace of its own, with the hostname ${hostname ?? 'unknown'}.`
      : `has no UTS namespace of its own: its hostname is the host’s, ${hostnameOf(facts)}.`;
  },
  kinds: 'all',
};

interface Place {
  x: number;
  y: number;
  width: number;
}

/** A name plate: whose it is, the hostname on it, and the inode of its UTS namespace. */
function namePlate(pen: Pen, at: Place, title: string, hostname: string, inode: number | undefined): Shape[] {
  const name = shorten(hostname, 'mono', 14, at.width - 24);
  const number = shorten(`uts:[${inode}]`, 'mono', 12.5, at.width - 20);
  const baseline = at.y + heights.plate / 2 + middle(14);
  return [
    pen.text('title', { x: at.x, y: at.y - 12, text: title, size: 13, font: 'sans-bold', tone: 'uts' }),
    pen.box('plate', {
      ...at,
      height: heights.plate,
      radius: 3,
      fill: 'paper',
      stroke: 'uts',
      strokeWidth: 1.6,
    }),
    pen.text('hostname', { x: at.x + 12, y: baseline, text: name, size: 14, font: 'mono' }),
    ...(inode === undefined
      ? []
      : [
          pen.text('inode', {
            x: at.x,
            y: at.y + heights.plate + 20,
            text: number,
            size: 12.5,
            font: 'mono',
            tone: 'soft',
          }),
        ]),
  ];
}

/** The host's name plate: every process reads it that has no UTS namespace of another's. */
function hostPlate(facts: HostFacts, at: Place): Shape[] {
  const inode = facts.processes.find((process) => process.pid === 1)?.ns.uts;
  return namePlate(penFor('host', 'plate:host'), at, 'the host’s hostname', hostnameOf(facts), inode);
}

/** Where the host's plate stands: beside the first room, or above all of them. */
function hostPlateAt(rooms: RoomPlan[], metrics: Metrics): Place {
  const { left, right, pad, roomLeft, columns } = metrics;
  const x = left + pad;
  if (columns > 1) return { x, y: bodyTop(metrics) + 26, width: right - left - 2 * pad };
  const top = rooms[0]?.inside.y ?? bodyTop(metrics) + 24 + wallDepth(metrics);
  return { x, y: top + heights.title, width: roomLeft - left - pad - 24 };
}

/** A running room: its own name plate, or a line through the gap in the wall to the host's. */
function roomShapes(facts: HostFacts, room: Room, metrics: Metrics, host: Place, at: RoomPlan): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
  const width = at.inside.width - 2 * metrics.inset;
  const plate = { x: at.inside.x + metrics.inset, y: at.inside.y + heights.title, width };
  const chips = { ...plate, y: plate.y + heights.plate + 36 };
  const part = coursePart('uts', container);
  const pen = penFor(part, `plate:${container.name}/${wall.uts}`);
  const reader = plate.x + width - 12;
  const stroke = { stroke: 'uts', strokeWidth: 1.6 } as const;
  const title = shorten('its own hostname', 'sans-bold', 13, width);

  const name: Shape[] =
    wall.uts === 'own'
      ? [
          ...namePlate(pen, plate, title, room.hostname ?? '', first.ns.uts),
          pen.line('reads', {
            points: [
              [reader, plate.y + heights.plate],
              [reader, chips.y],
            ],
            ...stroke,
          }),
        ]
      : [
          pen.text('title', {
            x: plate.x,
            y: plate.y - 12,
            text: shorten('no name of its own', 'sans', 13, width - 20),
            size: 13,
            tone: 'soft',
          }),
          pen.line('reads', { points: toHost(host, plate, reader, chips.y, metrics), ...stroke }),
        ];

  return [...name, ...processChips(facts, room, chips, section.maxChips)];
}

/** From the host's plate into the room: from its side where they stand side by side, else from below it. */
function toHost(host: Place, plate: Place, reader: number, end: number, metrics: Metrics): [number, number][] {
  if (metrics.columns > 1)
    return [
      [reader, host.y + heights.plate],
      [reader, end],
    ];
  // Only the first room stands beside the plate; the way to the others runs between the plate and their walls.
  const start: [number, number] = [host.x + host.width, host.y + heights.plate / 2];
  const across = plate.y + heights.plate / 2;
  if (Math.abs(across - start[1]) < 1) return [start, [reader, across], [reader, end]];
  const lane = host.x + host.width + 10;
  return [start, [lane, start[1]], [lane, across], [reader, across], [reader, end]];
}
