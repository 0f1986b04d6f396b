import type { Rich } from '../scene/data.ts';
import { fail, type Place } from './author-error.ts';
import { plain } from './rich.ts';

/** How many characters each sentence of a step may have as it is read, so that a full screen has room for it beside terminal and drawing. */
export const captionLimits = { before: 90, after: 170, question: 110, answer: 70, because: 130 };

/** The same sentence, when it is no longer than its kind may be. */
export function fitted(kind: keyof typeof captionLimits, sentence: Rich, place: Place): Rich {
  const read = plain(sentence);
  const limit = captionLimits[kind];
  if (read.length > limit) fail(place, `"${kind}" of at most ${limit} characters`, `${read.length}: "${read}"`);
  return sentence;
}
