import type { Drawing, Shape } from './drawing.ts';

/** What differs between the drawings of two consecutive steps, as ids of shapes. */
export interface Changes {
  /** Shapes that were not there. */
  came: string[];
  /** Shapes that are there no longer. */
  went: string[];
  /** Shapes that stand elsewhere, and are otherwise as they were. */
  moved: string[];
  /** Shapes that read or look otherwise. */
  touched: string[];
  /** Whether something else travels than before. */
  travels: boolean;
}

/** The machine's own coming and going: a count that differs at every moment tells of no step. */
const noise = /^(?:host\/count|rest\/|host:.*\/count)/;

/** What a step changed in a drawing. */
export function changesOf(before: Drawing, after: Drawing): Changes {
  const told = (drawing: Drawing) =>
    new Map(drawing.shapes.filter(({ id }) => !noise.test(id)).map((one) => [one.id, atRest(one)]));
  const [old, now] = [told(before), told(after)];
  const changes: Changes = {
    came: [...now.keys()].filter((id) => !old.has(id)),
    went: [...old.keys()].filter((id) => !now.has(id)),
    moved: [],
    touched: [],
    travels: after.ways !== undefined && JSON.stringify(before.ways) !== JSON.stringify(after.ways),
  };
  for (const [id, shape] of now) {
    const was = old.get(id);
    if (!was || JSON.stringify(was) === JSON.stringify(shape)) continue;
    (looks(was) === looks(shape) ? changes.moved : changes.touched).push(id);
  }
  return changes;
}

/** Whether anything differs. */
export function differs({ came, went, moved, touched, travels }: Changes): boolean {
  return travels || came.length + went.length + moved.length + touched.length > 0;
}

/**
 * The drawing with what a step changed in it named: for the eye by the shapes that are fresh, and by where they come from; for the ear in
 * its first sentence.
 */
export function withChanges({ origins = {}, ...drawing }: Drawing, changes: Changes): Drawing {
  const fresh = [...changes.came, ...changes.touched].filter((id) => !/(?:^|\/)(?:legend|dots):/.test(id));
  if (fresh.length === 0) return drawing;
  const texts = drawing.shapes.flatMap((shape) =>
    shape.kind === 'text' && fresh.includes(shape.id) ? [shape.text] : [],
  );
  const news = texts.length > 0 ? `New: ${[...new Set(texts)].slice(0, 8).join(', ')}. ` : '';
  const came = Object.entries(origins).filter(([part]) => changes.came.some((id) => id.startsWith(`${part}/`)));
  return {
    ...drawing,
    ...(came.length > 0 ? { origins: Object.fromEntries(came) } : {}),
    fresh,
    alternative: news + drawing.alternative,
  };
}

/** A shape as it stands in the end: what it plays before that is its own step's alone. */
function atRest(shape: Shape): Shape {
  return shape.kind === 'box' ? { ...shape, plays: undefined } : shape;
}

/** All of a shape but where it stands. */
function looks(shape: Shape): string {
  if (shape.kind === 'line') {
    const [[x, y] = [0, 0]] = shape.points;
    return JSON.stringify({ ...shape, points: shape.points.map(([px, py]) => [px - x, py - y]) });
  }
  return JSON.stringify({ ...shape, x: 0, y: 0 });
}
