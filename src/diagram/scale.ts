import { metricsFor } from './building/metrics.ts';
import * as words from './building/words.ts';
import type { Drawing, Format, Shape } from './drawing.ts';
import { penFor } from './paper/pen.ts';
import { measure, middle } from './paper/text.ts';

/** One figure that somebody measured or promised. */
export interface Figure {
  name: string;
  /** In the scale's unit; more than 0. */
  value: number;
  /** `most`: a promise of no more than that. */
  bound?: 'most';
  /** Who says so, and for which machine and load: without it the figure means nothing. */
  conditions: string;
}

/** Figures of one kind, which lie too far apart for equal steps. */
export interface Scale {
  title: string;
  unit: string;
  figures: Figure[];
}

const label = { size: 13, line: 17 };
const small = { size: 12.5, line: 17 };

/** Each figure on a line of its own whose steps are powers of ten, with what it holds for; throws an Error for a figure that has no place on such a line. */
export function scaleDrawing({ title, unit, figures }: Scale, format: Format): Drawing {
  const { left, right, width: full } = metricsFor(format);
  const [from, to] = decades(figures);
  // A dot at either end stands whole.
  const place = (value: number) => left + 8 + ((Math.log10(value) - from) / (to - from)) * (right - left - 16);
  const ticks = Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step));
  const pen = penFor('scale');
  const shapes: Shape[] = [pen.text('title', { x: left, y: 16, text: title, size: 14.5, font: 'sans-bold' })];
  const axis = 42;
  for (const [index, tick] of ticks.entries()) {
    const anchor = index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle';
    const x = anchor === 'start' ? left : anchor === 'end' ? right : place(tick);
    const text = anchor === 'start' ? `${tick} ${unit}` : thousands(tick);
    shapes.push(pen.text(`tick:${tick}`, { x, y: axis, text, size: small.size, anchor, tone: 'soft' }));
  }
  let y = axis + 14;
  for (const figure of figures) {
    const mine = penFor(`figure:${figure.name}`);
    const track = y + label.line + 10;
    const lines = wrapped(figure.conditions, right - left);
    shapes.push(
      mine.text('name', { x: left, y: y + label.line - 4, text: figure.name, size: label.size, font: 'sans-bold' }),
      mine.text('value', {
        x: right,
        y: y + label.line - 4,
        text: told(figure, unit),
        size: label.size,
        font: 'mono',
        anchor: 'end',
      }),
      mine.line('track', {
        points: [
          [left, track],
          [right, track],
        ],
        stroke: 'line',
        strokeWidth: 1,
      }),
      ...ticks.map((tick) =>
        mine.line(`step:${tick}`, { points: upright(place(tick), track, 4), stroke: 'line', strokeWidth: 1 }),
      ),
      ...dot(mine, place(figure.value), track, figure.bound, left),
      ...lines.map((text, index) =>
        mine.text(`conditions:${index}`, {
          x: left,
          y: track + 12 + middle(small.size) + index * small.line + 4,
          text,
          size: small.size,
          tone: 'soft',
        }),
      ),
    );
    y = track + 12 + lines.length * small.line + 14;
  }
  return { width: full, height: y - 4, shapes, lights: {}, alternative: alternativeOf({ title, unit, figures }) };
}

/** The powers of ten that the figures lie between. */
function decades(figures: Figure[]): [number, number] {
  const values = figures.map(({ value }) => value);
  const wrong = figures.find(({ value }) => !(value > 0));
  if (wrong || values.length === 0)
    throw new Error(
      `A logarithmic scale needs figures above 0, found ${wrong ? `${wrong.name}: ${wrong.value}` : 'none'}.`,
    );
  const from = Math.floor(Math.log10(Math.min(...values)));
  return [from, Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

function upright(x: number, y: number, half: number): [number, number][] {
  return [
    [x, y - half],
    [x, y + half],
  ];
}

/** A full dot for what was measured; for a promise a stroke from the left with a bar at its end. */
function dot(pen: ReturnType<typeof penFor>, x: number, y: number, bound: Figure['bound'], left: number): Shape[] {
  const ink = { stroke: 'ink', strokeWidth: 2.5 } as const;
  if (bound)
    return [
      pen.line('until', {
        points: [
          [left + 2, y],
          [x, y],
        ],
        ...ink,
      }),
      pen.line('bar', { points: upright(x, y, 6), ...ink }),
    ];
  return [pen.box('dot', { x: x - 5, y: y - 5, width: 10, height: 10, radius: 5, fill: 'ink' })];
}

function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

function told({ value, bound }: Figure, unit: string): string {
  return bound ? words.atMost(thousands(value), unit) : `${thousands(value)} ${unit}`;
}

/** The text in lines of at most that width, broken at spaces. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && measure(longer, 'sans', small.size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function alternativeOf({ title, unit, figures }: Scale): string {
  const each = figures.map((figure) => `${figure.name}: ${told(figure, unit)} (${figure.conditions}).`);
  return `${words.scale(title)} ${each.join(' ')}`;
}
