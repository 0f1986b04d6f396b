import type { Told, ToldSign } from '../../building/geometry.ts';
import type { LineShape, Shape } from '../../drawing.ts';
import type { Pen } from '../../paper/pen.ts';
import { measure, shorten, wrapped } from '../../paper/text.ts';
import type { NetRoomPlan } from './plan.ts';
import * as wording from './words.ts';

/** A tick, or a cross, in the middle of a place 10 px wide. */
export function cross(pen: Pen, x: number, y: number, good: boolean): LineShape {
  const points: [number, number][] = good
    ? [
        [x - 5, y],
        [x - 1, y + 4],
        [x + 5, y - 4],
      ]
    : [
        [x - 5, y - 5],
        [x, y],
        [x - 5, y + 5],
        [x, y],
        [x + 5, y - 5],
        [x, y],
        [x + 5, y + 5],
      ];
  return pen.line(good ? 'came' : 'stopped', { points, stroke: 'ink', strokeWidth: 2 });
}

/** In two halves: it is compared with others, so it is broken rather than cut. */
const macAddress = /\b((?:[\da-f]{2}:){3})((?:[\da-f]{2}:){2}[\da-f]{2})\b/;

/** What a step's output says of a call or of what was read in a room. */
export function saysIn(name: string, { signs = [] }: Told): ToldSign | undefined {
  return signs.find(({ sign, fresh, of }) => fresh && of === name && (sign === 'call' || sign === 'reads'));
}

/** What was read or called in a room in this step: whom, and what came of it. */
export function saysShapes(
  pen: Pen,
  name: string,
  { words, named }: Pick<NetRoomPlan, 'words' | 'named'>,
  { signs = [] }: Told,
): Shape[] {
  const said = saysIn(name, { signs });
  if (!said) return [];
  const { at, says = wording.noRoute, sign, fails } = said;
  const size = named ? 13 : 12.5;
  const call = sign === 'call';
  const room = words.width - (call ? 16 : 0);
  const mark = (y: number) => (call ? [cross(pen, words.x + 5, y - 4, !fails)] : []);
  const line = (id: string, text: string, y: number, x: number, width: number, font: 'sans' | 'mono') =>
    pen.text(id, { x, y, text: shorten(text, font, size, width), size, font, tone: id === 'at' ? 'soft' : 'ink' });
  const shift = call ? 16 : 0;
  // Where there is one line, what was called stands in the terminal.
  if (words.lines === 1) {
    const whole = [...(call || !at ? [] : [`${at} ${says}`]), says];
    const text = whole.find((each) => measure(each, 'sans', size) <= room) ?? says;
    return [...mark(words.y), line('says', text, words.y, words.x + shift, room, 'sans')];
  }
  const y = words.y + (at ? 17 : 0);
  const told = measure(says, 'sans', size) <= room ? says : says.replace(macAddress, '$1 $2');
  const font = measure(says, 'mono', size) <= room && /\d\./.test(says) && !says.startsWith('via') ? 'mono' : 'sans';
  return [
    ...(at ? [line('at', at, words.y, words.x, words.width, 'mono')] : []),
    ...mark(y),
    ...wrapped(told, font, size, room)
      .slice(0, words.lines - (at ? 1 : 0))
      .map((text, index) => line(`says-${index}`, text, y + index * 16, words.x + shift, room, font)),
  ];
}
