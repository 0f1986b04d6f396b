import type { Link } from '../../../host/facts.ts';
import { addressOf } from '../../../host/net.ts';
import type { ToldSign } from '../../building/geometry.ts';
import type { Shape } from '../../drawing.ts';
import type { Box } from '../../paper/box.ts';
import type { Pen } from '../../paper/pen.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';

/** What is behind the cable, while a question asks for it. */
export function keptPlate(pen: Pen, at: Box): Shape[] {
  const baseline = at.y + at.height / 2 + middle(13);
  return [plateBox(pen, at), pen.text('kept', { x: at.x + 8, y: baseline, text: '?', size: 13, font: 'mono' })];
}

export function plateBox(pen: Pen, at: Box): Shape {
  return pen.box('plate', { ...at, radius: 3, fill: 'paper', stroke: 'net', strokeWidth: 1.4 });
}

/** An interface's name and address on its plate: side by side, at both ends, or one below the other. */
export function namedIn(pen: Pen, link: Link, at: Box, lines: 'row' | 'ends' | 'stack'): Shape[] {
  const inset = lines === 'ends' ? 14 : 7;
  const size = lines === 'ends' ? 13 : 12.5;
  const inner = at.width - 2 * inset;
  const address = addressOf(link);
  const stack = lines === 'stack';
  const centre = at.y + at.height / 2 + middle(13);
  const name = shorten(link.name, 'mono', 13, inner);
  const nameEnd = measure(name, 'mono', 13) + 8;
  const left = stack ? inner : inner - nameEnd;
  // An address is left out rather than cut, but for one that has a line of its own.
  const least = stack ? 40 : measure(address ?? '', 'mono', size);
  const fits = address !== undefined && left >= least;
  return [
    pen.text('name', { x: at.x + inset, y: stack ? at.y + 17 : centre, text: name, size: 13, font: 'mono' }),
    ...(fits
      ? [
          pen.text('address', {
            x: lines === 'ends' ? at.x + at.width - inset : at.x + inset + (stack ? 0 : nameEnd),
            y: stack ? at.y + 34 : centre,
            text: shorten(address, 'mono', size, left),
            size,
            font: 'mono',
            tone: 'soft',
            anchor: lines === 'ends' ? 'end' : 'start',
          }),
        ]
      : []),
  ];
}

/** An interface by its address alone: without the length of its network, where that does not fit. */
export function addressIn(pen: Pen, link: Link, at: Box, inset = 7): Shape {
  const whole = addressOf(link) ?? link.name;
  const short = whole.replace(/\/\d+$/, '');
  const inner = at.width - 7 - inset;
  const text = [whole, short].find((each) => measure(each, 'mono', 13) <= inner) ?? shorten(short, 'mono', 13, inner);
  return pen.text('address', { x: at.x + inset, y: at.y + at.height / 2 + middle(13), text, size: 13, font: 'mono' });
}

/** How wide a plate is on which a listening socket stands. */
export function portWidth(says: string): number {
  return measure(says, 'mono', 12.5) + 14;
}

/** The host's listening sockets, each as an opening at the edge of its network. */
export function portPlates(ports: ToldSign[], places: Box[]): Shape[] {
  return ports.flatMap(({ says = '' }, index): Shape[] => {
    const at = places[index];
    if (!at) return [];
    const pen = penFor('host', `port:${says}`);
    const size = at.height === 26 ? 12.5 : 13;
    const text = shorten(says, 'mono', size, at.width - 12);
    const y = at.y + at.height / 2 + middle(size);
    return [
      pen.box('plate', { ...at, radius: at.height / 2, fill: 'paper', stroke: 'ink', strokeWidth: 1.6 }),
      pen.text('says', { x: at.x + at.width / 2, y, text, size, font: 'mono', anchor: 'middle' }),
    ];
  });
}
