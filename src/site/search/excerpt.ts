/** A piece of a text around the first of the words, cut into what matches (odd places) and what does not (even ones). */
export function excerpt(text: string, words: string[], length = 150): string[] {
  const pattern = words
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
  if (!pattern) return [text.slice(0, length)];
  const at = text.search(new RegExp(pattern, 'i'));
  // At a word's beginning, a little before the match.
  const start = at > 40 ? text.indexOf(' ', at - 40) + 1 : 0;
  const rest = text.slice(start, start + length + 1);
  const end = rest.length > length ? rest.lastIndexOf(' ') : -1;
  // And at a word's end, unless the text has no spaces.
  const piece = rest.slice(0, end > 0 ? end : length);
  const parts = piece.split(new RegExp(`(${pattern})`, 'i'));
  if (start > 0) parts[0] = `… ${parts[0]}`;
  if (start + piece.length < text.length) parts[parts.length - 1] += ' …';
  return parts;
}
