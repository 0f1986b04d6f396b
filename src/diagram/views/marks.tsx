import type { BoxShape, Drawing, LineShape, Shape, TextShape, Tone } from '../drawing.ts';
import { pathOf } from './path.ts';

/** Shapes that move as one, and where they stand. */
export interface Group {
  key: string;
  part: string;
  x: number;
  y: number;
  shapes: Shape[];
}

/** A drawing's shapes, gathered by group in painting order. */
export function groupsOf(drawing: Drawing): Group[] {
  const groups = new Map<string, Group>();
  for (const shape of drawing.shapes) {
    const key = shape.group ?? shape.part;
    const group = groups.get(key);
    if (group) {
      group.shapes.push(shape);
      continue;
    }
    // Whole pixels: a shape is rounded the same in its group and alone, so that both views draw alike.
    const [x, y] = anchorOf(shape);
    groups.set(key, { key, part: shape.part, x: Math.round(x), y: Math.round(y), shapes: [shape] });
  }
  return [...groups.values()];
}

function anchorOf(shape: Shape): [number, number] {
  if (shape.kind === 'line') return shape.points[0] ?? [0, 0];
  // A pattern moves with its group: hatching that must look the same in both views stays where it is.
  if (shape.kind === 'box' && shape.hatched) return [0, 0];
  return [shape.x, shape.y];
}

interface MarkProps {
  shape: Shape;
  /** Whether the step brought it, or changed it. */
  fresh?: boolean | undefined;
  dx?: number;
  dy?: number;
}

/** A shape as SVG, moved so that (dx, dy) becomes the origin. Both views draw with this, and so look the same at rest. */
export function Mark({ shape, fresh, dx = 0, dy = 0 }: MarkProps) {
  if (shape.kind === 'box') return <rect {...withFresh(boxAttributes(shape, dx, dy), fresh)} />;
  if (shape.kind === 'line') return <path {...withFresh(lineAttributes(shape, dx, dy), fresh)} />;
  return <text {...withFresh(textAttributes(shape, dx, dy), fresh)}>{shape.text}</text>;
}

function withFresh<A extends { className: string | undefined }>(attributes: A, fresh: boolean | undefined): A {
  return fresh ? { ...attributes, className: classes(attributes.className, 'fresh') } : attributes;
}

function boxAttributes(shape: BoxShape, dx: number, dy: number) {
  return {
    x: round(shape.x - dx),
    y: round(shape.y - dy),
    width: round(shape.width),
    height: round(shape.height),
    rx: shape.radius || undefined,
    className: classes(shape.hatched ? 'hatch' : fillClass(shape.fill), strokeClass(shape.stroke), shape.dash),
    strokeWidth: shape.stroke && shape.strokeWidth !== 1 ? shape.strokeWidth : undefined,
    opacity: shape.strength === 1 ? undefined : shape.strength,
  };
}

function lineAttributes(shape: LineShape, dx: number, dy: number) {
  return {
    d: pathOf(shape.points.map(([x, y]) => [x - dx, y - dy])),
    className: classes(fillClass(shape.fill), strokeClass(shape.stroke), shape.dash, shape.reveals && 'reveals'),
    strokeWidth: shape.strokeWidth === 1 ? undefined : shape.strokeWidth,
    opacity: shape.strength === 1 ? undefined : shape.strength,
  };
}

function textAttributes(shape: TextShape, dx: number, dy: number) {
  const font = { sans: undefined, 'sans-bold': 'b', mono: 'm' }[shape.font];
  return {
    x: round(shape.x - dx),
    y: round(shape.y - dy),
    className: classes(font, shape.tone === 'ink' ? undefined : `t-${shape.tone}`),
    fontSize: shape.size === 13 ? undefined : shape.size,
    textAnchor: shape.anchor === 'start' ? undefined : shape.anchor,
  };
}

function fillClass(tone: Tone | undefined): string {
  return `f-${tone ?? 'none'}`;
}

function strokeClass(tone: Tone | undefined): string | undefined {
  return tone && `s-${tone}`;
}

function classes(...names: (string | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
