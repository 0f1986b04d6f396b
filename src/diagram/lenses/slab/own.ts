import type { Machine } from '../../../host/facts.ts';
import type { Shape } from '../../drawing.ts';
import type { Pen } from '../../paper/pen.ts';
import { measure, shorten } from '../../paper/text.ts';
import { type Said, wrapped } from './answers.ts';
import { bootOf } from './machines.ts';
import { type Building, thick } from './plan.ts';
import * as wording from './words.ts';

/** Where a slab stands in its building, and the size of what is written on it. */
interface SlabPlace {
  inner: Building['inner'];
  y: number;
  size: number;
}

/** A slab inside a building: the kernel that answers there, and what tells it from another. */
export function slabShapes(
  pen: Pen,
  machine: Machine,
  { inner, y, size }: SlabPlace,
  { hidden, answers }: { hidden: boolean; answers: Said[] },
): Shape[] {
  const { kind, kernel } = machine;
  const boot = hidden ? wording.bootId('?') : bootOf(machine);
  const second = kind === 'sandbox' ? wording.sentry : boot;
  const line = (text: string, font: 'sans-bold' | 'sans', size: number) => shorten(text, font, size, inner.width - 16);
  // The version whole, rather than the word before it.
  const full = hidden ? 'Linux ?' : `Linux ${kernel}`;
  const name = line(measure(full, 'sans-bold', 13) <= inner.width - 16 ? full : kernel, 'sans-bold', 13);
  const said = answers.find(({ by, own }) => own && by === machine.name);
  const rows = said ? wrapped(said.text, inner.width - 12, size).slice(0, 2) : [];
  return [
    pen.box('slab', { ...inner, y, height: thick.slab, fill: 'slab', hatched: true }),
    pen.text('kernel', { x: inner.x + 8, y: y + 17, text: name, size: 13, font: 'sans-bold', tone: 'on-slab' }),
    ...(second === undefined
      ? []
      : [pen.text('boot', { x: inner.x + 8, y: y + 34, text: line(second, 'sans', size), size, tone: 'on-slab' })]),
    ...rows.map((text, index) =>
      pen.text(`answer-${index}`, {
        x: inner.x + 6,
        y: y + 52 + index * 16,
        text,
        size,
        font: 'mono',
        tone: 'on-slab',
      }),
    ),
  ];
}

/** A line straight down, with an arrow’s head. */
export function downShapes(pen: Pen, name: string, x: number, from: number, to: number): Shape[] {
  const ink = { stroke: 'ink', strokeWidth: 1.4 } as const;
  return [
    pen.line(name, {
      points: [
        [x, from],
        [x, to],
      ],
      ...ink,
    }),
    pen.line(`${name}-head`, {
      points: [
        [x - 4.5, to - 6.5],
        [x, to - 0.5],
        [x + 4.5, to - 6.5],
      ],
      ...ink,
    }),
  ];
}
