import { coursePart, processPart } from '../../host/entity.ts';
import type { HostFacts, Process } from '../../host/facts.ts';
import { insidePid } from '../../host/views.ts';
import type { RoomPlan } from '../building/geometry.ts';
import { capsuleRoom, heights, type Metrics } from '../building/metrics.ts';
import { labelOf, type Room } from '../building/moment.ts';
import type { Shape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { middle, shorten } from '../paper/text.ts';

/** A running room's processes, each with the number inside and, on a capsule before the wall, the host's. */
export function numberShapes(
  facts: HostFacts,
  room: Room,
  maxChips: number,
  metrics: Metrics,
  plan: RoomPlan,
): Shape[] {
  const { container, wall } = room;
  if (!wall || !room.first) return [];
  const x = plan.inside.x + metrics.inset;
  const width = plan.inside.width - 2 * metrics.inset;
  const title = wall.pid === 'own' ? 'PID namespace' : 'host’s PID namespace';
  const shapes: Shape[] = [
    penFor(coursePart('pid', container), `title:${container.name}`).text('title', {
      x,
      y: plan.inside.y + 24,
      text: shorten(title, 'sans-bold', 13, width),
      size: 13,
      font: 'sans-bold',
      tone: wall.pid === 'own' ? 'pid' : 'soft',
    }),
  ];

  const drawn = room.processes.slice(0, maxChips);
  const digits = Math.max(...drawn.map((process) => String(insidePid(process)).length));
  drawn.forEach((process, index) => {
    const y = plan.inside.y + heights.title + index * heights.cell;
    shapes.push(...numbered(process, processPart(process, facts), { x, y, width }, digits, plan));
  });
  const rest = room.processes.length - drawn.length;
  const end = plan.inside.y + heights.title + drawn.length * heights.cell;
  if (rest > 0) {
    const pen = penFor(`container:${container.name}`, `rest:${container.name}`);
    shapes.push(pen.text('more', { x, y: end + 16, text: `and ${rest} more`, size: 13, tone: 'soft' }));
  }
  return shapes;
}

/** What the picture says of those numbers, and of whose PID namespace gives them. */
export function aboutNumbers(facts: HostFacts, room: Room, maxChips: number, veiled: string[]): string {
  const wall =
    room.wall?.pid === 'own' ? 'has a PID namespace of its own' : 'has no PID namespace of its own and uses the host’s';
  const drawn = room.processes.slice(0, maxChips);
  const rows = drawn.map((process) => {
    const inside = insidePid(process);
    const label = labelOf(process);
    if (veiled.includes(processPart(process, facts))) return `${label} is process ${process.pid} outside`;
    return inside === process.pid
      ? `${label} is process ${process.pid} on both sides`
      : `${label} is process ${process.pid} outside and ${inside} inside`;
  });
  const rest = room.processes.length - drawn.length;
  return `${wall}: ${[...rows, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')}.`;
}

/** One process: its chip behind the wall, its capsule before it, and the line that makes them one. */
function numbered(
  process: Process,
  part: string,
  chip: { x: number; y: number; width: number },
  digits: number,
  plan: RoomPlan,
): Shape[] {
  const pen = penFor(part);
  const centre = chip.y + heights.chip / 2;
  const pid = String(process.pid);
  const size = pid.length > 5 ? 12 : 13;
  const capsule = capsuleBox(process, plan);
  const numberSize = digits > 4 ? 13 : 16;
  const labelX = chip.x + 12 + Math.max(2, digits) * numberSize * 0.6 + 10;
  const label = shorten(labelOf(process), 'mono', 13, chip.x + chip.width - 8 - labelX);
  const inside = String(insidePid(process));
  return [
    pen.line('link', {
      points: [
        [capsule.x + capsule.width, centre],
        [chip.x, centre],
      ],
      stroke: 'pid',
      strokeWidth: 1.6,
    }),
    pen.box('chip', { ...chip, height: heights.chip, radius: 3, fill: 'paper', stroke: 'pid', strokeWidth: 1.6 }),
    pen.text('inside', {
      x: chip.x + 12,
      y: centre + middle(numberSize),
      text: inside,
      size: numberSize,
      font: 'mono',
      tone: 'pid',
    }),
    pen.text('label', { x: labelX, y: centre + middle(13), text: label, size: 13, font: 'mono' }),
    pen.box('capsule', {
      ...capsule,
      y: centre - 15,
      height: 30,
      radius: 15,
      fill: 'sheet',
      stroke: 'pid',
      strokeWidth: 1.6,
    }),
    pen.text('outside', {
      x: capsule.x + capsule.width / 2,
      y: centre + middle(size),
      text: pid,
      size,
      font: 'mono',
      anchor: 'middle',
      tone: 'pid',
    }),
  ];
}

/** The capsule stands right before the wall and grows to the left with its number. */
export function capsuleBox(process: Process, plan: RoomPlan): { x: number; width: number } {
  const digits = String(process.pid).length;
  const width = digits > 5 ? digits * 7.2 + 9.6 : Math.max(42, digits * 7.8 + 17);
  return { x: plan.x - (capsuleRoom - 60) - width, width };
}
