import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HostFacts } from '../src/host/facts.ts';
import { alikeMistakes } from '../src/recording/alike.ts';
import { manifestMistakes } from '../src/recording/manifest.ts';
import { readers } from '../src/recording/proof/read/all.ts';
import { readersOf } from '../src/recording/proof/read/reader.ts';
import type { RecordedTake } from '../src/recording/proof/recorded-take.ts';
import { claimsOf, prove, proveWhole } from '../src/recording/proof.ts';
import { rootFile, rootMistakes } from '../src/recording/root.ts';
import { sameLab } from '../src/recording/same-lab.ts';
import { scriptHash } from '../src/recording/script-hash.ts';
import { sha256 } from './cache.ts';
import { rootNow } from './files.ts';
import { type Committed, committedTakes, recordedFrom } from './recordings.ts';

const { takes, missing, strange } = await committedTakes();
// Most of what is altered contradicts the take as a whole; its outputs are read only where it does not.
const refused = (recorded: RecordedTake) =>
  proveWhole(recorded).failures.length > 0 || prove(recorded).failures.length > 0;

test('every take of every scene is recorded, and nothing else is', () => {
  expect(missing).toEqual([]);
  expect(strange).toEqual([]);
});

test('the list of all recordings, content/recordings.sha256, has each file of each take with its hash, and nothing else', () => {
  expect(rootMistakes(readFileSync(rootFile, 'utf8'), rootNow())).toEqual([]);
});

test('all recordings come from one lab', () => {
  expect(sameLab(takes.map((take) => recordedFrom(take).facts.provenance))).toEqual([]);
});

test('no recording says otherwise what another says of the same lab', () => {
  const claims = takes.map((take) => claimsOf(recordedFrom(take)));
  const [first = [], ...others] = claims;
  expect([first, ...others].flatMap((own) => alikeMistakes(own, claims.filter((each) => each !== own).flat()))).toEqual(
    [],
  );
});

test('a forged line that contradicts another scene’s is refused, by both their names', () => {
  const claims = takes.flatMap((take) => claimsOf(recordedFrom(take)));
  const told = claims.find(
    ({ output }) => output[0]?.startsWith('[    0.000000] Linux version') && output[0].length > 80,
  );
  if (!told) throw new Error('No recording has the first line of the kernel’s log.');
  const forged = { ...told, output: [told.output[0]?.replace('gcc-16', 'gcc-19') ?? ''] };
  expect(alikeMistakes([forged], claims)[0]).toMatch(
    /expected the first line of the kernel’s log to be .+, as in .+, found .+gcc-19/,
  );
});

let triedInAll = 0;

