import { describe, expect, test } from 'vitest';
import type { HostFacts, Process } from '../../host/facts.ts';
import type { Verdict } from './claim.ts';
import { proveCoherence } from './coherence.ts';
import { facts } from './told.ts';

const [sleep] = facts.processes.filter(({ nspid }) => nspid.length > 1);

/** The moment with further processes that began with the container's, in the same tick of the clock. */
function withTwins(...pids: number[]): HostFacts {
  if (!sleep) throw new Error('The sample has no process in a container.');
  const twins = pids.map((pid): Process => ({ ...sleep, pid, nspid: [pid, pid - 900] }));
  return { ...facts, processes: [...facts.processes, ...twins] };
}

function failuresOf(...moments: HostFacts[]): string[] {
  const verdict: Verdict = { compared: 0, failures: [] };
  proveCoherence(moments, verdict);
  return verdict.failures
    .filter(({ what }) => what.startsWith('the pid of'))
    .map(({ expected, found }) => `${expected} / ${found}`);
}

describe('processes that began in one tick', () => {
  test('keep their numbers, and some may end', () => {
    expect(failuresOf(withTwins(950, 951), withTwins(951, 950))).toEqual([]);
    expect(failuresOf(withTwins(950, 951), withTwins(951))).toEqual([]);
  });

  test('are refused when one of them has become another', () => {
    expect(failuresOf(withTwins(950, 951), withTwins(950, 952)).join()).toMatch(/951 \/ .*952/);
    expect(failuresOf(withTwins(950), withTwins(951))).not.toEqual([]);
  });
});
