import type { Options } from 'minisearch';
import { chunksOf } from './stems.ts';

/**
 * What an entry is. A `list` has something of everything, so it matches much and answers little; `near` stands for
 * something that the site does not show.
 */
export type Kind = 'step' | 'prose' | 'list' | 'near';

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
  kind: Kind;
  /** The namespace whose colour its chapter has. */
  tone?: string;
  /** Readers' own words for it, which its text does not have, between commas. */
  also?: string;
}

/** How the index is made at build and read in the browser: the same on both sides. */
export const options: Options<Entry> = {
  fields: ['title', 'text', 'also'],
  storeFields: ['title', 'place', 'text', 'path', 'kind', 'tone', 'also'],
  tokenize: (text) => chunksOf(text).flatMap(({ terms }) => terms),
  processTerm: (term) => term,
};
