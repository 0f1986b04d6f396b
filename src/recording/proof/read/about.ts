import type { Container, Fence, HostFacts, Mount, Process } from '../../../host/facts.ts';
import { containerNamed, firstProcess } from '../../../host/views.ts';
import type { Claim } from '../claim.ts';
import { standsBeside, type View } from '../view.ts';

/** The facts when the step was over. */
export function after({ moments }: Claim): HostFacts | undefined {
  return moments.at(-1);
}

/** The container of that name, as it was then, or was before. */
export function container({ moments }: Claim, name: string): Container | undefined {
  return moments.toReversed().flatMap((facts) => containerNamed(name, facts) ?? [])[0];
}

/** The first process of that container, in each of the moments in which it has one. */
export function firstOf({ moments }: Claim, name: string): Process[] {
  return moments.flatMap((facts) => {
    const found = containerNamed(name, facts);
    return (found && firstProcess(found, facts)) ?? [];
  });
}

/** What is mounted where the view looks, before and after; empty where no reading has it. */
export function mountsSeen(view: View, { moments }: Claim): Mount[][] {
  return moments.flatMap((facts) => {
    const inode = standsBeside(view, facts)?.ns.mnt;
    const mounts = facts.namespaces.find((each) => each.kind === 'mnt' && each.inode === inode)?.mounts;
    return mounts ? [mounts] : [];
  });
}

/** The mount that a path is on: of the longest target that it begins with, the last. */
export function mountOf(path: string, mounts: Mount[]): Mount | undefined {
  const over = mounts.filter(({ target }) => target === '/' || path === target || path.startsWith(`${target}/`));
  const longest = Math.max(...over.map(({ target }) => target.length));
  return over.filter(({ target }) => target.length === longest).at(-1);
}

/** The rows [first inside, first outside, length] of the user namespace in which a process is. */
export function uidMapOf(process: Process, facts: HostFacts): [number, number, number][] {
  return facts.namespaces.find(({ kind, inode }) => kind === 'user' && inode === process.ns.user)?.uidMap ?? [];
}

/** The user id that a shell in this view has, as its own namespace counts; undefined on the host, where the pane's opening tells. */
export function uidInside(view: View, facts: HostFacts): number | undefined {
  const beside = standsBeside(view, facts);
  if (!beside || 'host' in view) return undefined;
  const row = uidMapOf(beside, facts).find(
    ([, outside, length]) => beside.uid >= outside && beside.uid < outside + length,
  );
  return row && beside.uid - row[1] + row[0];
}

/** The fence of a shell in this view, or of a named container's first process; the last reading that has one. */
export function fenceOf(claim: Claim, name?: string): Fence | undefined {
  const { view, moments } = claim;
  const beside = name === undefined ? moments.map((facts) => standsBeside(view, facts)) : firstOf(claim, name);
  return beside.toReversed().flatMap((process) => process?.fence ?? [])[0];
}

/** Whether a mask holds a capability, by its number. capability.h */
export function holds(mask: string, capability: number): boolean {
  return ((BigInt(`0x${mask}`) >> BigInt(capability)) & 1n) === 1n;
}

/** What was asked before this in the same take. */
export function earlier(claim: Claim): Claim[] {
  const { claims } = claim.told;
  const at = claims.findIndex(({ step, pane }) => step === claim.step && pane === claim.pane);
  return claims.slice(0, Math.max(0, at));
}

/** The lines that were typed up to this one, this one too. */
export function typedUntil(claim: Claim): string[] {
  return [...earlier(claim), claim].map(({ line }) => line);
}

/** Seconds since 1970 as the recorder counts, when the line was handed over and when it had ended. */
export function clockAround({ told, from, to }: Claim): [from: number, to: number] {
  return [told.began + from, told.began + to];
}
