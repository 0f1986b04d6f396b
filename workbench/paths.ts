import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = `${root}.cache/workbench`;

/** Where the workbench's files are: `cache` is made by the build and ignored by git, the others are committed. */
export const paths = {
  root,
  guest: `${root}workbench/guest`,
  lock: `${root}workbench/lock.json`,
  state: `${root}workbench/state.zst`,
  /** What the machine showed when a lesson was done: the picture that stands on the page until it is asked for. */
  shown: `${root}workbench/shown.json`,
  /** What the packages say of their licences; served beside the page that names them. */
  licences: `${root}public/licences/workbench.txt`,
  cache,
  /** Packages, and what they hold. */
  debs: `${cache}/debs`,
  tree: `${cache}/tree`,
  /** apt's own lists, so that the system's stay as they are. */
  apt: `${cache}/apt`,
  initramfs: `${cache}/initramfs.cpio`,
  /** All that the first serial line has said, to look at when something fails. */
  console: `${cache}/console.log`,
  raw: `${cache}/state.bin`,
  v86: `${root}node_modules/v86`,
};
