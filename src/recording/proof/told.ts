import type { HostFacts } from '../../host/facts.ts';
import { sampleHost } from '../../host/sample.ts';
import { type Claim, commandsOf, type Verdict } from './claim.ts';
import type { View } from './view.ts';

/** A host with one container, for the tests of provers. */
export const facts = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const web = facts.containers[0];
export const id = web?.id ?? '';
export const host: View = { host: true };
export const inside: View = { container: 'web' };

/** What a prover says of a line and its output: how much it compared, and what it found wrong. */
export function told(
  prover: (claim: Claim, verdict: Verdict) => void,
  line: string,
  output: string,
  view = host,
  moments: HostFacts[] = [facts],
) {
  const verdict: Verdict = { compared: 0, failures: [] };
  const firstHostnames = new Map([[id, id.slice(0, 12)]]);
  prover({ commands: commandsOf(line), line, output: output.split('\n'), view, moments, firstHostnames }, verdict);
  return { compared: verdict.compared, wrong: verdict.failures.map(({ expected, found }) => `${expected} / ${found}`) };
}
