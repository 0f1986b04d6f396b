import type { Machine } from '../../../host/facts.ts';

// What stands in the drawing.

export const machine = 'virtual machine';
export const call = 'system call';
/** What stands between a kernel and the host, the longer words first. */
export const gate = (kind: Machine['kind']): readonly string[] =>
  kind === 'vm' ? ['virtual devices', 'devices'] : ['filtered calls', 'filter'];
export const bootId = (beginning: string): string => `boot id ${beginning}`;
export const sentry = 'the Sentry';
export const both = (one: string, other: string): string => `${one} and ${other}:`;

// What is said of the host.

export const answered = (by: string, text: string): string => `In this step ${by} was answered: ${text}.`;
export const runsMachine = (pid: number | undefined, processes: number | undefined): string =>
  `On it runs a virtual machine, which is process ${pid} of the host and has ${processes} processes on a kernel of its own.`;

// What is said of a room, after its name.

export const itWasAnswered = (text: string): string => `In this step it was answered: ${text}.`;
export const onHosts = 'stands on the host’s kernel, which answers its system calls.';
export const onSentry = (kernel: string | undefined, pid: number | undefined): string =>
  `stands on a kernel of its own, gVisor’s Sentry${kernel === undefined ? '' : `, Linux ${kernel}`}, which is process ${pid} of the host.`;
