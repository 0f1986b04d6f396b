import type { Lens } from '../recording/script.ts';

/** Lenses that look at no single namespace. */
const inInk: ReadonlySet<Lens> = new Set<Lens>(['wall', 'meter', 'door', 'slab']);

/** The colour of a mark: its namespace's, when it is one, and otherwise that of what the scene looks at. */
export function toneOf(part: string | undefined, lens: Lens): string {
  const kind = part?.match(/^ns:(\w+):/)?.[1];
  return kind ?? (lens === 'intro' ? 'pid' : inInk.has(lens) ? 'ink' : lens);
}
