import type { Link } from '../../../host/facts.ts';
import { addressOf } from '../../../host/net.ts';
import type { Shape } from '../../drawing.ts';
import type { Pen } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import type { NetPlan } from './plan.ts';

type Box = NetPlan['plates'];

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
  const inset = lines === 'ends' ? 14 : 8;
  const inner = at.width - 2 * inset;
  const address = addressOf(link);
  const stack = lines === 'stack';
  const centre = at.y + at.height / 2 + middle(13);
  const name = shorten(link.name, 'mono', 13, inner);
  const nameEnd = measure(name, 'mono', 13) + 8;
  const left = stack ? inner : inner - nameEnd;
  // Everybody's lo has the same address: it is left out rather than cut.
  const least = link.kind === 'loopback' ? measure(address ?? '', 'mono', 12.5) : 40;
  const fits = address !== undefined && left >= least;
  return [
    pen.text('name', { x: at.x + inset, y: stack ? at.y + 19 : centre, text: name, size: 13, font: 'mono' }),
    ...(fits
      ? [
          pen.text('address', {
            x: lines === 'ends' ? at.x + at.width - inset : at.x + inset + (stack ? 0 : nameEnd),
            y: stack ? at.y + 38 : centre,
            text: shorten(address, 'mono', 12.5, left),
            size: 12.5,
            font: 'mono',
            tone: 'soft',
            anchor: lines === 'ends' ? 'end' : 'start',
          }),
        ]
      : []),
  ];
}
