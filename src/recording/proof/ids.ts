import type { HostFacts } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { standsBeside } from './view.ts';

const row = /^\s*(\d+)\s+(\d+)\s+(\d+)$/;

/** Compares the rows of /proc/PID/uid_map with the map of the user namespace that was asked about. */
export function proveUidMap(claim: Claim, verdict: Verdict): void {
  if (!claim.line.includes('/uid_map')) return;
  const found = claim.output.flatMap((line) => row.exec(line)?.slice(1).join(' ') ?? []).join('; ');
  const maps = [...new Set(claim.moments.flatMap((facts) => mapsFor(claim, facts)))];
  if (found !== '' && maps.length > 0) compare(verdict, maps.includes(found), 'the uid map', maps.join(' or '), found);
}

function mapsFor({ line, view }: Claim, facts: HostFacts): string[] {
  const name = /\/proc\/\$\(pgrep -x (\S+)\)\/uid_map/.exec(line)?.[1];
  const beside = standsBeside(view, facts);
  const asked = name ? facts.processes.filter(({ comm }) => comm === name) : beside ? [beside] : [];
  // A container that has ended since had one of the maps that are still there.
  const ended = /\bdocker run\b/.test(line);
  return facts.namespaces
    .filter(({ kind, inode }) => kind === 'user' && (ended || asked.some(({ ns }) => ns.user === inode)))
    .flatMap(({ uidMap }) => uidMap?.map((each) => each.join(' ')).join('; ') ?? []);
}
