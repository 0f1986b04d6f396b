/** What a font file says of itself. Not by @capsizecss/unpack (4.0), which gives one average width and not each character's. https://learn.microsoft.com/typography/opentype/spec/otff */
export interface FontFacts {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  lineGap: number;
  has(character: string): boolean;
  /** How far a character moves the pen, in font units. */
  advance(character: string): number;
}

/** Reads an uncompressed TrueType or OpenType file. */
export function readFont(bytes: Buffer): FontFacts {
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    tables.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8));
  }
  const table = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`vite/sfnt.ts: expected a table "${name}" in the font, found none.`);
    return offset;
  };
  const hhea = table('hhea');
  const glyphs = readCmap(bytes, table('cmap'));
  const widths = table('hmtx');
  const widthCount = bytes.readUInt16BE(hhea + 34);
  const glyphOf = (character: string) => glyphs.get(character.codePointAt(0) ?? 0);
  return {
    unitsPerEm: bytes.readUInt16BE(table('head') + 18),
    ascent: bytes.readInt16BE(hhea + 4),
    descent: bytes.readInt16BE(hhea + 6),
    lineGap: bytes.readInt16BE(hhea + 8),
    has: (character) => glyphOf(character) !== undefined,
    // Glyphs past the last width have the last width: monospaced fonts store it once.
    advance: (character) => bytes.readUInt16BE(widths + 4 * Math.min(glyphOf(character) ?? 0, widthCount - 1)),
  };
}

function readCmap(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const start = cmap + bytes.readUInt32BE(cmap + 8 + 8 * i);
    const format = bytes.readUInt16BE(start);
    if (format === 4) readSegments(bytes, start, glyphs);
    if (format === 12) readGroups(bytes, start, glyphs);
  }
  return glyphs;
}

function readSegments(bytes: Buffer, start: number, glyphs: Map<number, number>): void {
  const count = bytes.readUInt16BE(start + 6) / 2;
  const [ends, starts] = [start + 14, start + 16 + 2 * count];
  const [deltas, ranges] = [starts + 2 * count, starts + 4 * count];
  for (let i = 0; i < count; i++) {
    const first = bytes.readUInt16BE(starts + 2 * i);
    const delta = bytes.readInt16BE(deltas + 2 * i);
    const range = bytes.readUInt16BE(ranges + 2 * i);
    for (let code = first; code <= bytes.readUInt16BE(ends + 2 * i) && code < 0xffff; code++) {
      const glyph = range ? bytes.readUInt16BE(ranges + 2 * i + range + 2 * (code - first)) : (code + delta) & 0xffff;
      if (glyph) glyphs.set(code, glyph);
    }
  }
}

function readGroups(bytes: Buffer, start: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < bytes.readUInt32BE(start + 12); i++) {
    const group = start + 16 + 12 * i;
    const first = bytes.readUInt32BE(group);
    for (let code = first; code <= bytes.readUInt32BE(group + 4); code++)
      glyphs.set(code, bytes.readUInt32BE(group + 8) + code - first);
  }
}
