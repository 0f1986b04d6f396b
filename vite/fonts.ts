import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import subsetFont from 'subset-font';
import { fail } from '../src/compile/author-error.ts';
import type { Characters } from './characters.ts';
import { type FontFacts, readFont } from './sfnt.ts';

interface Face {
  family: string;
  weight: number;
  file: string;
  sets: keyof Characters;
}

const folder = 'src/site/fonts';
const faces: Face[] = [
  { family: 'IBM Plex Sans', weight: 400, file: 'IBMPlexSans-Regular.woff2', sets: 'prose' },
  { family: 'IBM Plex Sans', weight: 600, file: 'IBMPlexSans-SemiBold.woff2', sets: 'prose' },
  { family: 'IBM Plex Serif', weight: 400, file: 'IBMPlexSerif-Regular.woff2', sets: 'prose' },
  { family: 'IBM Plex Mono', weight: 400, file: 'IBMPlexMono-Regular.woff2', sets: 'code' },
];

// Letters as often as in our prose; the stand-ins' averages below were measured with the same sentence.
const sample =
  'the quick look at one process with two numbers, and what the kernel says about each of them inside and outside of a container. Namespaces decide what a process sees; cgroups decide how much it uses. Docker sets the hostname to the first twelve digits of its id';

/**
 * Fonts that readers have, with the average advance of the sample in ems: those of Windows and macOS, of Android, and of a plain Linux.
 * Liberation has the metrics of Arial, Times New Roman and Courier New.
 */
const standIns = [
  {
    family: 'Sans like Plex',
    weight: 400,
    like: 'IBMPlexSans-Regular.woff2',
    average: 0.4481,
    local: ['Arial', 'Liberation Sans'],
  },
  {
    family: 'Sans like Plex',
    weight: 600,
    like: 'IBMPlexSans-SemiBold.woff2',
    average: 0.4832,
    local: ['Arial Bold', 'Liberation Sans Bold'],
  },
  {
    family: 'Serif like Plex',
    weight: 400,
    like: 'IBMPlexSerif-Regular.woff2',
    average: 0.402,
    local: ['Times New Roman', 'Liberation Serif'],
  },
  {
    family: 'Roboto like Plex',
    weight: 400,
    like: 'IBMPlexSans-Regular.woff2',
    average: 0.4496,
    local: ['Roboto'],
  },
  {
    family: 'Roboto like Plex',
    weight: 600,
    like: 'IBMPlexSans-SemiBold.woff2',
    average: 0.4548,
    local: ['Roboto Bold'],
  },
  {
    family: 'DejaVu like Plex',
    weight: 400,
    like: 'IBMPlexSans-Regular.woff2',
    average: 0.5108,
    local: ['DejaVu Sans'],
  },
  {
    family: 'DejaVu like Plex',
    weight: 600,
    like: 'IBMPlexSans-SemiBold.woff2',
    average: 0.5761,
    local: ['DejaVu Sans Bold'],
  },
  {
    family: 'Noto Serif like Plex',
    weight: 400,
    like: 'IBMPlexSerif-Regular.woff2',
    average: 0.4773,
    local: ['Noto Serif'],
  },
  {
    family: 'DejaVu Serif like Plex',
    weight: 400,
    like: 'IBMPlexSerif-Regular.woff2',
    average: 0.515,
    local: ['DejaVu Serif'],
  },
  {
    family: 'Mono like Plex',
    weight: 400,
    like: 'IBMPlexMono-Regular.woff2',
    average: 0.60205,
    local: ['Menlo', 'DejaVu Sans Mono'],
  },
  {
    family: 'Consolas as wide',
    weight: 400,
    like: 'IBMPlexMono-Regular.woff2',
    average: 0.5498,
    local: ['Consolas'],
  },
  {
    family: 'Mono as wide',
    weight: 400,
    like: 'IBMPlexMono-Regular.woff2',
    average: 0.60009,
    local: ['Roboto Mono', 'Droid Sans Mono', 'Courier New', 'Liberation Mono'],
  },
];

