import type { Drawing, Shape, TextShape } from '../drawing.ts';
import { textBox } from './text.ts';

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What is wrong with a drawing: texts that are small, leave the canvas, or meet a text, a stroke, or a fill drawn over them. One sentence each. */
export function collisions(drawing: Drawing): string[] {
  const found: string[] = [];
  const canvas = { x: 0, y: 0, width: drawing.width, height: drawing.height };
  const texts = drawing.shapes.filter((shape) => shape.kind === 'text');
  const drawn = drawing.shapes.flatMap((shape) => strokesOf(shape).map((rect) => ({ id: shape.id, rect })));
  // Wide enough for what travels there.
  const travelled = (drawing.ways ?? []).flatMap(({ id, points }) => stripsOf(points, 5).map((rect) => ({ id, rect })));
  const strokes = [...drawn, ...travelled];
  drawing.shapes.forEach((shape, order) => {
    const around = shape.kind === 'text' ? textBox(shape) : outline(shape);
    if (!within(around, canvas)) found.push(`${shape.id} leaves the canvas.`);
    if (shape.kind === 'text') found.push(...troubleOf(shape, order, drawing, texts, strokes));
  });
  return found;
}

function troubleOf(
  text: TextShape,
  order: number,
  drawing: Drawing,
  texts: TextShape[],
  strokes: { id: string; rect: Rect }[],
): string[] {
  const box = textBox(text);
  const name = `${text.id} ("${text.text}")`;
  const trouble: string[] = [];
  if (text.size < 12) trouble.push(`${name} is ${text.size} px.`);
  // Each pair once.
  for (const other of texts)
    if (other.id > text.id && meet(box, textBox(other))) trouble.push(`${name} meets ${other.id} ("${other.text}").`);
  for (const { id, rect } of strokes) if (meet(box, rect)) trouble.push(`${name} meets the stroke of ${id}.`);
  for (const shape of drawing.shapes.slice(order + 1))
    if (shape.kind === 'box' && shape.fill && meet(box, shape)) trouble.push(`${name} is covered by ${shape.id}.`);
  return trouble;
}

/** The strips that a shape's strokes fill; rounded corners count as square ones. */
function strokesOf(shape: Shape): Rect[] {
  if (shape.kind === 'text') return [];
  const half = (shape.strokeWidth ?? 1) / 2;
  if (shape.kind === 'line') return stripsOf(shape.points, half);
  if (!shape.stroke) return [];
  const { x, y, width, height } = shape;
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ].map((edge) => grown(edge, half));
}

function stripsOf(points: [number, number][], half: number): Rect[] {
  return points.slice(1).map(([x, y], index) => {
    const [px, py] = points[index] ?? [x, y];
    return grown({ x: Math.min(x, px), y: Math.min(y, py), width: Math.abs(x - px), height: Math.abs(y - py) }, half);
  });
}

function outline(shape: Shape): Rect {
  const rects = shape.kind === 'box' ? [shape] : strokesOf(shape);
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

function grown(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function within(inner: Rect, outer: Rect): boolean {
  const slack = 0.01;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}
