import { expect, test } from 'vitest';
import { documentOf } from './document.ts';
import type { Site } from './site.ts';

const site: Site = {
  base: '/repo/',
  head: '',
  tail: '',
  alive: ['/repo/a.js', '/repo/b.js'],
  scenes: {},
  workbench: { module: '', megabytes: '' },
  licences: [],
};
const page = { title: 'A & "B"', description: 'Less < more', path: '/pid/', body: '<p>x</p>' };

test('a page names its own address when the site knows where it stands', () => {
  const html = documentOf({ ...site, origin: 'https://example.org' }, page);
  expect(html).toContain('<link rel="canonical" href="https://example.org/repo/pid/">');
  expect(html).toContain('<meta property="og:url" content="https://example.org/repo/pid/">');
});

test('a page claims no address when the site does not know where it stands', () => {
  expect(documentOf(site, page)).not.toMatch(/canonical|og:url/);
});

test('a page without an address is kept from search engines', () => {
  const { path: _, ...lost } = page;
  expect(documentOf({ ...site, origin: 'https://example.org' }, lost)).toContain(
    '<meta name="robots" content="noindex">',
  );
  expect(documentOf(site, page)).not.toContain('noindex');
});

test('titles and descriptions are text, whatever is in them', () => {
  const html = documentOf(site, page);
  expect(html).toContain('<title>A &amp; &quot;B&quot; · What Does Docker Truly Isolate?</title>');
  expect(html).toContain('content="A &amp; &quot;B&quot;"');
  expect(html).toContain('content="Less &lt; more"');
});

test('the body carries the modules that wake a scene, the first of them first', () => {
  expect(documentOf(site, { ...page, tone: 'pid' })).toContain(
    '<body data-tone="pid" data-wake="/repo/a.js /repo/b.js">',
  );
});
