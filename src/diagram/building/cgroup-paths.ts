/** The path of the cgroup above. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

/** The last part of a cgroup's path. */
export function nameOf(path: string): string {
  return path === '/' ? '/' : path.slice(path.lastIndexOf('/') + 1);
}

/** A cgroup's name with no more than so many digits of a container's id. */
export function withDigits(name: string, digits: number): string {
  return name.replace(/[0-9a-f]{64}/, (id) => `${id.slice(0, digits)}…`);
}
