import { existsSync, readdirSync } from 'node:fs';
import { type PaneRecording, paneRecording, parseCast } from '../src/recording/parse.ts';
import type { RecordedTake } from '../src/recording/proof/recorded-take.ts';
import type { TakeFacts } from '../src/recording/recording.ts';
import type { SceneScript } from '../src/recording/script.ts';
import { paths } from './cache.ts';
import { loadScenes, readTake, type TakeFiles } from './files.ts';

/** A committed take: its script and its files. */
export interface Committed {
  scene: SceneScript;
  take: string;
  /** Relative to the repository: `content/scenes/one-process/default`. */
  folder: string;
  files: TakeFiles;
}

/** Every take that is recorded, and the names of those that a script has but nobody recorded. */
export async function committedTakes(): Promise<{ takes: Committed[]; missing: string[]; strange: string[] }> {
  const takes: Committed[] = [];
  const missing: string[] = [];
  const strange: string[] = [];
  for (const scene of await loadScenes([])) {
    for (const take of Object.keys(scene.takes)) {
      const files = readTake(`${paths.scenes}/${scene.id}/${take}`);
      if (files) takes.push({ scene, take, folder: `content/scenes/${scene.id}/${take}`, files });
      else missing.push(`${scene.id}/${take}`);
    }
    for (const entry of readdirSync(`${paths.scenes}/${scene.id}`))
      if (
        entry !== 'scene.ts' &&
        !Object.hasOwn(scene.takes, entry) &&
        existsSync(`${paths.scenes}/${scene.id}/${entry}/facts.json`)
      )
        strange.push(`${scene.id}/${entry}`);
  }
  return { takes, missing, strange };
}

/** A take's files, read; throws an Error of one sentence when one can't be. */
export function recordedFrom({ scene, take, folder, files }: Committed): RecordedTake {
  const panes: Record<string, PaneRecording> = {};
  for (const [name, text] of Object.entries(files)) {
    const pane = /^(.+)\.cast$/.exec(name)?.[1];
    if (pane) panes[pane] = paneRecording(parseCast(text, `${folder}/${name}`), `${folder}/${name}`);
  }
  const facts = JSON.parse(files['facts.json'] ?? 'null') as TakeFacts | null;
  if (!facts) throw new Error(`${folder}: expected a facts.json, found none.`);
  return { scene, take, panes, facts };
}
