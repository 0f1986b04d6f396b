/** What an author (or a stale recording) got wrong: one sentence that names file, place, what was expected and what was found. */
export class AuthorError extends Error {
  override name = 'AuthorError';
}

/** Where in the scenes something is told: named at the head of every message. */
export interface Place {
  file: string;
  take?: string;
  step?: string;
}

/** Ends the build with one sentence. */
export function fail(place: Place, expected: string, found: string): never {
  const where = [place.file, place.step && `step ${place.step}`, place.take && `take ${place.take}`].filter(Boolean);
  throw new AuthorError(`${where.join(', ')}: expected ${expected}, found ${found}.`);
}

/** A list in words, for messages: `a, b or c`. */
export function oneOf(names: string[]): string {
  if (names.length === 0) return 'none';
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
