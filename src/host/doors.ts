import { hasCapability } from './capabilities.ts';
import type { Container, HostFacts } from './facts.ts';
import { fenceOf } from './fence.ts';
import { firstProcess } from './views.ts';

/** What no namespace wraps. */
export const doors = [
  ...(['kernel', 'boot', 'clock', 'memory', 'load', 'keys', 'root', 'sysctl', 'log', 'disk', 'file'] as const),
];
export type Door = (typeof doors)[number];

/** A door as a container finds it. */
export interface DoorView {
  label: string;
  /** What is behind it; undefined where the facts do not hold it. */
  value: string | undefined;
  /** What the fence leaves of it, where that can differ. */
  use?: 'read only' | 'read and set' | 'refused' | 'read';
}

/** The part of the diagram that a door is, in whichever room. */
export function doorPart(door: Door): string {
  return `door:${door}`;
}

/** What a door leads to, and how far the fence lets a container use it. */
export function doorOf(door: Door, container: Container, facts: HostFacts): DoorView {
  const { slab } = facts;
  const fence = fenceOf(container, facts);
  const has = (name: 'sys_time' | 'syslog') => fence && hasCapability(fence.mask, name);
  switch (door) {
    case 'kernel':
      return { label: 'kernel', value: facts.kernel };
    case 'boot':
      return { label: 'boot id', value: slab?.bootId.slice(0, 8) };
    case 'clock':
      return { label: 'clock', value: slab && timeOf(slab.clock), use: has('sys_time') ? 'read and set' : 'read only' };
    case 'memory':
      return { label: 'memory', value: slab && `${slab.memory} kB` };
    case 'load':
      return { label: 'load', value: slab?.load[0] };
    case 'keys':
      return { label: 'key users', value: slab && String(slab.keyUsers.length) };
    case 'root': {
      const first = firstProcess(container, facts);
      return { label: 'user id', value: first && `${first.uid} ${first.user}` };
    }
    case 'sysctl': {
      const shut = fence?.readOnly.includes('/proc/sys') ?? true;
      const value = slab?.sysctls['vm.swappiness'];
      return { label: 'swappiness', value, use: shut ? 'read only' : 'read and set' };
    }
    case 'log':
      return { label: 'kernel log', value: 'dmesg', use: has('syslog') ? 'read' : 'refused' };
    case 'disk':
      return { label: 'disk', value: slab && `${slab.disk.inodes} inodes` };
    case 'file':
      return { label: 'python3', value: container.python && `inode ${container.python.inode}` };
  }
}

/** The time of day in UTC, which is the lab's time zone. */
export function timeOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
