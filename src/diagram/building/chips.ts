import { processPart } from '../../host/entity.ts';
import type { HostFacts } from '../../host/facts.ts';
import type { Shape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { middle, shorten } from '../paper/text.ts';
import { heights } from './metrics.ts';
import { labelOf, type Room } from './moment.ts';

/** Where a column of chips begins, and how wide they are. */
interface Column {
  x: number;
  y: number;
  width: number;
}

/** A room's processes as plain chips, and the number of those that are not drawn. */
export function processChips(facts: HostFacts, room: Room, at: Column, most: number): Shape[] {
  const drawn = room.processes.slice(0, most);
  const chips = drawn.flatMap((process, index): Shape[] => {
    const chip = penFor(processPart(process, facts));
    const y = at.y + index * heights.cell;
    const label = shorten(labelOf(process), 'mono', 13, at.width - 24);
    return [
      chip.box('chip', { ...at, y, height: heights.chip, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
      chip.text('label', { x: at.x + 12, y: y + heights.chip / 2 + middle(13), text: label, size: 13, font: 'mono' }),
    ];
  });
  const rest = room.processes.length - drawn.length;
  const y = at.y + drawn.length * heights.cell + 16;
  const more = penFor(`container:${room.container.name}`, `rest:${room.container.name}`);
  return rest > 0
    ? [...chips, more.text('more', { x: at.x, y, text: `and ${rest} more`, size: 13, tone: 'soft' })]
    : chips;
}

/** How high the chips of so many cells are, with the words that count the rest. */
export function chipsHeight(cells: number, most: number): number {
  const drawn = Math.min(Math.max(1, cells), most);
  return drawn * heights.cell - (heights.cell - heights.chip) + (cells > most ? heights.words : 0);
}
