import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { readAddress } from '../src/player/address.ts';
import type { Score } from '../src/player/state.ts';

interface Named {
  /** Whole addresses. */
  addresses: string[];
  ids: string[];
  scores: Record<string, Score>;
}

/**
 * Every address of a built site that leads nowhere, with the file that names it: links, files and modules of each page, what previews
 * read, the search's index and the sitemap. `blank`: a page of no site, whose browser reads HTML.
 */
export async function deadEnds(
  blank: Page,
  request: APIRequestContext,
  { folder, origin, address }: { folder: string; origin: string; address: string },
): Promise<string[]> {
  const here = new URL(address);
  const served = (href: string) => (href.startsWith(origin) ? here.origin + href.slice(origin.length) : href);
  const known = new Map<string, Named>();
  const wanted = new Map<string, string>();
  const want = (file: string, href: string) => {
    const whole = served(href);
    if (whole.startsWith(`${here.origin}/`) && !wanted.has(whole)) wanted.set(whole, file);
  };
  const files = (await readdir(folder, { recursive: true })).map((file) => file.split(path.sep).join('/'));
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const at = address + file.replace(/index\.html$/, '');
    const named = await blank.evaluate(namedIn, { html: await readFile(path.join(folder, file), 'utf8'), at });
    known.set(at, named);
    for (const href of named.addresses) want(file, href);
  }
  const index = files.find((name) => /^assets\/search-.*\.json$/.test(name));
  if (!index) throw new Error('e2e/addresses.ts: expected an index of the search.');
  const { storedFields } = JSON.parse(await readFile(path.join(folder, index), 'utf8')) as {
    storedFields: Record<string, { path: string }>;
  };
  // The dialog puts the base before it.
  for (const { path: route } of Object.values(storedFields)) want('the search', address + route.replace(/^\//, ''));
  const sitemap = await readFile(path.join(folder, 'sitemap.xml'), 'utf8');
  for (const [, href = ''] of sitemap.matchAll(/<loc>(.*?)<\/loc>/g)) want('sitemap.xml', href);

  const dead: string[] = [];
  const statuses = new Map<string, number>();
  for (const [whole, file] of wanted) {
    const { origin, pathname, search, hash } = new URL(whole);
    const bare = origin + pathname + search;
    if (!statuses.has(bare)) statuses.set(bare, (await request.fetch(bare, { method: 'HEAD' })).status());
    const status = statuses.get(bare);
    const target = known.get(origin + pathname);
    if (status !== 200) dead.push(`${file}: ${whole} answers ${status}`);
    else if (hash.length > 1 && target && !leads(decodeURIComponent(hash), target))
      dead.push(`${file}: ${whole} has no such place`);
  }
  return dead;
}

/** Whether a page has the place: an element with that id, or a step of a scene. */
function leads(hash: string, { ids, scores }: Named): boolean {
  const score = scores[hash.slice(1).split('/')[0] ?? ''];
  if (!score) return ids.includes(hash.slice(1));
  return readAddress(hash, Object.keys(scores).find((id) => scores[id] === score) ?? '', score)?.unknown !== true;
}

/** Runs in the browser. */
function namedIn({ html, at }: { html: string; at: string }): Named {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const roots = [page, ...[...page.querySelectorAll('template')].map(({ content }) => content)];
  const all = roots.flatMap((root) => [...root.querySelectorAll('*')]);
  const holders = ['href', 'src', ...['module', 'wake', 'terminal', 'search', 'index'].map((name) => `data-${name}`)];
  holders.push('data-terms', 'data-later', 'data-script', 'data-home');
  const texts = all.flatMap((element) => {
    const values = holders.map((name) => element.getAttribute(name) ?? '');
    const preview = element.matches('meta[property="og:url"], meta[property="og:image"]');
    const rules = element.matches('script[type=speculationrules]') ? (element.textContent ?? '') : '';
    const ready = [...rules.matchAll(/"urls":\["([^"]*)"\]/g)].map(([, url]) => url ?? '');
    return [...values, ...(preview ? [element.getAttribute('content') ?? ''] : []), ...ready];
  });
  return {
    addresses: texts.flatMap((text) => text.split(' ').filter(Boolean)).map((href) => new URL(href, at).href),
    ids: all.map(({ id }) => id).filter(Boolean),
    scores: Object.fromEntries(
      [...page.querySelectorAll<HTMLElement>('[data-score]')].map(({ id, dataset }) => [
        id,
        JSON.parse(dataset.score ?? '') as Score,
      ]),
    ),
  };
}
