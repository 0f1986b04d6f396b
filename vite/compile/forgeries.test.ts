import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { alikeMistakes } from '../../src/recording/alike.ts';
import { type PaneRecording, paneRecording, parseCast } from '../../src/recording/parse.ts';
import type { Claim } from '../../src/recording/proof/claim.ts';
import { claimsOf, prove } from '../../src/recording/proof.ts';
import type { Cast, TakeFacts } from '../../src/recording/recording.ts';
import type { SceneScript } from '../../src/recording/script.ts';
import { scriptOf } from '../scenes.ts';
import { compile, type TakeRecording } from './compile.ts';
import { forgers, type Take } from './forgeries.ts';
import { readRecordings, sceneIds, scenesFolder } from './read.ts';
import { numbers } from './seeded.ts';

/** More with `FORGERIES=600`: so many of each kind. The seed of each case is its number. */
const cases = Number(process.env.FORGERIES ?? 40);

interface Known {
  claims: Claim[];
  script: SceneScript;
  take: string;
  recorded: Take;
  all: Record<string, TakeRecording>;
}

const known: Known[] = [];

beforeAll(async () => {
  for (const id of await sceneIds('.')) {
    const script = await scriptOf('.', id);
    const all = await readRecordings('.', script);
    for (const take of Object.keys(script.takes)) {
      const casts: Record<string, Cast> = {};
      for (const pane of Object.keys(script.panes)) {
        const file = path.join(scenesFolder, id, take, `${pane}.cast`);
        casts[pane] = parseCast(await readFile(file, 'utf8'), file);
      }
      const facts = all[take]?.facts as TakeFacts;
      const panes = all[take]?.panes ?? {};
      known.push({
        script,
        take,
        recorded: { casts, facts },
        all,
        claims: claimsOf({ scene: script, take, panes, facts }),
      });
    }
  }
});

/** What refuses a take, its hashes made anew: the marks, the proofs, or the build; undefined when it gets by. */
async function refusal({ script, take, all }: Known, { casts, facts }: Take): Promise<string | undefined> {
  try {
    const panes: Record<string, PaneRecording> = {};
    for (const [pane, cast] of Object.entries(casts))
      panes[pane] = paneRecording(structuredClone(cast), `${pane}.cast`);
    const [failure] = prove({ scene: script, take, panes, facts }).failures;
    if (failure) return failure;
    const others = known.filter((each) => each.script !== script || each.take !== take).flatMap(({ claims }) => claims);
    const [mistake] = alikeMistakes(claimsOf({ scene: script, take, panes, facts }), others);
    if (mistake) return mistake;
    await compile(script, { ...all, [take]: { panes, facts } });
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  }
  return undefined;
}

/** What can be forged without contradicting anything, and why that is so. */
const unseen: { what: RegExp; why: string }[] = [];

test('a take that nobody forged is not refused', async () => {
  for (const one of known.filter((_, index) => index % 7 === 0))
    expect(await refusal(one, one.recorded)).toBeUndefined();
});

test(
  'of what one forges, one thing at a time and with hashes made anew, nearly all contradicts something; the rest is named with its reason',
  async () => {
    const table: string[] = [];
    const shares: [string, number][] = [];
    const unexplained: string[] = [];
    for (const [kind, forge] of Object.entries(forgers)) {
      let [forged, noticed] = [0, 0];
      const survivors: string[] = [];
      for (let seed = 1; seed <= cases; seed += 1) {
        const next = numbers(seed * 7919 + kind.length);
        const one = known[Math.floor(next() * known.length)] as Known;
        const twins = known.filter(({ script, take }) => script === one.script && take !== one.take);
        const take = structuredClone(one.recorded);
        const what = forge(
          take,
          twins.map(({ recorded }) => recorded),
          next,
        );
        if (what === undefined) continue;
        forged += 1;
        if (await refusal(one, take)) noticed += 1;
        else survivors.push(`${one.script.id}/${one.take}, ${what}`);
      }
      const share = forged === 0 ? 100 : (noticed / forged) * 100;
      shares.push([kind, share]);
      table.push(
        `${kind.padEnd(28)} ${String(forged).padStart(5)} forged  ${String(noticed).padStart(5)} noticed  ${share.toFixed(1).padStart(5)} %`,
      );
      for (const survivor of survivors) {
        const why = unseen.find((each) => each.what.test(`${kind}: ${survivor}`))?.why;
        table.push(`    ${survivor}: ${why ?? 'NO REASON KNOWN'}`);
        if (!why) unexplained.push(`${kind}: ${survivor}`);
      }
    }
    console.log(table.join('\n'));
    expect(unexplained).toEqual([]);
    expect(shares.filter(([, share]) => share < 95)).toEqual([]);
  },
  120_000 + cases * 5000,
);
