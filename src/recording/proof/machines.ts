import type { Machine } from '../../host/facts.ts';
import { type Claim, compare, type Verdict } from './claim.ts';
import { machineSeen } from './view.ts';

/** Compares what a place says of its kernel with what that kernel told the collector: boot id, memory, the log's first line. */
export function proveMachines({ commands, output, view, moments }: Claim, verdict: Verdict): void {
  const machines = moments.flatMap((facts) => machineSeen(view, facts) ?? []);
  if (machines.length === 0) return;
  const told = (value: (machine: Machine) => string | undefined) => [
    ...new Set(machines.flatMap((machine) => value(machine) ?? [])),
  ];
  const among = (what: string, expected: string[], found: string) => {
    if (expected.length > 0) compare(verdict, expected.includes(found), what, expected.join(' or '), found);
  };
  for (const { words } of commands) {
    if (words[0] === 'cat' && words[1] === '/proc/sys/kernel/random/boot_id' && words.length === 2)
      among(
        'the boot id',
        told(({ bootId }) => bootId),
        output[0] ?? '',
      );
    if (words[0] === 'free' && words[1] === '-m')
      among(
        'the total of memory',
        // free(1) divides KiB and leaves the rest out.
        told(({ memory }) => String(Math.floor(memory / 1024))),
        /^Mem:\s+(\d+)/m.exec(output.join('\n'))?.[1] ?? '',
      );
    const version = words[0] === 'dmesg' && /\] Linux version (\S+)/.exec(output[0] ?? '')?.[1];
    if (version)
      among(
        'the kernel in its log',
        told(({ kernel }) => kernel),
        version,
      );
  }
}