describe.each(takes.map((take) => [take.folder, take] as const))('%s', (folder, committed) => {
  test('has the bytes that were recorded', () => {
    expect(manifestMistakes(folder, committed.files, sha256)).toEqual([]);
  });

  test('was typed by the script as it is now', () => {
    const expected = scriptHash(committed.scene, committed.take, sha256);
    expect(recordedFrom(committed).facts.provenance.script, 'the script has changed: record it again').toBe(expected);
  });

  test('shows nothing that the host did not report', () => {
    const { compared, failures } = prove(recordedFrom(committed));
    expect(failures).toEqual([]);
    expect(compared).toBeGreaterThan(20);
  });

  test('has no output that nobody reads, whole and line by line', () => {
    const unread = claimsOf(recordedFrom(committed)).filter((claim) => !readersOf(claim, readers));
    expect(unread.map(({ step, pane, line }) => `${step}, ${pane}: ${line}`)).toEqual([]);
  });

  test('is refused, by name, with one digit changed in any pid, inode, hostname or container id of any output', () => {
    const missed: string[] = [];
    let tried = 0;
    for (const change of changedOutputs(committed)) {
      tried += 1;
      const failure = prove(change.recorded).failures.find((each) => each.startsWith(change.where));
      if (!failure || !/expected .+ to be .+, found .+\./.test(failure)) missed.push(`${change.where}: ${change.what}`);
    }
    expect(missed).toEqual([]);
    triedInAll += tried;
  });

  test('is refused with one pid, inode or start time changed in any reading of the host', () => {
    const missed: string[] = [];
    const all = readingsOf(recordedFrom(committed).facts);
    const readings = all.length;
    const timesRead = (pid: number) => all.filter(({ processes }) => processes.some((each) => each.pid === pid)).length;
    for (let reading = 0; reading < readings; reading++) {
      const count = readingsOf(recordedFrom(committed).facts)[reading]?.processes.length ?? 0;
      for (let at = 0; at < count; at++) {
        for (const change of changesOfProcess) {
          const recorded = recordedFrom(committed);
          const process = readingsOf(recorded.facts)[reading]?.processes[at];
          // A child that was there for one reading only: its number inside is told nowhere else, and only the hash of the file holds it.
          if (process && change.name === 'nspid' && timesRead(process.pid) === 1 && process.nspid.at(-1) !== 1)
            continue;
          if (process) change(process);
          if (!refused(recorded)) missed.push(`reading ${reading}, process ${at}, ${change.name}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });
});

// Some scenes print no such value at all; most do.
test('many digits were changed, in all', () => {
  expect(triedInAll).toBeGreaterThan(100);
});

const changesOfProcess: ((process: HostFacts['processes'][number]) => void)[] = [
  function pid(process) {
    process.pid += 1;
  },
  function nspid(process) {
    process.nspid[process.nspid.length - 1] = (process.nspid.at(-1) ?? 0) + 1;
  },
  function inode(process) {
    process.ns.pid += 1;
  },
];

function readingsOf({ start, steps }: RecordedTake['facts']): HostFacts[] {
  return [start, ...steps.flatMap(({ before, after }) => [...(before ? [before] : []), after])];
}

/** Every recording that differs from this one in one character of one value that the facts hold too. */
function* changedOutputs(committed: Committed): Generator<{ recorded: RecordedTake; where: string; what: string }> {
  const original = recordedFrom(committed);
  const processes = readingsOf(original.facts).flatMap((facts) => facts.processes);
  const known = new Set([
    ...processes.flatMap(({ nspid, ns }) => [...nspid, ...Object.values(ns)].map(String)),
    ...readingsOf(original.facts).flatMap(({ containers }) => containers.map(({ id }) => id)),
    ...readingsOf(original.facts).flatMap(({ namespaces }) => namespaces.map(({ hostname }) => hostname ?? '')),
  ]);
  for (const [pane, { steps }] of Object.entries(original.panes)) {
    for (const [index, step] of steps.entries()) {
      for (const match of step.output.matchAll(/[0-9a-z]+/g)) {
        if (!known.has(match[0]) || !comparable(step.output, match.index)) continue;
        const at = match.index + match[0].length - 1;
        const recorded = recordedFrom(committed);
        const changed = recorded.panes[pane]?.steps[index];
        if (!changed) continue;
        changed.output = step.output.slice(0, at) + next(step.output[at] ?? '') + step.output.slice(at + 1);
        const where = `${committed.scene.id}/${committed.take}, step ${step.step}, pane ${pane}`;
        yield { recorded, where, what: `${match[0]} changed in ${JSON.stringify(lineAt(changed.output, at))}` };
      }
    }
  }
}

function next(letter: string): string {
  return letter === '9' ? '8' : letter === 'f' ? 'e' : String.fromCharCode(letter.charCodeAt(0) + 1);
}

function lineAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)).trim();
}

/** Small numbers stand in many columns; as a pid or a parent they come first in a row, or in an NSpid line. */
function comparable(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  // What a terminal is told and does not show: a login shell's context, OSC 3008, ends in a string terminator.
  const [told, over] = [text.lastIndexOf('\u001b]', at), text.lastIndexOf('\u0007', at)];
  if (told > over && text.indexOf('\u001b\\', told) > at) return false;
  // A size's unit begins with a number: 1K-blocks.
  if (/^\d+[A-Z]/.test(text.slice(at))) return false;
  // A count of packets comes first in its row as well.
  if (/^\d+ packets transmitted/.test(text.slice(at))) return false;
  // So does a load average, which changes between two readings.
  if (/^\d+\.\d\d /.test(text.slice(at))) return false;
  return !/^\d{1,2}\b/.test(text.slice(at)) || /^NSpid:[\s\d]*$|^\s*root\s+$|^\s*(\d+\s+)?$/.test(before);
}
