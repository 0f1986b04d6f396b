import type { Shape } from '../drawing.ts';

/** What stands in place of a text that is kept back, by the last part of its shape's id. */
const instead: Record<string, string> = { inside: '?', nspid: 'NSpid: ?', hostname: '?' };

/** The same shapes, with the numbers and names of these parts kept back. */
export function veil(shapes: Shape[], parts: string[]): Shape[] {
  if (parts.length === 0) return shapes;
  return shapes.map((shape) => {
    const text = parts.includes(shape.part) ? instead[shape.id.split('/').at(-1) ?? ''] : undefined;
    return shape.kind === 'text' && text !== undefined ? { ...shape, text } : shape;
  });
}
