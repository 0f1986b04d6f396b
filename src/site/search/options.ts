import type { Options } from 'minisearch';

/** Something that can be found, and where it leads. */
export interface Entry {
  id: number;
  /** A heading, a command, a term. */
  title: string;
  /** Where it stands, in words. */
  place: string;
  text: string;
  /** Below the site's base. */
  path: string;
}

/** How the index is made at build and read in the browser: the same on both sides. */
export const options: Options<Entry> = {
  fields: ['title', 'text'],
  storeFields: ['title', 'place', 'text', 'path'],
  searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
};
