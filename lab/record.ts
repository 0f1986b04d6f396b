import { existsSync, readFileSync } from 'node:fs';
import type { SceneScript } from '../src/recording/script.ts';
import { annexIsBuilt } from './annex.ts';
import { LabError, paths, type Stamp, sha256 } from './cache.ts';
import { checkTake, movedSince } from './check.ts';
import { loadScenes, rootNow, type TakeFiles, takeFiles, writeRoot, writeTake } from './files.ts';
import { bootAny, endGuestsOnExit, type Guest } from './guest.ts';
import { askedBy, leftOf, startingAt } from './progress.ts';
import { recordTake } from './take.ts';
import { labVersions } from './versions.ts';

const { check, names, from } = askedBy(process.argv.slice(2));

function builtLab(): Stamp {
  if (!existsSync(paths.stamp) || !existsSync(paths.disk))
    throw new LabError('There is no lab yet: run "npm run lab:build" first.');
  const stamp = JSON.parse(readFileSync(paths.stamp, 'utf8')) as Stamp;
  if (!existsSync(paths.lock) || stamp.lock !== sha256(readFileSync(paths.lock)))
    throw new LabError('The lab was built from another lab/lock.json: run "npm run lab:build" first.');
  return stamp;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

let changed = 0;
/** How many takes there are, and how long those took that are done. */
let takes = 0;
const done: number[] = [];

/** Prints how a take that was recorded only to compare differs; the committed files stay as they are. */
function report(scene: SceneScript, take: string, files: TakeFiles): void {
  const { differences, declared } = checkTake(scene, take, files);
  for (const line of [...declared, ...movedSince(scene, take)]) moved.add(line);
  changed += differences.length;
  console.log(differences.length === 0 ? '  as committed' : differences.map((line) => `  ${line}`).join('\n'));
  if (differences.length > 0) {
    const folder = `${paths.cache}/check/${scene.id}/${take}`;
    writeTake(folder, files);
    console.log(`  the new recording is in ${folder}`);
  }
}

const moved = new Set<string>();

async function main(): Promise<void> {
  const began = Date.now();
  const known = await loadScenes(names);
  // In the order in which they are recorded: those with a further drive need another boot.
  const ordered = [...known.filter(({ annex }) => !annex), ...known.filter(({ annex }) => annex)];
  const scenes = startingAt(ordered, from);
  takes = scenes.reduce((sum, scene) => sum + Object.keys(scene.takes).length, 0);
  const { accel } = builtLab();
  const withAnnex = scenes.filter(({ annex }) => annex);
  if (withAnnex.length > 0 && !annexIsBuilt())
    throw new LabError(`Scene ${withAnnex[0]?.id} needs the annex: run "npm run lab:build" first.`);
  endGuestsOnExit();
  // A scene that asks for no further drive is recorded on a host that has none.
  for (const [group, drives] of [
    [scenes.filter(({ annex }) => !annex), []],
    [withAnnex, [paths.annex]],
  ] as const)
    if (group.length > 0) await recordAll(group, accel, [...drives]);
  for (const line of moved) console.log(`moved: ${line}`);
  console.log(`SHA-256 over all recordings: ${check ? rootNow().hash : writeRoot()}`);
  if (changed > 0) throw new LabError(`${changed} differences that no rule allows.`);
  console.log(`done in ${seconds(began)}`);
}

/** Records scenes one after the other on one boot of the host. */
async function recordAll(scenes: SceneScript[], accel: Stamp['accel'], drives: string[]): Promise<void> {
  const began = Date.now();
  console.log(`booting the host (${accel === 'kvm' ? 'KVM' : 'emulated'})`);
  let guest: Guest | undefined;
  try {
    [guest] = await bootAny(accel, { throwAway: true, drives }, (text) => console.log(text));
    await guest.sh(
      'until docker version >/dev/null 2>&1; do sleep 0.5; done; systemctl is-system-running --wait || true',
      600_000,
    );
    console.log(`  ready after ${seconds(began)}`);
    const annex = drives.length > 0 ? { annex: sha256(readFileSync(paths.annexLock)) } : {};
    const versions = { ...(await labVersions(guest)), ...annex };
    for (const scene of scenes) {
      for (const take of Object.keys(scene.takes)) {
        const at = Date.now();
        process.stdout.write(`${scene.id}/${take}:`);
        const recorded = await recordTake(guest, scene, take, versions, (step) => process.stdout.write(` ${step}`));
        done.push(Date.now() - at);
        process.stdout.write(` (${seconds(at)}; ${leftOf(done, takes)})\n`);
        const files = takeFiles(recorded);
        if (check) report(scene, take, files);
        else writeTake(`${paths.scenes}/${scene.id}/${take}`, files);
      }
    }
  } finally {
    guest?.kill();
  }
}

main().catch((error) => {
  console.error(error instanceof LabError ? `\n${error.message}` : error);
  process.exit(1);
});
