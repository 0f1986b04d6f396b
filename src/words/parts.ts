/**
 * A sentence in pieces: at odd places what stood in brackets, a link or what is set apart otherwise, at even ones what stands between.
 * So a sentence is one text, and another language puts its link where it wants it.
 */
export function parts(sentence: string): string[] {
  return sentence.split(/[[\]]/);
}
