import { capabilityNames } from '../../host/capabilities.ts';
import { timeOf } from '../../host/doors.ts';
import type { HostFacts, Slab } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { standsBeside } from './view.ts';

/** Compares what was read of things that no namespace wraps: the same answers are right inside and outside. */
export function proveSlab(claim: Claim, verdict: Verdict): void {
  const slabs = claim.moments.flatMap(({ slab }) => slab ?? []);
  if (slabs.length === 0) return;
  const asked = new Set(claim.commands.flatMap(({ words }) => words));
  const one = (what: string, values: string[], found: string | undefined) =>
    compare(verdict, found !== undefined && values.includes(found), what, values.join(' or '), found ?? 'nothing');
  const [first] = claim.output;
  if (asked.has('/proc/sys/kernel/random/boot_id'))
    one(
      'the boot id',
      distinct(slabs, ({ bootId }) => bootId),
      first,
    );
  if (asked.has('MemTotal'))
    one(
      'MemTotal',
      distinct(slabs, ({ memory }) => String(memory)),
      first?.match(/\d+/)?.[0],
    );
  if (claim.line === 'sysctl vm.swappiness') {
    const values = distinct(slabs, ({ sysctls }) => `vm.swappiness = ${sysctls['vm.swappiness']}`);
    one('vm.swappiness', values, first);
  }
  if (claim.line === 'df --output=source,size,itotal /') {
    const values = distinct(slabs, ({ disk }) => `${disk.size} ${disk.inodes}`);
    one('the size of the disk', values, claim.output[1]?.trim().split(/\s+/).slice(1).join(' '));
  }
  if (asked.has('/proc/key-users')) proveKeyUsers(slabs, claim, verdict);
  if (claim.line.startsWith('date +%T')) proveTime(slabs, claim, verdict);
}

function distinct(slabs: Slab[], value: (slab: Slab) => string): string[] {
  return [...new Set(slabs.map(value))];
}

function proveKeyUsers(slabs: Slab[], { output }: Claim, verdict: Verdict): void {
  const found = output.flatMap((line) => /^\s*(\d+):/.exec(line)?.[1] ?? []).join(' ');
  const values = distinct(slabs, ({ keyUsers }) => keyUsers.map(({ uid }) => uid).join(' '));
  compare(verdict, values.includes(found), 'the users that have keys', values.join(' or '), found);
}

/** A time lies between the readings before and after; one that was asked for an hour ahead or back is that far from them. */
function proveTime(slabs: Slab[], { output, line }: Claim, verdict: Verdict): void {
  const found = output.map((each) => /\d\d:\d\d:\d\d/.exec(each)?.[0]).find((each) => each !== undefined);
  const moved = Number(/-s '(-?\d+) hour'/.exec(line)?.[1] ?? 0) * 3600;
  const clocks = slabs.map(({ clock }) => clock);
  const start = (clocks[0] ?? 0) + moved;
  // The reading after it comes later, and in a set clock's own time.
  const end = Math.max(start, ...clocks.slice(1), ...clocks.slice(1).map((clock) => clock + moved));
  const seconds = secondsOf(found ?? '');
  const since = seconds - secondsOf(timeOf(start));
  const right = found !== undefined && (since + 86_400) % 86_400 <= end - start;
  compare(verdict, right, 'the time', `${timeOf(start)} to ${timeOf(end)}`, found ?? 'nothing');
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Compares capability masks, seccomp's mode, no-new-privs and AppArmor's label of the shell's neighbours in a container. */
export function proveFence(claim: Claim, verdict: Verdict): void {
  // The host's shell is no listed process.
  if ('host' in claim.view) return;
  const fences = claim.moments.flatMap((facts: HostFacts) => standsBeside(claim.view, facts)?.fence ?? []);
  if (fences.length === 0) return;
  const values = (of: (fence: (typeof fences)[number]) => string) => [...new Set(fences.map(of))];
  const fields: Record<string, string[]> = {
    CapPrm: values(({ permitted }) => permitted),
    CapEff: values(({ effective }) => effective),
    CapBnd: values(({ bounding }) => bounding),
    NoNewPrivs: values(({ noNewPrivs }) => (noNewPrivs ? '1' : '0')),
    Seccomp: values(({ seccomp }) => String(seccomp)),
  };
  const one = (what: string, expected: string[], found: string) =>
    compare(verdict, expected.includes(found), what, expected.join(' or '), found);
  for (const line of claim.output) {
    const [, name = '', found = ''] = /^(\w+):\s+(\S+)$/.exec(line) ?? [];
    const expected = fields[name];
    if (expected && claim.line.includes('/proc/self/status')) one(name, expected, found);
  }
  const words = claim.commands.flatMap((command) => command.words);
  if (words.includes('/proc/self/attr/current'))
    one(
      'AppArmor’s label',
      values(({ label }) => label),
      claim.output[0] ?? '',
    );
  if (words[0] === 'capsh') {
    // The terminal breaks the line where its width ends.
    const found = claim.output.join('').split('=')[1] ?? '';
    one(
      'the capabilities',
      values(({ effective }) => capabilityNames(effective).join(',')),
      found,
    );
  }
}

/** Compares the inode and the size of the file by which containers of one image are told to share it. */
export function proveFile(claim: Claim, verdict: Verdict): void {
  const { view } = claim;
  if (!('container' in view) || claim.line !== 'stat -L -c %i /usr/bin/python3') return;
  const named = claim.moments.flatMap(({ containers }) => containers.filter(({ name }) => name === view.container));
  const inodes = [...new Set(named.flatMap(({ python }) => (python ? [String(python.inode)] : [])))];
  if (inodes.length === 0) return;
  const found = claim.output[0] ?? '';
  compare(verdict, inodes.includes(found), 'the inode of /usr/bin/python3', inodes.join(' or '), found);
}
