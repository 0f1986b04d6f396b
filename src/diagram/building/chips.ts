import { processPart } from '../../host/entity.ts';
import type { HostFacts } from '../../host/facts.ts';
import type { Shape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { middle, shorten } from '../paper/text.ts';
import { type Heights, heights } from './metrics.ts';
import { labelOf, type Room } from './moment.ts';
import * as common from './words.ts';

/** Where a column of chips begins, and how wide they are. */
interface Column {
  x: number;
  y: number;
  width: number;
}

/** A room's processes as plain chips, and the number of those that are not drawn. */
export function processChips(facts: HostFacts, room: Room, at: Column, most: number, of: Heights = heights): Shape[] {
  const drawn = room.processes.slice(0, most);
  const chips = drawn.flatMap((process, index): Shape[] => {
    const chip = penFor(processPart(process, facts));
    const y = at.y + index * of.cell;
    const pad = of.chip < 30 ? 8 : 12;
    const label = shorten(labelOf(process), 'mono', 13, at.width - 2 * pad);
    return [
      chip.box('chip', { ...at, y, height: of.chip, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
      chip.text('label', { x: at.x + pad, y: y + of.chip / 2 + middle(13), text: label, size: 13, font: 'mono' }),
    ];
  });
  const rest = room.processes.length - drawn.length;
  const y = at.y + drawn.length * of.cell + (of.chip < 30 ? 11 : 16);
  const more = penFor(`container:${room.container.name}`, `rest:${room.container.name}`);
  return rest > 0
    ? [...chips, more.text('more', { x: at.x, y, text: common.more(rest), size: 13, tone: 'soft' })]
    : chips;
}

/** How high the chips of so many cells are, with the words that count the rest. */
export function chipsHeight(cells: number, most: number, of: Heights = heights): number {
  const drawn = Math.min(Math.max(1, cells), most);
  return drawn * of.cell - (of.cell - of.chip) + (cells > most ? of.words : 0);
}
