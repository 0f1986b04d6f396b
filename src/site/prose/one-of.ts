import { authorError } from '../author-error.ts';

/** The one that a chapter names; throws one sentence when there is none. */
export function oneOf<Named extends { id: string }>(place: string, what: string, known: Named[], id: string): Named {
  const found = known.find((candidate) => candidate.id === id);
  if (found) return found;
  throw authorError(`${place}: expected a ${what} (${known.map((one) => one.id).join(', ')}), found "${id}".`);
}
