import { processPart } from '../../../host/entity.ts';
import type { HostFacts } from '../../../host/facts.ts';
import type { RoomPlan, Told } from '../../building/geometry.ts';
import { labelOf, type Room } from '../../building/moment.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten } from '../../paper/text.ts';

/** How many processes of a room are drawn; the others are counted in words. */
export const maxChips = 2;
const height = 28;
const cell = 33;

/** The chips of a room below the rows of its wall: lower than elsewhere, because the wall takes most of the height. */
export const chipsAre = { inside, draw };

/** How high the inside of a room is: with a line for what is read in it, or for the words that count the rest. */
function inside(cells: number): number {
  return Math.min(Math.max(1, cells), maxChips) * cell + 26;
}

function draw(facts: HostFacts, room: Room, at: RoomPlan, { reports = [] }: Told): Shape[] {
  const { name } = room.container;
  const [x, width] = [at.inside.x + 8, at.inside.width - 16];
  const drawn = room.processes.slice(0, maxChips);
  const chips = drawn.flatMap((process, index): Shape[] => {
    const pen = penFor(processPart(process, facts));
    const y = at.inside.y + 4 + index * cell;
    return [
      pen.box('chip', { x, y, width, height, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
      pen.text('label', {
        x: x + 10,
        y: y + height / 2 + middle(13),
        text: shorten(labelOf(process), 'mono', 13, width - 18),
        size: 13,
        font: 'mono',
      }),
    ];
  });
  const read = reports.find(({ by, fresh }) => fresh && by === name);
  const rest = room.processes.length - drawn.length;
  const text = read ? `${read.of}: ${read.value ?? ''} ${read.says ?? ''}` : rest > 0 ? common.more(rest) : '';
  if (!text) return chips;
  const pen = penFor(`container:${name}`, read ? `read:${name}` : `rest:${name}`);
  const y = at.inside.y + 4 + maxRows(room) * cell + 12;
  return [
    ...chips,
    pen.text('more', { x, y, text: shorten(text, 'sans', 13, width), size: 13, tone: read ? 'ink' : 'soft' }),
  ];
}

function maxRows({ processes }: Room): number {
  return Math.min(Math.max(1, processes.length), maxChips);
}
