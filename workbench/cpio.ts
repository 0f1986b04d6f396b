/** A file of the initramfs: where it stands, its mode with its type bits, and its bytes (or where a link leads). */
export interface Entry {
  path: string;
  mode: number;
  data: Uint8Array;
}

/** Type bits of a mode. inode(7) */
const type = { folder: 0o040000, file: 0o100000, link: 0o120000 };

/** An empty folder. */
export function folder(path: string): Entry {
  return { path, mode: type.folder | 0o755, data: new Uint8Array() };
}

/** A file of these bytes, executable or not. */
export function file(path: string, data: Uint8Array, executable = false): Entry {
  return { path, mode: type.file | (executable ? 0o755 : 0o644), data };
}

/** A symbolic link. */
export function link(path: string, target: string): Entry {
  return { path, mode: type.link | 0o777, data: new TextEncoder().encode(target) };
}

/**
 * The entries as an archive of the "newc" format, folders that they stand in included, in the order of their names and
 * without times and owners: the same entries make the same bytes. Linux: driver-api/early-userspace/buffer-format
 */
export function cpio(entries: Entry[]): Uint8Array {
  const all = new Map<string, Entry>();
  for (const entry of entries) {
    const parts = entry.path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const path = parts.slice(0, depth).join('/');
      if (!all.has(path)) all.set(path, folder(path));
    }
    all.set(entry.path, entry);
  }
  const sorted = [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const records = sorted.map((entry, index) => record(entry, index + 1));
  records.push(record({ path: 'TRAILER!!!', mode: 0, data: new Uint8Array() }, 0));
  return Buffer.concat(records);
}

/** One record: thirteen numbers of eight hexadecimal digits after the magic one, the name, the bytes; name and bytes end on a multiple of four. */
function record({ path, mode, data }: Entry, inode: number): Uint8Array {
  const name = Buffer.from(`${path}\0`);
  const links = (mode & type.folder) === type.folder ? 2 : 1;
  const numbers = [inode, mode, 0, 0, links, 0, data.length, 0, 0, 0, 0, name.length, 0];
  const head = Buffer.from(`070701${numbers.map((number) => number.toString(16).padStart(8, '0')).join('')}`);
  const padding = (length: number) => Buffer.alloc((4 - (length % 4)) % 4);
  return Buffer.concat([head, name, padding(head.length + name.length), data, padding(data.length)]);
}
