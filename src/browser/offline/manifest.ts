/** What the site is made of, as its service worker knows it. Addresses include the base path. */
export interface Manifest {
  /** Of all that follows. */
  version: string;
  /** Where files are whose names hold a hash. */
  assets: string;
  /** What is shown instead of a page that is not kept. */
  instead: string;
  /** What the search looks things up in: as heavy as many chapters, and so kept with all of them only. */
  index: string;
  /** By address: what a page's bytes add up to, and every file that it may ask for but the index. */
  pages: Record<string, { hash: string; files: string[] }>;
}

/** What a page asks the worker: to keep one page or the index, which pages there are, or how much of it all is kept. */
export type Asked = { type: 'KEEP'; path: string } | { type: 'PAGES' } | { type: 'KEPT' };

/** How much of it all is kept. */
export interface HowMuch {
  kept: number;
  pages: number;
  /** Every page, and the index. */
  whole: boolean;
}

/** Where the manifest will stand in the worker's code. */
export const manifestMark = '%manifest%';
