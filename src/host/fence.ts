import { capabilityBits } from './capabilities.ts';
import type { Container, HostFacts, Mount } from './facts.ts';
import { firstProcess, namespaceOf } from './views.ts';

/**
 * The rails of the fence between a room and the slab, in the order in which the kernel comes to them: the filter before the call,
 * and of what is opened the list of devices and a read-only mount before AppArmor's hook. fs/namei.c, inode_permission; fs/open.c, do_dentry_open
 */
export const rails = ['seccomp', 'caps', 'devices', 'paths', 'apparmor'] as const;
export type Rail = (typeof rails)[number];

/** What stands between a container's first process and the kernel. */
export interface FenceView {
  /** One answer per capability that the kernel knows: whether the process has it. */
  effective: boolean[];
  mask: string;
  bounding: number;
  seccomp: number;
  noNewPrivs: boolean;
  /** AppArmor's profile without its mode; empty where there is none. */
  profile: string;
  /** Paths below /proc and /sys over which Docker mounted something empty. */
  masked: string[];
  /** Paths below /proc that can only be read, and /sys where that is so. */
  readOnly: string[];
  devices: Container['devices'];
}

/** The part of the diagram that a rail is. */
export function railPart(rail: Rail, container: string): string {
  return `fence:${rail}:${container}`;
}

/** The fence of a running container; undefined where nobody asked for it. */
export function fenceOf(container: Container, facts: HostFacts): FenceView | undefined {
  const fence = firstProcess(container, facts)?.fence;
  if (!fence || facts.lastCapability === undefined) return undefined;
  const known = facts.lastCapability + 1;
  const mounts = namespaceOf(container, 'mnt', facts)?.mounts ?? [];
  return {
    effective: capabilityBits(fence.effective, known),
    mask: fence.effective,
    bounding: capabilityBits(fence.bounding, known).filter(Boolean).length,
    seccomp: fence.seccomp,
    noNewPrivs: fence.noNewPrivs,
    profile: fence.label.replace(/ \(.*\)$/, ''),
    masked: mounts.filter(isMask).map(({ target }) => target),
    readOnly: mounts.filter(isReadOnly).map(({ target }) => target),
    devices: container.devices,
  };
}

/** How many paths below /proc and /sys are masked in a container. */
export function maskedIn(container: Container, facts: HostFacts): number {
  return (namespaceOf(container, 'mnt', facts)?.mounts ?? []).filter(isMask).length;
}

/** Whether a rail holds anything back. */
export function holds(rail: Rail, fence: FenceView): boolean {
  switch (rail) {
    case 'seccomp':
      return fence.seccomp > 0;
    case 'caps':
      return fence.effective.includes(false);
    case 'apparmor':
      return fence.profile !== '' && fence.profile !== 'unconfined';
    case 'paths':
      return fence.masked.length + fence.readOnly.length > 0;
    case 'devices':
      return fence.devices?.all !== true;
  }
}

/** How many capabilities a fence leaves. */
export function granted({ effective }: FenceView): number {
  return effective.filter(Boolean).length;
}

/** A directory is masked by an empty tmpfs, a file by /dev/null. runc, libcontainer/rootfs_linux.go */
function isMask({ target, type, root }: Mount): boolean {
  if (!/^\/(proc|sys)\//.test(target)) return false;
  return root === '/null' || (type === 'tmpfs' && root === '/');
}

function isReadOnly({ target, type, options }: Mount): boolean {
  const ro = options.split(',')[0] === 'ro';
  return ro && ((type === 'proc' && target.startsWith('/proc/')) || (type === 'sysfs' && target === '/sys'));
}
