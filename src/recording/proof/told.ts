import type { HostFacts } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { sampleProvenance } from '../sample-recording.ts';
import type { SceneScript } from '../script.ts';
import { type Claim, commandsOf, type Verdict } from './claim.ts';
import type { View } from './view.ts';

/** A host with one container, for the tests of provers. */
export const facts = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const web = facts.containers[0];
export const id = web?.id ?? '';
export const host: View = { host: true };
export const inside: View = { container: 'web' };

const script: SceneScript = {
  ...{ id: 'sample', title: 'A sample', lens: 'pid', panes: { host: { title: 'host', rows: 5 } } },
  ...{ takes: { default: { label: 'as it is' } }, entities: {}, steps: [] },
};

/** A line and what it printed, as a claim of a take that began at 12:00:00 UTC. */
export function claimOf(line: string, output: string, view: View = host, moments: HostFacts[] = [facts]): Claim {
  const began = Date.parse('2026-01-01T12:00:00Z') / 1000;
  const take = {
    provenance: sampleProvenance,
    began,
    scene: script,
    take: 'default',
    prepared: [],
    samples: {},
    claims: [],
  };
  const lines = output === '' ? [] : output.split('\n');
  return {
    ...{ commands: commandsOf(line), line, output: lines, view, moments },
    ...{ step: 'ask', pane: 'host', status: 0, from: 10, to: 11, told: take },
    firstHostnames: new Map([[id, id.slice(0, 12)]]),
  };
}

/** What a prover says of a line and its output: how much it compared, and what it found wrong. */
export function told(
  prover: (claim: Claim, verdict: Verdict) => void,
  line: string,
  output: string,
  view = host,
  moments: HostFacts[] = [facts],
  more: Partial<Claim> = {},
) {
  const verdict: Verdict = { compared: 0, failures: [] };
  prover({ ...claimOf(line, output, view, moments), ...more }, verdict);
  return { compared: verdict.compared, wrong: verdict.failures.map(({ expected, found }) => `${expected} / ${found}`) };
}
