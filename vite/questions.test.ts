import MiniSearch from 'minisearch';
import { beforeAll, expect, test } from 'vitest';
import { leads } from '../content/synonyms.ts';
import { find } from '../src/browser/search/find.ts';
import { type Entry, options } from '../src/browser/search/options.ts';
import type { Rendered } from '../src/site/server.tsx';
import { questions } from './questions.ts';
import { renderedPages } from './rendered.ts';
import { searchIndex } from './search.ts';

let index: MiniSearch<Entry>;
let rendered: Rendered[];

beforeAll(async () => {
  const { pages, scenes } = await renderedPages();
  rendered = pages;
  index = MiniSearch.loadJSON<Entry>(searchIndex(pages, scenes), options);
}, 300_000);

/** The addresses of what is found, without takes. */
function foundBy(query: string): string[] {
  return find(index, query).found.map(({ path }) => path.replace(/(#[\w-]+\/\d+)\/.+$/, '$1'));
}

test('each question of readers has its answer among the first three results', () => {
  const missed = questions.flatMap(([asked, answers]) => {
    const found = foundBy(asked).slice(0, 3);
    return answers.some((path) => found.includes(path))
      ? []
      : `${asked}: expected ${answers.join(' or ')}, found ${found.join(', ')}`;
  });
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(missed).toEqual([]);
});

test('each word of the list leads to one of its addresses, among the first three results', () => {
  const missed = leads.flatMap(({ words, to }) =>
    words.flatMap((word) =>
      to.some((path) => foundBy(word).slice(0, 3).includes(path)) ? [] : `${word}: ${foundBy(word).slice(0, 3)}`,
    ),
  );
  expect(missed).toEqual([]);
});

test('what the site does not show is said first, and leads to what is nearest', () => {
  for (const { words, missing, to } of leads.filter(({ missing }) => missing))
    for (const word of words)
      expect(find(index, word).found[0], word).toMatchObject({ title: missing, kind: 'near', path: to[0] });
});

test('a step is not found twice, whatever is asked', () => {
  for (const [asked] of questions) {
    const found = foundBy(asked);
    expect(new Set(found).size, asked).toBe(found.length);
  }
});

test('a card draws the first scene that lives on its page, and none where a table only names one', () => {
  const page = (route: string) => rendered.find((one) => one.route === route);
  expect(page('/pid/')?.scenes[0]).toBe('one-process');
  expect(page('/pid/')?.drawn?.drawing).toContain('<svg class="dg"');
  // Its rows name the scenes that show them.
  expect(page('/ledger/')?.body).toContain('data-scene="one-process"');
  expect(page('/ledger/')).toMatchObject({ scenes: [], ledger: true, drawn: { drawing: '' } });
  expect(page('/ledger/')?.card.alternative).toBe(`${page('/ledger/')?.title}.`);
});

test('what comes from recordings is in a page’s body, and not in its prose', () => {
  const { body = '', prose = '' } = rendered.find(({ route }) => route === '/pid/') ?? {};
  expect(body).toContain('data-score=');
  expect(prose).toContain('class="island"');
  expect(prose).not.toContain('data-score=');
});
