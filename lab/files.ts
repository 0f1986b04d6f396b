import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { scriptMistakes } from '../src/recording/check-script.ts';
import type { Cast } from '../src/recording/recording.ts';
import { type Root, rootFile, rootOf } from '../src/recording/root.ts';
import type { SceneScript } from '../src/recording/script.ts';
import { LabError, paths, sha256 } from './cache.ts';
import type { Take } from './take.ts';

/** A take's files as they stand in its folder, by name. */
export type TakeFiles = Record<string, string>;

/** The scenes asked for, or all of them; throws a LabError that lists every mistake in their scripts. */
export async function loadScenes(names: string[], folder = paths.scenes): Promise<SceneScript[]> {
  const all = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/scene.ts`));
  const unknown = names.find((name) => !all.includes(name));
  if (unknown) throw new LabError(`There is no scene "${unknown}"; there are ${all.join(', ')}.`);
  const scenes: SceneScript[] = [];
  const mistakes: string[] = [];
  for (const name of names.length > 0 ? names : all.sort()) {
    const module = (await import(pathToFileURL(`${folder}/${name}/scene.ts`).href)) as { default: SceneScript };
    scenes.push(module.default);
    mistakes.push(...scriptMistakes(module.default, name));
  }
  if (mistakes.length > 0) throw new LabError(mistakes.join('\n'));
  return scenes;
}

/** The files of a recorded take. The manifest's hashes make every byte of the others count. */
export function takeFiles(take: Take): TakeFiles {
  const files: TakeFiles = {};
  for (const [pane, cast] of Object.entries(take.casts)) files[`${pane}.cast`] = castText(cast);
  files['facts.json'] = `${indented(take.facts)}\n`;
  const hashes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)]));
  files['recording.json'] = `${JSON.stringify({ files: hashes }, null, 2)}\n`;
  return files;
}

function castText(cast: Cast): string {
  return [cast.header, ...cast.events].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** JSON in which whatever fits into a line stays in one: a changed process is then one changed line. */
function indented(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (flat.length + indent.length <= 160 || typeof value !== 'object' || value === null) return flat;
  const deeper = `${indent} `;
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + indented(item, deeper)).join(',\n')}\n${indent}]`;
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{\n${fields.map(([name, item]) => `${deeper}${JSON.stringify(name)}: ${indented(item, deeper)}`).join(',\n')}\n${indent}}`;
}

/** Writes a take's folder anew. */
export function writeTake(folder: string, files: TakeFiles): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
}

/** Reads a take's folder; undefined when there is none. */
export function readTake(folder: string): TakeFiles | undefined {
  if (!existsSync(folder)) return undefined;
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]));
}

/** The list of all recordings that are in the repository now. */
export function rootNow(): Root {
  const files: Record<string, string> = {};
  for (const scene of readdirSync(paths.scenes))
    for (const entry of readdirSync(`${paths.scenes}/${scene}`, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      for (const [name, text] of Object.entries(readTake(`${paths.scenes}/${scene}/${entry.name}`) ?? {}))
        files[`content/scenes/${scene}/${entry.name}/${name}`] = text;
    }
  return rootOf(files, sha256);
}

/** Writes the list of all recordings anew, and gives its hash. */
export function writeRoot(): string {
  const { text, hash } = rootNow();
  writeFileSync(`${paths.root}${rootFile}`, text);
  return hash;
}
