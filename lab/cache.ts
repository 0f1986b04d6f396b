import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}.cache/lab`;

/** Where the lab's files are: `cache` is made by the build and ignored by git, `lock` is committed. */
export const paths = {
  root,
  lab: `${root}lab`,
  scenes: `${root}content/scenes`,
  lock: `${root}lab/lock.json`,
  cache,
  disk: `${cache}/host.img`,
  kernel: `${cache}/vmlinuz`,
  initrd: `${cache}/initrd.img`,
  key: `${cache}/id_ed25519`,
  /** What the disk was built from, and how it boots here. */
  stamp: `${cache}/built.json`,
  /** A further disk for scenes with a virtual machine; it has a lock of its own. */
  annex: `${cache}/annex.img`,
  annexLock: `${root}lab/annex.lock.json`,
  annexStamp: `${cache}/annex.json`,
};

/** SHA-256 as 64 hex digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** What the last complete build left behind. */
export interface Stamp {
  /** Over everything that the disk is made from. */
  inputs: string;
  /** SHA-256 of the lock file that describes the disk. */
  lock: string;
  accel: 'kvm' | 'tcg';
}

/** A mistake or a lack that one sentence explains; it is printed without a stack. */
export class LabError extends Error {}
