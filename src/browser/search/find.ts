import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import { sameWords } from '../../../content/synonyms.ts';
import type { Entry, Kind } from './options.ts';
import { chunksOf, stem } from './stems.ts';

export type Found = SearchResult & Omit<Entry, 'id'>;

export interface Answer {
  /** The best first; those that have every word before those that have some. */
  found: Found[];
  /** How many of them have every word. */
  whole: number;
  /** Words as they were typed that stand nowhere. */
  unknown: string[];
}

/** A word of the query, and the terms that it may stand as in the index, each with how much it counts. */
interface Word {
  typed: string;
  terms: Map<string, number>;
  /** The beginning of the word that is being typed. */
  begins?: string;
}

const same = new Map(Object.entries(sameWords));

/** They stand in most entries and in most questions. */
const weak = new Set(['docker', 'container', 'containers', 'linux']);

/** A list of everything holds most words and answers few of them. */
const weights: Record<Kind, number> = { step: 1, prose: 0.8, list: 0.3, near: 2 };

/** Looks a question up: whole words in any of their spellings, the beginning of the word that is being typed, and what is spelled alike only for a word that stands nowhere. */
export function find(index: MiniSearch<Entry>, query: string): Answer {
  const words = wordsOf(query);
  const exact = search(index, words);
  const unknown = words.filter((word) => !exact.some((one) => holds(one, word)));
  const strong = words.filter(({ typed }) => !weak.has(typed));
  const needed = strong.length ? strong : words;
  const ranked = (unknown.length ? search(index, words, new Set(unknown)) : exact)
    .filter((one) => one.kind !== 'near' || isNamed(one))
    .map((one) => {
      const has = needed.filter((word) => holds(one, word)).length;
      const take = one.path === stepOf(one.path) ? 1 : 0.7;
      return {
        one,
        whole: has === needed.length && unknown.length === 0,
        rank: one.score * weights[one.kind] * take * (has / needed.length) ** 2,
      };
    })
    .sort((a, b) => tier(b) - tier(a) || b.rank - a.rank);
  const seen = new Set<string>();
  const kept = ranked.filter(({ one }) => !seen.has(stepOf(one.path)) && seen.add(stepOf(one.path)));
  return {
    found: kept.map(({ one }) => one),
    whole: kept.filter(({ whole }) => whole).length,
    unknown: unknown.map(({ typed }) => typed),
  };
}

function tier({ one, whole }: { one: Found; whole: boolean }): number {
  return whole && one.kind !== 'list' ? 1 : 0;
}

function wordsOf(query: string): Word[] {
  const chunks = chunksOf(query);
  return chunks.map(({ at, length, terms: [term = ''] }, i) => {
    const typed = query.slice(at, at + length).toLowerCase();
    const alike = (same.get(typed) ?? []).map(stem);
    const terms = new Map([...alike.map((other) => [other, 0.5] as const), [term, 1] as const]);
    const isOpen = i === chunks.length - 1 && at + length === query.length && /^[\p{L}\p{N}]{2,}$/u.test(typed);
    return { typed, terms, ...(isOpen ? { begins: typed } : {}) };
  });
}

/** What has any of the words; those in `alike` may be spelled a little differently. */
function search(index: MiniSearch<Entry>, words: Word[], alike = new Set<Word>()): Found[] {
  const asked = words.flatMap((word) => [
    ...[...word.terms].map(([term, weight]) => ({ term, weight, prefix: false, fuzzy: alike.has(word) && 0.25 })),
    ...(word.begins ? [{ term: word.begins, weight: 0.6, prefix: true, fuzzy: false as const }] : []),
  ]);
  return index.search('', {
    tokenize: () => asked.map((_, i) => `${i}`),
    processTerm: (i) => asked[Number(i)]?.term,
    combineWith: 'OR',
    boost: { title: 3, also: 3 },
    prefix: (_, i) => asked[i]?.prefix ?? false,
    fuzzy: (_, i) => asked[i]?.fuzzy ?? false,
    boostTerm: (_, i) => asked[i]?.weight ?? 1,
    maxFuzzy: 2,
  }) as Found[];
}

function holds({ queryTerms }: Found, { terms, begins }: Word): boolean {
  return queryTerms.some((term) => terms.has(term) || term === begins);
}

/** What is not here answers only to one of its names, the whole of it. */
function isNamed({ terms, also = '' }: Found): boolean {
  return also
    .split(', ')
    .some((name) => chunksOf(name).every((chunk) => chunk.terms.some((term) => terms.includes(term))));
}

/** The address of a step, whatever the take. */
function stepOf(path: string): string {
  return path.replace(/(#[\w-]+\/\d+)\/.+$/, '$1');
}
