import type { HostFacts, Link } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { standsBeside, type View } from './view.ts';

/** Compares what `ip addr` and `ip link` printed, also with -br and -o, with the links of the view's network namespace. */
export function proveIp(claim: Claim, verdict: Verdict): void {
  const ip = claim.commands.find(({ words }) => words[0] === 'ip');
  if (!ip?.words.some((word) => /^(a|addr|address|l|link)$/.test(word))) return;
  const moments = claim.moments.map((facts) => linksSeen(claim.view, facts));
  const brief = ip.words.some((word) => /^-br(ief)?$/.test(word));
  let now: Link[] = [];
  for (const line of claim.output) {
    const start = brief ? /^([^\s@]+)(?:@(\S+))?\s+(UP|DOWN|UNKNOWN)\b(.*)$/.exec(line) : null;
    const whole = brief ? null : /^(\d+): ([^\s:@]+)(?:@([^\s:]+))?:?\s+(?:<([^>]*)>)?(.*)$/.exec(line);
    const name = start?.[1] ?? whole?.[2];
    if (name !== undefined) {
      now = moments.flatMap((links) => links.filter((link) => link.name === name));
      compare(verdict, now.length > 0, 'a link', 'one that the facts list', name);
      const other = start?.[2] ?? whole?.[3];
      if (other?.startsWith('if')) one(verdict, now, `the peer of ${name}`, ({ peerIndex }) => `if${peerIndex}`, other);
    }
    if (whole) one(verdict, now, `the index of ${name}`, ({ index }) => String(index), whole[1] ?? '');
    if (whole?.[4])
      one(verdict, now, `whether ${name} is up`, ({ up }) => String(up), String(whole[4].split(',').includes('UP')));
    const text = start?.[4] ?? whole?.[5] ?? line;
    const called = now[0]?.name ?? '?';
    for (const [, mac = ''] of text.matchAll(/(?:link\/\w+ |^\s*)((?:[0-9a-f]{2}:){5}[0-9a-f]{2})/g))
      one(verdict, now, `the MAC address of ${called}`, (link) => link.mac, mac);
    for (const [, master = ''] of text.matchAll(/\bmaster (\S+)/g))
      one(verdict, now, `the bridge of ${called}`, (link) => link.master ?? 'none', master);
    for (const [, address = ''] of text.matchAll(brief ? /\s([0-9a-f:.]+\/\d+)/g : /inet6? (\S+\/\d+)/g))
      compare(
        verdict,
        now.some(({ addresses }) => addresses.includes(address)),
        `an address of ${called}`,
        [...new Set(now.flatMap(({ addresses }) => addresses))].join(' or ') || 'none',
        address,
      );
  }
}

/** Compares the addresses that Docker's rules send packets on to (iptables, `--to-destination`) with those that containers have. */
export function proveForwards(claim: Claim, verdict: Verdict): void {
  if (!claim.commands.some(({ words }) => words[0] === 'iptables')) return;
  const theirs = claim.moments.flatMap((facts) =>
    facts.containers.flatMap(({ name }) => linksSeen({ container: name }, facts).flatMap(({ addresses }) => addresses)),
  );
  const known = [...new Set(theirs.map((address) => address.split('/')[0] ?? ''))];
  for (const line of claim.output)
    for (const [, found = ''] of line.matchAll(/--to-destination ([\d.]+)/g))
      compare(verdict, known.includes(found), 'where a packet is sent on to', known.join(' or ') || 'nowhere', found);
}

function one(verdict: Verdict, links: Link[], what: string, value: (link: Link) => string, found: string): void {
  const values = [...new Set(links.map(value))];
  compare(verdict, values.includes(found), what, values.join(' or '), found);
}

function linksSeen(view: View, facts: HostFacts): Link[] {
  const inode = standsBeside(view, facts)?.ns.net;
  return facts.namespaces.find((namespace) => namespace.kind === 'net' && namespace.inode === inode)?.links ?? [];
}
