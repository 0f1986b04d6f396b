import type { BoxShape, LineShape, Shape, TextShape } from '../drawing.ts';

type Ink<S extends Shape, Default extends keyof S = never> = Omit<S, 'kind' | 'id' | 'part' | 'group' | Default> &
  Partial<Pick<S, Default>>;

/** Makes the shapes of one part: what it draws carries the part's id, and an id of its own below it. */
export interface Pen {
  box(name: string, ink: Ink<BoxShape, 'radius'>): BoxShape;
  line(name: string, ink: Ink<LineShape>): LineShape;
  text(name: string, ink: Ink<TextShape, 'anchor' | 'tone' | 'font'>): TextShape;
}

/** A pen for a part; shapes that move apart from the part's others are drawn with a group of their own. */
export function penFor(part: string, group = part): Pen {
  const common = (name: string) => ({ id: `${group}/${name}`, part, ...(group === part ? {} : { group }) });
  return {
    box: (name, ink) => ({ kind: 'box', ...common(name), radius: 0, ...ink }),
    line: (name, ink) => ({ kind: 'line', ...common(name), ...ink }),
    text: (name, ink) => ({ kind: 'text', ...common(name), font: 'sans', anchor: 'start', tone: 'ink', ...ink }),
  };
}
