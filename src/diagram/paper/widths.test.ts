import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';

const fonts = {
  sans: 'IBMPlexSans-Regular.woff2',
  'sans-bold': 'IBMPlexSans-SemiBold.woff2',
  mono: 'IBMPlexMono-Regular.woff2',
};
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const characters = `${ascii}…–·’“”`;

/** Where a table of a TrueType file begins. https://learn.microsoft.com/typography/opentype/spec/otff */
function tableAt(font: Buffer, tag: string): number {
  for (let entry = 12; entry < 12 + font.readUInt16BE(4) * 16; entry += 16)
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  throw new Error(`The font has no table ${tag}.`);
}

/** The glyph of a character, by a cmap subtable of format 4. */
function glyphOf(font: Buffer, code: number): number {
  const cmap = tableAt(font, 'cmap');
  const table = cmap + font.readUInt32BE(cmap + 8);
  if (font.readUInt16BE(table) !== 4) throw new Error('The first cmap subtable is not of format 4.');
  const twice = font.readUInt16BE(table + 6);
  for (let at = 0; at < twice; at += 2) {
    const [end, start] = [font.readUInt16BE(table + 14 + at), font.readUInt16BE(table + 16 + twice + at)];
    if (code < start || code > end) continue;
    const delta = font.readUInt16BE(table + 16 + 2 * twice + at);
    const offsetAt = table + 16 + 3 * twice + at;
    const offset = font.readUInt16BE(offsetAt);
    const glyph = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + 2 * (code - start));
    return (glyph + delta) & 0xffff;
  }
  return 0;
}

/** The advance widths of all characters, in thousandths of an em. */
async function advances(file: string): Promise<number[]> {
  const served = await readFile(new URL(`../../site/fonts/${file}`, import.meta.url));
  const font = await subsetFont(served, characters, { targetFormat: 'truetype' });
  const unitsPerEm = font.readUInt16BE(tableAt(font, 'head') + 18);
  const longMetrics = font.readUInt16BE(tableAt(font, 'hhea') + 34);
  return [...characters].map((character) => {
    const glyph = glyphOf(font, character.charCodeAt(0));
    if (glyph === 0) throw new Error(`${file} has no glyph for ${character}.`);
    const advance = font.readUInt16BE(tableAt(font, 'hmtx') + 4 * Math.min(glyph, longMetrics - 1));
    return Math.round((advance / unitsPerEm) * 1000);
  });
}

test('the table of widths is what the fonts say (vitest -u writes it anew)', async () => {
  const rows = await Promise.all(
    Object.entries(fonts).map(async ([font, file]) => {
      const widths = await advances(file);
      const key = font.includes('-') ? `'${font}'` : font;
      if (new Set(widths).size === 1) return `  ${key}: ${widths[0]},\n`;
      const lines = Array.from({ length: Math.ceil(widths.length / 20) }, (_, index) =>
        widths.slice(index * 20, index * 20 + 20).join(', '),
      );
      return `  ${key}: [\n${lines.map((line) => `    ${line},\n`).join('')}  ],\n`;
    }),
  );
  const source = `// Written by widths.test.ts from the fonts of the site; vitest -u writes it anew.

/** The characters that the table knows, in its order. */
export const characters =
  ${JSON.stringify(characters).replaceAll("'", "\\'").replaceAll('\\"', '"').replace(/^"|"$/g, "'")};

/** Advance widths in thousandths of an em; one number when all are equal. */
// biome-ignore format: a table
export const widths: Record<'sans' | 'sans-bold' | 'mono', number | number[]> = {
${rows.join('')}};
`;
  await expect(source).toMatchFileSnapshot('./widths.ts');
});
