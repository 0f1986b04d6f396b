import { type HostFacts, type NsKind, nsKinds } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { numbersSeen, standsBeside, type View } from './view.ts';

const token = new RegExp(`\\b(${nsKinds.join('|')}):\\[(\\d+)\\]`, 'g');

/** Compares every `pid:[4026531836]` that was printed: by readlink, `ls -l /proc/PID/ns`, or anything else. */
export function proveNsLinks(claim: Claim, verdict: Verdict): void {
  const asked = askedLinks(claim);
  const told = claim.output.flatMap((line) =>
    [...line.matchAll(token)].map(([, kind, inode]) => [kind, inode] as const),
  );
  for (const [index, [kind, inode]] of told.entries()) {
    const path = asked.length === told.length ? asked[index] : undefined;
    const inodes = [...new Set(claim.moments.flatMap((facts) => inodesFor(kind as NsKind, path, claim.view, facts)))];
    const what = `the ${kind} namespace${path ? ` of ${path}` : ''}`;
    if (unshared(claim).includes(kind as NsKind)) {
      const known = claim.moments.flatMap((facts) => facts.processes.map((process) => process.ns[kind as NsKind]));
      const others = `another than ${[...new Set(known)].join(', ')}`;
      compare(verdict, !known.includes(Number(inode)), `the new ${kind} namespace`, others, String(inode));
      continue;
    }
    compare(verdict, inodes.includes(Number(inode)), what, inodes.join(' or '), String(inode));
  }
}

const unshareFlags: Record<string, NsKind> = {
  ...{ '-T': 'time', '--time': 'time', '-u': 'uts', '--uts': 'uts', '-i': 'ipc', '--ipc': 'ipc', '-n': 'net' },
  ...{ '--net': 'net', '-p': 'pid', '--pid': 'pid', '-m': 'mnt', '--mount': 'mnt', '-C': 'cgroup' },
  ...{ '--cgroup': 'cgroup', '-U': 'user', '--user': 'user' },
};

/** The types of which `unshare` makes new ones for what it runs: those end with it, before the host is asked. */
function unshared({ commands }: Claim): NsKind[] {
  return commands
    .filter(({ words }) => words[0] === 'unshare')
    .flatMap(({ words }) => words.flatMap((word) => unshareFlags[word] ?? []));
}

/** The links that the line names, in order: whose and, as far as it is said, which. */
function askedLinks({ commands }: Claim): string[] {
  return commands
    .flatMap(({ words }) => words)
    .map((word) => /^\/proc\/(\S+|\$\(.*\))\/ns\/\w+$/.exec(word)?.[1])
    .filter((whose) => whose !== undefined);
}

function inodesFor(kind: NsKind, whose: string | undefined, view: View, facts: HostFacts): number[] {
  if (whose === 'self' || whose === '$$') {
    const beside = standsBeside(view, facts);
    return beside ? [beside.ns[kind]] : [];
  }
  const name = /^\$\(pgrep -\w*x\w* (\S+)\)$/.exec(whose ?? '')?.[1];
  return facts.processes
    .filter((process) => (name === undefined ? true : process.comm === name))
    .filter((process) => !/^\d+$/.test(whose ?? '') || numbersSeen(process, view, facts)[0] === Number(whose))
    .map((process) => process.ns[kind]);
}

/** Compares the rows of `lsns`: NS TYPE NPROCS PID USER COMMAND. */
export function proveLsns(claim: Claim, verdict: Verdict): void {
  if (!claim.commands.some(({ words }) => words[0] === 'lsns')) return;
  for (const line of claim.output) {
    const [, inode, type, , pid] = /^\s*(\d{6,})\s+(\w+)\s+(\d+)\s+(\d+)\s/.exec(line) ?? [];
    const kind = nsKinds.find((each) => each === type);
    if (!kind || pid === undefined) continue;
    const members = claim.moments.flatMap((facts) =>
      facts.processes.map((process) => [numbersSeen(process, claim.view, facts)[0], process.ns[kind]] as const),
    );
    const ofPid = [...new Set(members.filter(([number]) => number === Number(pid)).map(([, own]) => own))];
    const ofInode = [...new Set(members.filter(([, own]) => own === Number(inode)).map(([number]) => number))];
    // The host's own services may have namespaces that no listed process is in.
    if (ofPid.length === 0 && ofInode.length === 0 && 'host' in claim.view) continue;
    const expected =
      ofPid.length > 0 ? `${ofPid.join(' or ')}, in which process ${pid} is` : `a row for ${ofInode.join(' or ')}`;
    compare(verdict, ofPid.includes(Number(inode)), `the ${kind} namespace`, expected, `${inode} with process ${pid}`);
  }
}

/** Compares `0::/path` lines of /proc/PID/cgroup, one for each file that the line names. */
export function proveCgroupPaths(claim: Claim, verdict: Verdict): void {
  const asked = [...claim.line.matchAll(/\/proc\/([^/\s]+|\$\(.*?\))\/cgroup/g)].flatMap(([, whose]) => whose ?? []);
  const told = claim.output.flatMap((line) => /^0::(\/.*)$/.exec(line.trim())?.[1] ?? []);
  for (const [index, found] of told.entries()) {
    const whose = asked.length === told.length ? asked[index] : asked[0];
    const paths = claim.moments.flatMap((facts) => cgroupPaths(whose, claim.view, facts));
    if (paths.length === 0) continue;
    compare(verdict, paths.includes(found), 'the cgroup', [...new Set(paths)].join(' or '), found);
  }
}

function cgroupPaths(whose: string | undefined, view: View, facts: HostFacts): string[] {
  const beside = standsBeside(view, facts);
  const host = facts.processes.find(({ pid }) => pid === 1);
  if (whose === undefined || !beside || !host) return [];
  const own = beside.ns.cgroup !== host.ns.cgroup;
  // The host's shell is in a session of systemd's, which the facts do not list.
  if (whose === 'self' || whose === '$$') {
    if ('stranger' in view) return [beside.cgroupSeen ?? beside.cgroup];
    return 'host' in view ? [] : [own ? '/' : beside.cgroup];
  }
  const name = /^\$\(pgrep -\w*x\w* (\S+)\)$/.exec(whose)?.[1];
  return facts.processes
    .filter((process) => (name ? process.comm === name : numbersSeen(process, view, facts)[0] === Number(whose)))
    .map(({ cgroup, cgroupSeen, ns }) => {
      if (cgroupSeen !== undefined && ns.cgroup === beside.ns.cgroup) return cgroupSeen;
      return own && cgroup === beside.cgroup ? '/' : cgroup;
    });
}
