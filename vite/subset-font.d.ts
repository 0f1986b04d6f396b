declare module 'subset-font' {
  /** The font with nothing but the glyphs of a text. https://github.com/papandreou/subset-font */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'truetype' | 'woff' | 'woff2' },
  ): Promise<Buffer>;
}
