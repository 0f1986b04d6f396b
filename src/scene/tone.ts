import type { SceneData } from './data.ts';

/** The colour of a mark: its namespace's, when it is one, and otherwise that of what the scene looks at. */
export function toneOf(part: string | undefined, { tone }: Pick<SceneData, 'tone'>): string {
  return part?.match(/^ns:(\w+):/)?.[1] ?? tone;
}
