import type { Machine } from './facts.ts';

const kinds = ['host', 'vm', 'sandbox'] as const;

/**
 * Lines of kind, name, pid, hostname, kernel, boot id, KiB of memory and number of processes, as lab/collect.sh prints them.
 * Throws an Error of one sentence for a line that says less: a machine that did not answer may not pass for one that is not there.
 */
export function parseMachines(text: string): Machine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word, name = '', pid, hostname = '', kernel = '', bootId, memory, processes, ...more] = line.split(' ');
      const kind = kinds.find((each) => each === word);
      const numbers = [pid, memory, processes].map(Number);
      if (!kind || kernel === '' || more.length > 0 || numbers.some((value) => !(value > 0)))
        throw new Error(`The collected text has no whole machine in "${line}".`);
      const [at = 0, kib = 0, count = 0] = numbers;
      const boot = bootId === undefined || bootId === '-' ? {} : { bootId };
      return { kind, name, pid: at, hostname, kernel, ...boot, memory: kib, processes: count };
    });
}
