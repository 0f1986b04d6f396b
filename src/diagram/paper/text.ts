import type { TextShape } from '../drawing.ts';
import { characters, widths } from './widths.ts';

type Font = TextShape['font'];

/** How wide a text is, in CSS px, by the advance widths of the site's fonts; kerning only makes it narrower. */
export function measure(text: string, font: Font, size: number): number {
  const table = widths[font];
  let thousandths = 0;
  // A character outside the table counts as an em: too wide rather than too narrow.
  for (const character of text)
    thousandths += typeof table === 'number' ? table : (table[characters.indexOf(character)] ?? 1000);
  return (thousandths * size) / 1000;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function shorten(text: string, font: Font, size: number, room: number): string {
  if (measure(text, font, size) <= room) return text;
  let kept = text.length - 1;
  while (kept > 0 && measure(`${text.slice(0, kept).trimEnd()}…`, font, size) > room) kept--;
  return `${text.slice(0, kept).trimEnd()}…`;
}

/** A sentence in lines that fit. */
export function wrapped(sentence: string, font: Font, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer, font, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(shorten(word, font, size, width));
  }
  return lines;
}

/** Half the height of a digit: what puts a baseline so that text stands in the middle of a line. Both Plex families have capitals of 0.698 em. */
export function middle(size: number): number {
  return Math.round(size * 3.49) / 10;
}

/** The box that a text fills: from the height of `d` and `(` to the depth of `p`, in Plex at most 0.78 and 0.22 em. */
export function textBox(shape: TextShape): { x: number; y: number; width: number; height: number } {
  const width = measure(shape.text, shape.font, shape.size);
  const shift = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width;
  return { x: shape.x - shift, y: shape.y - shape.size * 0.78, width, height: shape.size };
}

/** A path with its long ids cut, or as many of its last parts as fit, behind an ellipsis. */
export function tailOf(path: string, font: Font, size: number, room: number): string {
  let kept = path.replace(/[0-9a-f]{64}/g, (id) => `${id.slice(0, 6)}…`);
  while (measure(kept, font, size) > room) {
    const next = kept.replace(/^…?\/?[^/]*/, '');
    if (next.length < 2) return shorten(kept, font, size, room);
    kept = `…${next}`;
  }
  return kept;
}
