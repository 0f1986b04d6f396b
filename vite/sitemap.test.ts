import { expect, test } from 'vitest';
import { robots, sitemap } from './sitemap.ts';

const site = {
  base: '/repo/',
  origin: 'https://example.org',
  head: '',
  styles: { scenes: '', front: '', ledger: '', recordings: '', shelf: '', host: '' },
  tail: '',
  alive: [],
  terminal: '',
  scenes: {},
  scripts: { ledger: '', bench: '', host: '' },
  workbench: { module: '', megabytes: '' },
  licences: [],
};

test('the map of the site names the pages that claim an address, and no others', () => {
  const pages = [
    { route: '/pid/', html: '<link rel="canonical" href="x">' },
    { route: '/404.html', html: '' },
  ];
  expect([...sitemap(site, pages).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://example.org/repo/pid/',
  ]);
});

test('robots are told of the map where there is one', () => {
  expect(robots(site)).toContain('Sitemap: https://example.org/repo/sitemap.xml');
  const { origin: _, ...nowhere } = site;
  expect(robots(nowhere)).not.toContain('Sitemap');
});