export interface Fonts {
  /** The faces, for the head of every page. Nothing is preloaded: src/site/head-script.ts decides when they are fetched. */
  head: string;
  files: { name: string; bytes: Buffer }[];
}

/** Cuts the fonts down to the characters that occur; throws one sentence when a font has no shape for one of them. */
export async function fontFaces(root: string, characters: Characters, base: string): Promise<Fonts> {
  // One after the other, so that of several faces that lack a shape the first is named.
  const cut: ({ face: (typeof faces)[number] } & Awaited<ReturnType<typeof subset>>)[] = [];
  for (const face of faces) cut.push({ face, ...(await subset(root, face, characters)) });
  const css = cut
    .map(({ face, name }) => faceCss(face, base + name))
    .concat(
      standIns.map((standIn) => {
        const like = cut.find(({ face }) => face.file === standIn.like);
        return like ? standInCss(standIn, like.facts) : '';
      }),
    );
  return { head: `<style>${css.join('')}</style>`, files: cut };
}

/** While developing: the whole fonts, from where they are. */
export function devFontFaces(base: string): string {
  return `<style>${faces.map((face) => faceCss(face, `${base}${folder}/${face.file}`)).join('')}</style>`;
}

/** A face as what draws the cards can read it. */
export interface CardFont {
  width(text: string, size: number): number;
}

interface CardFonts {
  files: string[];
  heading: CardFont;
  remove(): Promise<void>;
}

/** The fonts of the cards as uncompressed files, with the shapes of a text and no others, and the face of the headings to measure with. */
export async function cardFonts(root: string, text: string): Promise<CardFonts> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'card-fonts-'));
  const cut = await Promise.all(
    faces.map(async (face) => {
      const bytes = await subsetFont(await original(root, face), text, { targetFormat: 'sfnt' });
      const file = path.join(temporary, face.file.replace('.woff2', '.ttf'));
      await writeFile(file, bytes);
      return { face, file, facts: readFont(bytes) };
    }),
  );
  const bold = cut.find(({ face }) => face.weight === 600);
  if (!bold) throw new Error('vite/fonts.ts: expected a face of weight 600 for headings, found none.');
  const width = (words: string, size: number) =>
    ([...words].reduce((sum, character) => sum + bold.facts.advance(character), 0) / bold.facts.unitsPerEm) * size;
  return { files: cut.map(({ file }) => file), heading: { width }, remove: () => rm(temporary, { recursive: true }) };
}

function original(root: string, face: Face): Promise<Buffer> {
  return readFile(path.join(root, folder, face.file));
}

async function subset(root: string, face: Face, characters: Characters) {
  const whole = await original(root, face);
  const set = characters[face.sets];
  const text = [...set.keys()].join('');
  const facts = readFont(await subsetFont(whole, text, { targetFormat: 'sfnt' }));
  for (const [character, place] of set)
    if (!facts.has(character)) {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      fail({ file: place }, `characters that ${face.family} has`, `"${character}" (U+${code})`);
    }
  const bytes = await subsetFont(whole, text, { targetFormat: 'woff2' });
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 8);
  return { facts, bytes, name: `assets/${path.basename(face.file, '.woff2')}-${hash}.woff2` };
}

// Without a script, text comes at once and changes its face later; with one, src/site/head-script.ts sees to it that it does not.
function faceCss({ family, weight }: Face, url: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${url}) format("woff2")}`;
}

/** A stand-in scaled to the width of the real face, in lines as high as the real face's. */
function standInCss(standIn: (typeof standIns)[number], facts: FontFacts): string {
  const width = [...sample].reduce((sum, character) => sum + facts.advance(character), 0) / sample.length;
  const scale = width / facts.unitsPerEm / standIn.average;
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  const height = (value: number) => percent(value / facts.unitsPerEm / scale);
  const source = standIn.local.map((name) => `local("${name}")`).join();
  return `@font-face{font-family:"${standIn.family}";font-weight:${standIn.weight};src:${source};size-adjust:${percent(scale)};ascent-override:${height(facts.ascent)};descent-override:${height(-facts.descent)};line-gap-override:${height(facts.lineGap)}}`;
}
