import { expect, test } from 'vitest';
import { bareSite, type Site } from '../src/site/site.ts';
import { robots, sitemap } from './sitemap.ts';

const site: Site = { ...bareSite, base: '/repo/', origin: 'https://example.org' };

test('the map of the site names the pages that claim an address, and no others', () => {
  const pages = [{ route: '/pid/', path: '/pid/' }, { route: '/404.html' }];
  expect([...sitemap(site, pages).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://example.org/repo/pid/',
  ]);
});

test('robots are told of the map where there is one', () => {
  expect(robots(site)).toContain('Sitemap: https://example.org/repo/sitemap.xml');
  const { origin: _, ...nowhere } = site;
  expect(robots(nowhere)).not.toContain('Sitemap');
});
