import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Card } from '../src/site/server.tsx';
import { type CardFont, cardFonts } from './fonts.ts';

/** What previews show best. https://ogp.me/#structured */
const size = { width: 1200, height: 630 };

// The names that the font files give themselves.
const sans = 'IBM Plex Sans';
const bold = 'IBM Plex Sans SmBld';

const margin = 64;
const room = { x: 600, y: 48, width: 552, height: 534 };
const heading = { size: 50, line: 60, width: room.x - margin - 36 };

/** Draws the cards that previews of pages show, as PNG by path: the page's words beside its own scene as its last step leaves it. */
export async function drawCards(root: string, cards: Card[]): Promise<{ path: string; bytes: Uint8Array }[]> {
  const fonts = await cardFonts(
    root,
    cards.map(({ kicker, title, name, drawing }) => kicker + title + name + drawing).join(''),
  );
  const styles = await stylesOf(root);
  try {
    return cards.map((card) => {
      const picture = new Resvg(svgOf(card, styles, fonts.heading), {
        font: { loadSystemFonts: false, fontFiles: fonts.files, defaultFontFamily: sans },
      });
      return { path: card.path, bytes: picture.render().asPng() };
    });
  } finally {
    await fonts.remove();
  }
}

interface Styles {
  colours: Map<string, string>;
  css: string;
}

/** The site's light colours, and the diagrams' styles with the colours filled in: what draws here knows neither variables nor queries. */
async function stylesOf(root: string): Promise<Styles> {
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  const colours = lightColours(await read('src/site/styles/tokens.css'));
  return { colours, css: plainCss(await read('src/diagram/views/diagram.css'), colours) };
}

/** Every colour that the tokens name, as it is in the light theme. */
export function lightColours(tokens: string): Map<string, string> {
  const named = [...tokens.matchAll(/--([\w-]+): (?:light-dark\((#\w+),.*\)|(#\w+)|var\(--([\w-]+)\));/g)];
  const colours = new Map<string, string>();
  for (const [, name = '', light, plain, other] of named) {
    const colour = light ?? plain ?? colours.get(other ?? '');
    if (colour && !colours.has(name)) colours.set(name, colour);
  }
  return colours;
}

/** Rules without variables, queries and comments. */
export function plainCss(css: string, colours: Map<string, string>): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
    .replace(/\n\s*(?:transition|font):[^;]*;/g, '')
    .replace(/var\(--(mono|sans)[^)]*\)/g, (_, name) => (name === 'mono' ? '"IBM Plex Mono"' : `"${sans}"`))
    .replace(/var\(--fresh, (none|var\([\w-]+\))\)/g, '$1')
    .replace(/var\(--([\w-]+)\)/g, (_, name) => {
      const colour = colours.get(name);
      if (!colour) throw new Error(`vite/card.ts: expected the colour --${name} in tokens.css, found none.`);
      return colour;
    });
}

/** A card as SVG. */
export function svgOf({ kicker, title, name, tone, drawing }: Card, { colours, css }: Styles, font: CardFont): string {
  const colour = (token: string) => colours.get(token) ?? '#000';
  const lines = broken(title, (text) => font.width(text, heading.size), heading.width);
  const top = 190;
  const rows = lines.map((line, i) => text(line, top + 20 + i * heading.line, heading.size, colour('ink')));
  const [, width = '490', height = '490'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawing) ?? [];
  const scale = Math.min(room.width / Number(width), room.height / Number(height));
  const x = room.x + (room.width - Number(width) * scale) / 2;
  const y = room.y + (room.height - Number(height) * scale) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`,
    // In a card each shape that is fresh says so itself.
    `<style>${css}.dg .b{font-family:"${bold}"}.dg .fresh.f-paper{fill:${colour('mark')}}.dg text.fresh{stroke:${colour('mark')}}.dg .t-on-slab.fresh{stroke:none}</style>`,
    `<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${colour('slab')}"/><path d="M0 0V7" stroke="#fff" stroke-opacity=".13" stroke-width="1.4"/></pattern></defs>`,
    `<rect width="100%" height="100%" fill="${colour('paper')}"/>`,
    drawing &&
      `<rect x="${room.x - 24}" y="24" width="${room.width + 48}" height="${size.height - 48}" rx="8" fill="${colour('sheet')}" stroke="${colour('line')}"/>`,
    text(kicker, 130, 24, colour(tone)),
    ...rows,
    text(name, size.height - 70, 24, colour('soft')),
    `<g transform="translate(${x} ${y}) scale(${scale})" font-family="${sans}" font-size="13" fill="${colour('ink')}">${inside(drawing)}</g>`,
    '</svg>',
  ].join('');
}

function text(words: string, y: number, fontSize: number, fill: string): string {
  return `<text x="${margin}" y="${y}" font-family="${bold}" font-size="${fontSize}" fill="${fill}">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}

/** What a drawing's outermost element holds, still in the class that the rules begin with. */
function inside(drawing: string): string {
  return `<g class="dg">${drawing.replace(/^<svg[^>]*>|<\/svg>$/g, '')}</g>`;
}

/** A text in lines no wider than `most`. */
export function broken(words: string, width: (text: string) => number, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
