import { coursePart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { Plan, RoomPlan } from '../../building/canvas.ts';
import { processChips } from '../../building/chips.ts';
import { heights, type Metrics, maxChips } from '../../building/metrics.ts';
import { hostnameOf, type Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';

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
export function hostPlate(facts: HostFacts, plan: Plan): Shape[] {
  const inode = facts.processes.find((process) => process.pid === 1)?.ns.uts;
  return namePlate(penFor('host', 'plate:host'), plan.plate, 'the host’s hostname', hostnameOf(facts), inode);
}

/** A running room as the uts lens sees it: its own name plate, or a line through the gap in the wall to the host's. */
export function utsRoom(facts: HostFacts, room: Room, metrics: Metrics, plan: Plan, at: RoomPlan): Shape[] {
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
          pen.line('reads', { points: toHost(plan.plate, plate, reader, chips.y, metrics), ...stroke }),
        ];

  return [...name, ...processChips(facts, room, chips, maxChips.uts)];
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
