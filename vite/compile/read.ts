import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { paneRecording, parseCast } from '../../src/recording/parse.ts';
import type { TakeFacts } from '../../src/recording/recording.ts';
import type { SceneScript } from '../../src/recording/script.ts';
import { fail } from './author-error.ts';
import type { TakeRecording } from './compile.ts';

/** Where the scenes stand, below the project's root. */
export const scenesFolder = 'content/scenes';

/** The ids of all scenes: the folders that hold a scene.ts. */
export async function sceneIds(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, scenesFolder), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.filter((id) => existsSync(path.join(root, scenesFolder, id, 'scene.ts'))).sort();
}

/** The recordings of a scene's takes, as far as their files exist; a file that can't be read ends in one sentence. */
export async function readRecordings(root: string, script: SceneScript): Promise<Record<string, TakeRecording>> {
  const recordings: Record<string, TakeRecording> = {};
  for (const take of Object.keys(script.takes)) {
    const folder = path.join(scenesFolder, script.id, take);
    const facts = await textOf(root, path.join(folder, 'facts.json'));
    if (facts === undefined) continue;
    const recording: TakeRecording = { facts: parseFacts(facts, path.join(folder, 'facts.json')), panes: {} };
    for (const pane of Object.keys(script.panes)) {
      const file = path.join(folder, `${pane}.cast`);
      const cast = await textOf(root, file);
      if (cast !== undefined) recording.panes[pane] = paneRecording(parseCast(cast, file), file);
    }
    recordings[take] = recording;
  }
  return recordings;
}

function parseFacts(text: string, file: string): TakeFacts {
  try {
    return JSON.parse(text) as TakeFacts;
  } catch (error) {
    // The message quotes the file, over several lines where the file has them.
    return fail({ file }, 'JSON', String(error instanceof Error ? error.message : error).replace(/\s+/g, ' '));
  }
}

async function textOf(root: string, file: string): Promise<string | undefined> {
  const full = path.join(root, file);
  return existsSync(full) ? readFile(full, 'utf8') : undefined;
}
