import type { Shape } from '../drawing.ts';

/** What stands in place of a text that is kept back, by the last part of its shape's id. */
const instead: Record<string, string> = {
  inside: '?',
  nspid: 'NSpid: ?',
  hostname: '?',
  // A path on a plate: nothing tells of how many lines it is.
  'line-0': '?',
  'line-1': '',
  // What is in an IPC namespace.
  none: '?',
};

/** The same shapes, with the numbers and names of these parts kept back. */
export function veil(shapes: Shape[], parts: string[]): Shape[] {
  if (parts.length === 0) return shapes;
  return shapes.flatMap((shape) => {
    const text = parts.includes(shape.part) ? instead[shape.id.split('/').at(-1) ?? ''] : undefined;
    if (shape.kind !== 'text' || text === undefined) return [shape];
    return text === '' ? [] : [{ ...shape, text }];
  });
}
