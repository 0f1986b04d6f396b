import { coursePart, processPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { Lens, RoomPlan } from '../../building/geometry.ts';
import { heights, type Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import { aboutNumbers, capsuleBox, numberShapes } from '../numbers.ts';
import { firstOfHost, type SectionPlan, sectionLens } from '../section.ts';

const maxChips = 4;

/** Each process with two numbers, and the shims that are their parents on the host. */
export const pidLens: Lens = {
  ...sectionLens({
    focus: 'pid',
    maxChips,
    chips: firstOfHost,
    inside: (chips) => heights.title + chips + 26 + 20 + 14,
    drawRoom: (facts, room, at, place, plan, metrics) => [
      ...shimLines(facts, room, place, metrics, plan),
      ...numberShapes(facts, room, maxChips, metrics, at),
      ...readings(facts, room, metrics, at),
    ],
  }),
  about: (facts, room, veiled) => aboutNumbers(facts, room, maxChips, veiled),
  kinds: 'all',
};

/** What the kernel says of a room's first process: all of its numbers, and its PID namespace. */
function readings(facts: HostFacts, { container, first }: Room, metrics: Metrics, { inside }: RoomPlan): Shape[] {
  if (!first) return [];
  const x = inside.x + metrics.inset;
  const width = inside.width - 2 * metrics.inset;
  const base = inside.y + inside.height - 14;
  const nspid = shorten(`NSpid: ${first.nspid.join(' ')}`, 'mono', 13, width);
  const inode = shorten(`pid:[${first.ns.pid}]`, 'mono', 12.5, width);
  return [
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

/** The tree below a shim: from its chip to the capsules of the processes that it is the parent of. */
function shimLines(facts: HostFacts, room: Room, place: number, metrics: Metrics, plan: SectionPlan): Shape[] {
  const at = plan.rooms[place];
  const chosen = firstOfHost(facts);
  const shim = chosen.findIndex((process) => process.pid === room.first?.ppid);
  const parent = chosen[shim];
  const chip = plan.chips[shim];
  // Beside the first two rooms there is a lane each; where the chips stand above the rooms, there is none.
  if (!at || !parent || !chip || metrics.columns > 1 || place > 1) return [];
  const from = chip.x + metrics.chipWidth;
  const lane = from + 4 + place * 4;
  const y = chip.y + heights.hostChip / 2;
  const ends = room.processes.slice(0, maxChips).flatMap((process, index) => {
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
