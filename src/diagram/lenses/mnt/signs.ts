import type { LineShape } from '../../drawing.ts';
import type { Pen } from '../../paper/pen.ts';

/** A cross where something was refused, or a tick. */
export function sign(pen: Pen, name: 'stopped' | 'came', x: number, y: number): LineShape {
  const points: [number, number][] =
    name === 'came'
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
  return pen.line(name, { points, stroke: 'ink', strokeWidth: 2 });
}

/** A line with an arrow's head at its end. */
export function arrow(pen: Pen, name: string, points: [number, number][]): LineShape[] {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return [];
  const across = tip[1] === before[1];
  const back = across ? Math.sign(before[0] - tip[0]) : Math.sign(before[1] - tip[1]);
  const wing = (side: number): [number, number] =>
    across ? [tip[0] + 7 * back, tip[1] + 4.5 * side] : [tip[0] + 4.5 * side, tip[1] + 7 * back];
  const ink = { stroke: 'ink', strokeWidth: 1.6 } as const;
  return [pen.line(name, { points, ...ink }), pen.line(`${name}-head`, { points: [wing(1), tip, wing(-1)], ...ink })];
}
