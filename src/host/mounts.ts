import type { Container, HostFacts, Mount } from './facts.ts';
import { firstProcess, hostNamespace, namespaceOf } from './views.ts';

/** A mount of a container that a reader can follow: its root, what the kernel makes up, and what is the host's. */
export interface SeenMount {
  target: string;
  /** `kernel`: made up by the kernel; `fresh`: an empty file system for this container; `injected`: a file that Docker wrote on the host; `bind`: a directory or file of the host. */
  kind: 'kernel' | 'fresh' | 'injected' | 'bind';
  type: string;
  /** injected and bind: its path on the host. */
  from?: string;
}

/** A container's root file system: an image's layers, and one above them for writes. */
export interface Overlay {
  /** How many directories the image's layers are. */
  lower: number;
  /** The directory on the host in which writes end. */
  upper: string;
}

const kernelTypes = new Set(['proc', 'sysfs']);
// What runc mounts in every container besides, and what masks parts of /proc and /sys: too much to follow at once.
const below = /^\/(proc|sys|dev)\//;
const written = /\/containers\/[0-9a-f]{64}\/(resolv\.conf|hostname|hosts)$/;

/** The mounts of a mount namespace that a diagram shows, without its root. */
export function seenMounts(container: Container, facts: HostFacts): SeenMount[] {
  const host = hostNamespaceMounts(facts);
  const seen = (namespaceOf(container, 'mnt', facts)?.mounts ?? []).flatMap((mount): SeenMount[] => {
    if (!isFollowed(mount)) return [];
    const { target, type } = mount;
    if (kernelTypes.has(type)) return [{ target, kind: 'kernel', type }];
    if (type === 'tmpfs' && mount.root === '/') return [{ target, kind: 'fresh', type }];
    return [{ target, type, kind: written.test(mount.root) ? 'injected' : 'bind', from: hostPathOf(mount, host) }];
  });
  // What the host has mounted below a directory comes through the same hole.
  const holes = seen.filter(({ kind }) => kind === 'bind').map(({ target }) => `${target}/`);
  return seen.filter(({ target }) => !holes.some((hole) => target.startsWith(hole)));
}

/** Whether a mount is one that a diagram shows; the root is asked for apart. */
function isFollowed({ target }: Mount): boolean {
  return target !== '/' && !below.test(target);
}

/** A mount's root as a path on the host: where the host has mounted the file system that it is a part of. */
export function hostPathOf(mount: Mount, host: Mount[]): string {
  const alike = host.filter(({ type, source }) => type === mount.type && source === mount.source);
  // Every file system in memory calls itself alike: there, its own settings tell which one it is, if no other has the same.
  const own = alike.filter(({ options }) => settingsOf(options) === settingsOf(mount.options));
  const parts = (mount.source.startsWith('/') ? alike : own.length === 1 ? own : [])
    .filter(({ root }) => isBelow(mount.root, root))
    .sort((a, b) => b.root.length - a.root.length || a.target.length - b.target.length);
  const [at] = parts;
  if (!at) return mount.root;
  const rest = mount.root === at.root ? '' : mount.root.slice(at.root === '/' ? 0 : at.root.length);
  return `${at.target === '/' ? '' : at.target}${rest}` || '/';
}

/** The file system's own options, which it has wherever it is mounted: those from the second `rw` or `ro` on. */
function settingsOf(options: string): string {
  return /,((?:rw|ro)(?:,.*)?)$/.exec(options)?.[1] ?? options;
}

function isBelow(path: string, root: string): boolean {
  return root === '/' || path === root || path.startsWith(`${root}/`);
}

/** How a container's root is put together; undefined when it is no overlay or the container does not run. */
export function overlayOf(container: Container, facts: HostFacts): Overlay | undefined {
  if (!firstProcess(container, facts)) return undefined;
  const root = namespaceOf(container, 'mnt', facts)?.mounts?.find(({ target }) => target === '/');
  if (root?.type !== 'overlay') return undefined;
  const option = (name: string) =>
    root.options
      .split(',')
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  return { lower: option('lowerdir')?.split(':').length ?? 0, upper: option('upperdir') ?? '' };
}

/** The mounts of the host's own mount namespace. */
export function hostNamespaceMounts(facts: HostFacts): Mount[] {
  return hostNamespace('mnt', facts)?.mounts ?? [];
}

/** The host's own root mount. */
export function hostRoot(facts: HostFacts): Mount | undefined {
  return hostNamespaceMounts(facts).find(({ target }) => target === '/');
}
