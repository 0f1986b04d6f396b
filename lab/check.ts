import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Comparison, compareTakes } from '../src/recording/compare.ts';
import { prove } from '../src/recording/proof.ts';
import type { SceneScript } from '../src/recording/script.ts';
import { paths, sha256 } from './cache.ts';
import { readTake, type TakeFiles } from './files.ts';
import { type Lock, movedBetween } from './lock.ts';
import { recordedFrom } from './recordings.ts';

/** Compares a new recording of a take with the committed one, and with what its own host reported. */
export function checkTake(scene: SceneScript, take: string, fresh: TakeFiles): Comparison {
  const folder = `content/scenes/${scene.id}/${take}`;
  const files = readTake(`${paths.root}${folder}`);
  if (!files)
    return { differences: [`${scene.id}/${take}: there is no committed recording to compare with.`], declared: [] };
  const now = recordedFrom({ scene, take, folder, files: fresh });
  const compared = compareTakes(recordedFrom({ scene, take, folder, files }), now);
  return { ...compared, differences: [...compared.differences, ...prove(now).failures] };
}

/** The packages that moved between the lab of a committed recording and this one, as the two locks say. */
export function movedSince(scene: SceneScript, take: string): string[] {
  const facts = readTake(`${paths.scenes}/${scene.id}/${take}`)?.['facts.json'];
  const lab = facts && (JSON.parse(facts) as { provenance: { lab: string } }).provenance.lab;
  const text = existsSync(paths.lock) ? readFileSync(paths.lock, 'utf8') : '{"trees":{}}';
  if (!lab || lab === sha256(text)) return [];
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: paths.root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  for (const commit of git('log', '--format=%H', '--', 'lab/lock.json').trim().split('\n')) {
    const old = git('show', `${commit}:lab/lock.json`);
    if (sha256(old) === lab) return movedBetween(JSON.parse(old) as Lock, JSON.parse(text) as Lock);
  }
  return ['the lock of the committed recording is not in the history, so its packages are not known'];
}
