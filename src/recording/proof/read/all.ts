import { otherReaders } from './docker.ts';
import { fenceReaders } from './fence.ts';
import { fileReaders } from './files.ts';
import { handedReaders } from './handed.ts';
import { keptReaders } from './kept.ts';
import { meterReaders } from './meters.ts';
import { neighbourReaders } from './neighbours.ts';
import { networkReaders } from './network.ts';
import { processReaders } from './processes.ts';
import type { Reader } from './reader.ts';

/** Whoever can read a line's output; the first that can does. */
export const readers: Reader[] = [
  ...[...handedReaders, ...keptReaders],
  ...[...processReaders, ...fenceReaders, ...meterReaders],
  ...[...neighbourReaders, ...networkReaders, ...fileReaders, ...otherReaders],
];

/** What a recording is compared with as a whole, besides its outputs. */
const wholes: Compared[] = [
  {
    kind: 'a command as it was typed',
    against: 'the script, letter by letter; keys are no closer to each other than the recorder presses them',
  },
  {
    kind: 'a prompt',
    against: 'the UTS namespace of its shell in the facts; its user and directory with every other prompt there',
  },
  { kind: 'an exit status', against: 'what that command can end with after what it printed' },
  {
    kind: 'marks between prompt, command and output',
    against: 'the order in which the recorded shell prints them; an output that holds one is refused',
  },
  {
    kind: 'times',
    against:
      'the header, the other panes, the host’s clock, the keys that were pressed, and how long a command can take',
  },
  {
    kind: 'readings of the host',
    against: 'their own sums and limits, the reading before, and what was typed: limits, names, images, capabilities',
  },
  {
    kind: 'samples',
    against: 'the readings before and after, limits and peaks, the samples beside them, and the CPUs there are',
  },
  { kind: 'versions in the headers', against: 'the other panes, the facts, and every other recording' },
];

interface Compared {
  kind: string;
  against: string;
}

/** Every kind of output and what it is compared with, for the page that lists them. */
export const compared: Compared[] = [...wholes, ...readers.map(({ kind, against }) => ({ kind, against }))];
