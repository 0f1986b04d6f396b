import { chunksOf } from './stems.ts';

/** A piece of a text around the most of what was found, cut into what was found (odd places) and what was not (even ones). */
export function excerpt(text: string, terms: ReadonlySet<string>, length = 150): string[] {
  const hits = chunksOf(text).filter((chunk) => chunk.terms.some((term) => terms.has(term)));
  const best = densest(hits, length - 40);
  // At a word's beginning, a little before the match.
  const start = best > 40 ? text.indexOf(' ', best - 40) + 1 : 0;
  const rest = text.slice(start, start + length + 1);
  const space = rest.length > length ? rest.lastIndexOf(' ') : -1;
  // And at a word's end, unless the text has no spaces.
  const end = start + (space > 0 ? space : Math.min(length, rest.length));
  const parts = [''];
  let at = start;
  for (const hit of hits.filter((hit) => hit.at >= start && hit.at + hit.length <= end)) {
    parts[parts.length - 1] += text.slice(at, hit.at);
    at = hit.at + hit.length;
    parts.push(text.slice(hit.at, at), '');
  }
  parts[parts.length - 1] += text.slice(at, end);
  if (start > 0) parts[0] = `… ${parts[0]}`;
  if (end < text.length) parts[parts.length - 1] += ' …';
  return parts;
}

/** Where the stretch begins that has most different terms. */
function densest(hits: { at: number; terms: string[] }[], length: number): number {
  const different = hits.map(
    ({ at }) =>
      new Set(hits.filter((other) => other.at >= at && other.at < at + length).flatMap(({ terms }) => terms)).size,
  );
  return hits[different.indexOf(Math.max(...different))]?.at ?? 0;
}
