import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { manifestMistakes } from '../recording/manifest.ts';
import { paneRecording, parseCast, type TakeRecording } from '../recording/parse.ts';
import type { TakeFacts } from '../recording/recording.ts';
import { type Root, rootFile, rootMistakes, rootOf } from '../recording/root.ts';
import type { SceneScript } from '../recording/script.ts';
import { AuthorError, fail } from './author-error.ts';

/** Where the scenes stand, below the project's root. */
export const scenesFolder = 'content/scenes';

/** The ids of all scenes: the folders that hold a scene.ts. */
export async function sceneIds(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, scenesFolder), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.filter((id) => existsSync(path.join(root, scenesFolder, id, 'scene.ts'))).sort();
}

/**
 * The recordings of a scene's takes, as far as their files exist. A file that can't be read, or whose hash is not the one that
 * was written down when it was recorded, ends in one sentence.
 */
export async function readRecordings(root: string, script: SceneScript): Promise<Record<string, TakeRecording>> {
  const recordings: Record<string, TakeRecording> = {};
  for (const take of Object.keys(script.takes)) {
    const folder = path.join(scenesFolder, script.id, take);
    const files = await filesOf(root, folder);
    if (files['facts.json'] === undefined) continue;
    const [mistake] = manifestMistakes(folder, files, sha256);
    if (mistake) throw new AuthorError(mistake);
    const facts = parseFacts(files['facts.json'], path.join(folder, 'facts.json'));
    const recording: TakeRecording = { facts, panes: {} };
    for (const pane of Object.keys(script.panes)) {
      const file = path.join(folder, `${pane}.cast`);
      const cast = files[`${pane}.cast`];
      if (cast !== undefined) recording.panes[pane] = paneRecording(parseCast(cast, file), file);
    }
    recordings[take] = recording;
  }
  return recordings;
}

/** The list of all recordings below the root; an AuthorError of one sentence when the committed one is another. */
export async function readRoot(root: string): Promise<Root> {
  const files: Record<string, string> = {};
  for (const id of await sceneIds(root)) {
    const entries = await readdir(path.join(root, scenesFolder, id), { withFileTypes: true });
    for (const take of entries.filter((entry) => entry.isDirectory()))
      for (const [name, text] of Object.entries(await filesOf(root, path.join(scenesFolder, id, take.name))))
        files[`${scenesFolder}/${id}/${take.name}/${name}`] = text;
  }
  const found = rootOf(files, sha256);
  const committed = path.join(root, rootFile);
  const [mistake] = rootMistakes(existsSync(committed) ? await readFile(committed, 'utf8') : '', found);
  if (mistake) throw new AuthorError(mistake);
  return found;
}

function parseFacts(text: string, file: string): TakeFacts {
  try {
    return JSON.parse(text) as TakeFacts;
  } catch (error) {
    // The message quotes the file, over several lines where the file has them.
    return fail({ file }, 'JSON', String(error instanceof Error ? error.message : error).replace(/\s+/g, ' '));
  }
}

/** A folder's files by name; none when there is no such folder. */
async function filesOf(root: string, folder: string): Promise<Record<string, string>> {
  const full = path.join(root, folder);
  if (!existsSync(full)) return {};
  const names = (await readdir(full, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const texts = await Promise.all(names.map((name) => readFile(path.join(full, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
