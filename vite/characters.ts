import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The characters that a kind of text is made of, each with one place where it occurs. */
export type CharacterSet = Map<string, string>;

/** What each kind of text needs. Prose is set in Serif and Sans, code in Mono. */
export interface Characters {
  prose: CharacterSet;
  code: CharacterSet;
}

// Recordings and typed answers may bring any of these at any time.
const ascii = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join('');
// Parts of a scene's data that are set as code; everything else in it is prose.
const codeKeys = new Set(['printed', 'idle', 'opened', 'inputs', 'code', 'via']);
// Their keys are panes.
const paneKeys = new Set(['printed', 'idle', 'opened']);
// In the data for machines, and never set.
const silentKeys = new Set(['id', 'downloads']);

/** Every character of the pages, of the scenes' recordings, and of what the living interface may say. */
export async function charactersOf(
  root: string,
  pages: { route: string; prose: string }[],
  scenes: { id: string }[],
): Promise<Characters> {
  const characters: Characters = { prose: new Map(), code: new Map() };
  add(characters.prose, ascii, 'ASCII');
  add(characters.code, ascii, 'ASCII');
  // Before the pages, which show some of it: a scene names the place better.
  for (const scene of scenes) addData(characters, scene, `scene ${scene.id}`, false);
  for (const { route, prose } of pages) addPage(characters, prose, route);
  for (const folder of [
    'src/words',
    'src/site',
    'src/browser',
    'src/scene',
    'src/diagram',
    'src/lesson',
    'src/workbench',
    'content/lessons',
  ])
    await addSources(characters, root, folder);
  return characters;
}

function add(set: CharacterSet, text: string, place: string): void {
  // Control characters steer a terminal and have no shape.
  for (const character of text) if (!set.has(character) && !/\p{Cc}/u.test(character)) set.set(character, place);
}

function addPage(characters: Characters, prose: string, route: string): void {
  const body = prose.replace(/<(script|style)\b.*?<\/\1>/gs, '');
  const code = /<(code|pre|kbd|samp)\b[^>]*>(.*?)<\/\1>/gs;
  const text = (markup: string) => markup.replace(/<[^>]*>/g, '');
  for (const [, , inside] of body.matchAll(code)) add(characters.code, text(inside ?? ''), `page ${route}`);
  add(characters.prose, text(body.replace(code, '')), `page ${route}`);
}

function addData(characters: Characters, value: unknown, place: string, isCode: boolean): void {
  if (typeof value === 'string') add(isCode ? characters.code : characters.prose, value, place);
  else if (value && typeof value === 'object')
    for (const [key, part] of Object.entries(value))
      if (!silentKeys.has(key)) addPart(characters, key, part, place, isCode || codeKeys.has(key));
}

/** A part of a scene's data, with take, step and pane added to the place. */
function addPart(characters: Characters, key: string, part: unknown, place: string, isCode: boolean): void {
  if ((key === 'takes' || key === 'steps') && Array.isArray(part))
    for (const one of part) addData(characters, one, `${place}, ${key.slice(0, -1)} ${one.id}`, isCode);
  else if (paneKeys.has(key))
    for (const [pane, shown] of Object.entries(part ?? {}))
      addData(characters, shown, `${place}, pane ${pane}`, isCode);
  else addData(characters, part, place, isCode);
}

/** Source files say what no page shows yet: labels of the living scene. Comments count too, which costs a glyph and misses none. */
async function addSources(characters: Characters, root: string, folder: string): Promise<void> {
  for (const entry of await readdir(path.join(root, folder), { recursive: true })) {
    if (!/\.tsx?$/.test(entry) || entry.includes('.test.')) continue;
    add(characters.prose, await readFile(path.join(root, folder, entry), 'utf8'), path.join(folder, entry));
  }
}
