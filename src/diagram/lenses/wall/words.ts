import type { NsKind } from '../../../host/facts.ts';

// What stands in the drawing.

/** What a namespace of each type sets apart. namespaces(7), in a few words. */
export const setsApart: Record<NsKind, string> = {
  cgroup: 'the root of the cgroup tree',
  time: 'boot and monotonic clocks',
  user: 'user and group ids',
  ipc: 'System V IPC, message queues',
  uts: 'hostname and domain name',
  mnt: 'the mounted file systems',
  net: 'devices, addresses, ports',
  pid: 'process ids',
};
export const list = 'its namespaces';
export const hosts = 'the host’s';
export const onHost = 'on the host';
export const isRefused = (what: string): string => `${what}: refused`;

// What is said of the host, and of a room after its name.

export const namespaces = (listed: string[]): string => `Its namespaces: ${listed.join(', ')}.`;
export const numbers = (pid: number, inside: number): string =>
  inside === pid ? `PID ${pid}` : `PID ${pid}, ${inside} inside`;
export const isProcess = (numbers: string): string => `is ${numbers}, and `;
export const walled = (courses: string[]): string => `is walled by ${courses.join(', ')}.`;
export const stillToTell = 'is walled by courses that are still to be told.';
