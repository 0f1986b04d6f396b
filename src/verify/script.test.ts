import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { since } from '../../content/since.ts';
import { committedTakes, recordedFrom } from '../../lab/recordings.ts';
import { type Act, planOf } from './plan.ts';
import { reasonsSince } from './reasons.ts';
import { verifyScript } from './script.ts';
import { tidied } from './values.ts';

const { takes } = await committedTakes();
const first = takes.filter(({ scene, take }) => Object.keys(scene.takes)[0] === take).map(recordedFrom);
const plans = first.map(planOf);
const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const provenance = first[0]?.facts.provenance;
if (!provenance) throw new Error('Nothing is recorded.');
const text = verifyScript(plans, {
  moved: reasonsSince(since),
  template: read('verify.sh'),
  dockerfile: read('../../lab/images/Dockerfile.13'),
  provenance,
});
const actsOf = (scene: string): Act[] => plans.find((plan) => plan.scene === scene)?.acts ?? [];

test('what differs from machine to machine is a variable', () => {
  const asks = actsOf('hostname').filter((act) => act.do === 'ask');
  expect(asks.map(({ step, expected }) => [step, expected])).toContainEqual([
    'inspect',
    { output: [{ variable: 'web_id' }, ' ', { variable: 'web_id12' }] },
  ]);
  const recorded = first.flatMap(({ facts }) =>
    facts.steps.flatMap(({ after }) => after.containers.map(({ id }) => id)),
  );
  for (const id of recorded) expect(text).not.toContain(id.slice(0, 12));
});

test('a container’s walls are those of the facts', () => {
  const start = actsOf('eight').find((act) => act.do === 'start');
  expect(start).toMatchObject({ name: 'web', own: ['pid', 'net', 'mnt', 'uts', 'ipc', 'cgroup'] });
});

test('a scene ends at the first command that is not on the list', () => {
  expect(actsOf('hole').map((act) => act.do)).toEqual(['stop']);
  const acts = actsOf('hostname');
  expect(acts.at(-1)).toMatchObject({ do: 'stop', step: 'rename-outside' });
  expect(text).not.toMatch(/^(ask|start|once)\b.*(nsenter|--privileged|--cap-add|docker\.sock| -v )/m);
});

test('nothing of the template is left open', () => {
  expect(text).not.toMatch(/@\w+@/);
});

test('the script and this program tidy an output alike', () => {
  const tidy = /^tidy\(\) \{\n[\s\S]*?\n\}/m.exec(text)?.[0] ?? '';
  const sample = '  a \t b\r\n\n0x1234abcd 0 root\n   \nlast  ';
  const printed = execFileSync('sh', ['-c', `${tidy}\ntidy`], { input: sample, encoding: 'utf8' });
  expect(printed.trimEnd()).toBe(tidied(sample));
});

/** The script starts some hundred processes. */
const patience = 60_000;

/** A `docker` that answers as little as the script needs to come to its end, and writes down what it was asked. */
const fakeDocker = `#!/bin/sh
echo "$*" >> "$LOG"
case $1 in
  info) echo '29.5.1|2|7.2.12|Some Linux|[name=seccomp]' ;;
  ps) [ -e "$LOG.gone" ] || echo c0ffee ;;
  rm) [ "$3" != c0ffee ] || : > "$LOG.gone" ;;
  inspect) echo 1 ;;
esac
`;

test(
  'a machine that answers otherwise is told so, with the reasons that fit it, and everything is removed',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'isolate-verify-'));
    try {
      writeFileSync(path.join(folder, 'docker'), fakeDocker, { mode: 0o755 });
      writeFileSync(path.join(folder, 'verify.sh'), text);
      const log = path.join(folder, 'log');
      const run = `PATH=${folder}:$PATH LOG=${log} sh ${folder}/verify.sh own-root; echo "ended $?"`;
      const output = execFileSync('sh', ['-c', run], { encoding: 'utf8' });
      expect(output).toContain('DIFFERS (own-root/inside)');
      expect(output).not.toContain('eight');
      expect(output).toContain('ended 1');
      const asked = readFileSync(log, 'utf8').trim().split('\n');
      expect(asked.at(-1)).toMatch(/^(rm -f c0ffee|ps -aq --filter label=isolate\.verify=\d+)$/);
      expect(asked).toContain('rm -f c0ffee');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  patience,
);

test(
  'without Docker it says so and runs nothing',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'isolate-verify-'));
    try {
      writeFileSync(path.join(folder, 'docker'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      writeFileSync(path.join(folder, 'verify.sh'), text);
      const output = execFileSync('sh', ['-c', `PATH=${folder}:$PATH sh ${folder}/verify.sh 2>&1; echo "ended $?"`], {
        encoding: 'utf8',
      });
      expect(output).toBe('Docker does not answer; does "docker ps" work for you?\nended 2\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  patience,
);
