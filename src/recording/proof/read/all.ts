import { otherReaders } from './docker.ts';
import { fenceReaders } from './fence.ts';
import { fileReaders } from './files.ts';
import { meterReaders } from './meters.ts';
import { networkReaders } from './network.ts';
import { processReaders } from './processes.ts';
import type { Reader } from './reader.ts';

/** Whoever can read a line's output; the first that can does. */
export const readers: Reader[] = [
  ...[...processReaders, ...fenceReaders, ...meterReaders],
  ...[...networkReaders, ...fileReaders, ...otherReaders],
];
