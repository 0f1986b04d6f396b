import { coursePart, processPart } from '../../../host/entity.ts';
import type { HostFacts, Process } from '../../../host/facts.ts';
import { insidePid } from '../../../host/views.ts';
import type { Lens } from '../../../recording/script.ts';
import { chosenHostProcesses, type Plan, type RoomPlan } from '../../building/canvas.ts';
import { capsuleRoom, heights, type Metrics, maxChips } from '../../building/metrics.ts';
import { labelOf, type Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';

/** A running room as the pid lens sees it: each process with the number inside and, on a capsule before the wall, the host's. */
export function pidRoom(facts: HostFacts, room: Room, lens: Lens, metrics: Metrics, plan: RoomPlan): Shape[] {
  const { container, wall, first } = room;
  if (!wall || !first) return [];
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

  const drawn = room.processes.slice(0, maxChips[lens]);
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
  if (lens === 'intro') return shapes;

  const base = plan.inside.y + plan.inside.height - 14;
  const nspid = shorten(`NSpid: ${first.nspid.join(' ')}`, 'mono', 13, width);
  const inode = shorten(`pid:[${first.ns.pid}]`, 'mono', 12.5, width);
  return [
    ...shapes,
    penFor(processPart(first, facts), `nspid:${container.name}`).text('nspid', {
      x,
      y: base - 20,
      text: nspid,
      size: 13,
      font: 'mono',
    }),
    penFor(coursePart('pid', container), `inode:${container.name}`).text('inode', {
      x,
      y: base,
      text: inode,
      size: 12.5,
      font: 'mono',
      tone: 'soft',
    }),
  ];
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
function capsuleBox(process: Process, plan: RoomPlan): { x: number; width: number } {
  const digits = String(process.pid).length;
  const width = digits > 5 ? digits * 7.2 + 9.6 : Math.max(42, digits * 7.8 + 17);
  return { x: plan.x - (capsuleRoom - 60) - width, width };
}

/** The tree below a shim: from its chip to the capsules of the processes that it is the parent of. */
export function shimLines(facts: HostFacts, room: Room, place: number, metrics: Metrics, plan: Plan): Shape[] {
  const at = plan.rooms[place];
  const chosen = chosenHostProcesses(facts, 'pid');
  const shim = chosen.findIndex((process) => process.pid === room.first?.ppid);
  const parent = chosen[shim];
  const chip = plan.hostChips[shim];
  // Beside the first two rooms there is a lane each; where the chips stand above the rooms, there is none.
  if (!at || !parent || !chip || metrics.columns > 1 || place > 1) return [];
  const from = chip.x + metrics.chipWidth;
  const lane = from + 4 + place * 4;
  const y = chip.y + heights.hostChip / 2;
  const ends = room.processes.slice(0, maxChips.pid).flatMap((process, index) => {
    const centre = at.inside.y + heights.title + index * heights.cell + heights.chip / 2;
    return process.ppid === parent.pid ? [[capsuleBox(process, at).x, centre] as const] : [];
  });
  const pen = penFor(processPart(parent, facts), `tree:${room.container.name}`);
  const stroke = { stroke: 'soft', strokeWidth: 1.2, strength: 0.6 } as const;
  const levels = [y, ...ends.map(([, level]) => level)];
  return [
    pen.line('stem', {
      points: [
        [from, y],
        [lane, y],
      ],
      ...stroke,
    }),
    pen.line('trunk', {
      points: [
        [lane, Math.min(...levels)],
        [lane, Math.max(...levels)],
      ],
      ...stroke,
    }),
    ...ends.map(([x, level], index) =>
      pen.line(`branch-${index}`, {
        points: [
          [lane, level],
          [x, level],
        ],
        ...stroke,
      }),
    ),
  ];
}
