import type { Drawing } from '../drawing.ts';

/** The texts of a drawing, in painting order. */
export function texts({ shapes }: Drawing): string[] {
  return shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
}

/** The ids of a drawing's shapes, in painting order. */
export function ids({ shapes }: Drawing): string[] {
  return shapes.map(({ id }) => id);
}

/** The kinds of the courses that are drawn as dots. */
export function dotted({ shapes }: Drawing): string[] {
  return shapes.flatMap(({ id, ...shape }) =>
    id.endsWith('/course') && 'dash' in shape && shape.dash === 'dots' ? [id.split(':')[1] ?? ''] : [],
  );
}
