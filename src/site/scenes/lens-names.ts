import type { LensName as Lens } from '../../diagram/lenses/index.ts';
import * as words from '../../words/index.ts';

/** What a scene looks at, in words, in the order of the chapters; the compiler asks for a word for every lens. */
export const lensNames: Record<Lens, string> = words.shelf.lenses;
