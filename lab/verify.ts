import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { since } from '../content/since.ts';
import { planOf } from '../src/verify/plan.ts';
import { reasonsSince } from '../src/verify/reasons.ts';
import { verifyScript } from '../src/verify/script.ts';
import { LabError, paths, type Stamp } from './cache.ts';
import { bootAny, endGuestsOnExit, type Guest } from './guest.ts';
import { bootOldHost, buildOldHost } from './old-host.ts';
import { committedTakes, recordedFrom } from './recordings.ts';
import { itself, mistakesIn, old, remapped, type Tried } from './verify-machines.ts';

const folder = `${paths.cache}/verify`;
const only = process.argv.slice(2);
const say = (text: string) => console.log(text);
const mistakes: string[] = [];

/** The script as the site serves it. */
async function script(): Promise<string> {
  const { takes } = await committedTakes();
  const told = takes.filter(({ scene, take }) => Object.keys(scene.takes)[0] === take).map(recordedFrom);
  const provenance = told[0]?.facts.provenance;
  if (!provenance) throw new LabError('Nothing is recorded yet, so there is nothing to verify.');
  return verifyScript(told.map(planOf), {
    moved: reasonsSince(since),
    template: readFileSync(`${paths.root}src/verify/verify.sh`, 'utf8'),
    dockerfile: readFileSync(`${paths.lab}/images/Dockerfile.13`, 'utf8'),
    provenance,
  });
}

/** Runs the script in a guest, keeps what it prints, and compares that with what is expected there. */
async function tryOn(guest: Guest, tried: Tried, text: string): Promise<void> {
  await guest.sh(`cat > /root/verify.sh << 'END-OF-SCRIPT'\n${text}END-OF-SCRIPT`);
  say(`${tried.name}: running verify.sh`);
  const output = await guest.sh(`sh /root/verify.sh 2>&1 || true`, 3_600_000);
  writeFileSync(`${folder}/${tried.name.replaceAll(' ', '-')}.log`, output);
  const left = await guest.sh('docker ps -aq --filter label=isolate.verify');
  if (left.trim() !== '') mistakes.push(`${tried.name}: expected no container left behind, found some.`);
  mistakes.push(...mistakesIn(output, tried));
  say(`  ${output.trim().split('\n').at(-1)}`);
}

/** Interrupts the script while it works, with each signal that it may get, and looks for what it left behind. */
async function interrupt(guest: Guest): Promise<void> {
  say('interrupting verify.sh');
  for (const [signal, status] of [
    ['INT', 130],
    ['TERM', 143],
    ['HUP', 129],
  ] as const) {
    // A shell without job control lets what it starts in the background ignore SIGINT, and what is ignored at the start can't be trapped. sh(1p)
    const said = await guest.sh(
      `setsid env --default-signal=INT sh /root/verify.sh > /dev/null 2>&1 & pid=$!
until docker ps -q --filter label=isolate.verify | grep -q .; do sleep 1; done
kill -${signal} -$pid; wait $pid; echo ended with $?`,
      900_000,
    );
    const ended = /ended with (\d+)/.exec(said)?.[1];
    if (Number(ended) !== status)
      mistakes.push(`After SIG${signal}: expected verify.sh to end with ${status}, found ${ended}.`);
    const left = await guest.sh('docker ps -aq --filter label=isolate.verify');
    if (left.trim() !== '') mistakes.push(`After SIG${signal}: expected no container left behind, found some.`);
  }
}

/** Starts the daemon anew with a user namespace for every container; such a daemon keeps images of its own. */
async function remap(guest: Guest): Promise<void> {
  await guest.sh(
    `docker save -o /root/image.tar isolate-lab:13
echo '{"userns-remap": "default"}' > /etc/docker/daemon.json && systemctl restart docker
until docker version > /dev/null 2>&1; do sleep 1; done
docker load -i /root/image.tar`,
    900_000,
  );
}

async function main(): Promise<void> {
  endGuestsOnExit();
  if (!existsSync(paths.stamp)) throw new LabError('There is no lab yet: run "npm run lab:build" first.');
  const { accel } = JSON.parse(readFileSync(paths.stamp, 'utf8')) as Stamp;
  const text = await script();
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/verify.sh`, text);
  if (only.length === 0 || only.includes('new')) {
    const [guest] = await bootAny(accel, { throwAway: true }, say);
    await ready(guest);
    await tryOn(guest, itself, text);
    await interrupt(guest);
    await remap(guest);
    await tryOn(guest, remapped, text);
    guest.kill();
  }
  if (only.length === 0 || only.includes('old')) {
    await buildOldHost(`${paths.cache}/13.tar`, say);
    const [guest] = await bootOldHost({ throwAway: true }, say);
    await ready(guest);
    await tryOn(guest, old, text);
    guest.kill();
  }
  for (const mistake of mistakes) console.error(mistake);
  if (mistakes.length > 0) throw new LabError(`${mistakes.length} mistakes; the output is in ${folder}.`);
  say(`verify.sh does what it should; its output is in ${folder}.`);
}

async function ready(guest: Guest): Promise<void> {
  await guest.sh('until docker version >/dev/null 2>&1; do sleep 1; done', 600_000);
}

main()
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error instanceof LabError ? error.message : error);
    process.exit(1);
  });
