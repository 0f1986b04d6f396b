import { expect, test } from 'vitest';
import { type DocumentParts, documentOf as finished } from './document.ts';
import { bareSite, type Site } from './site.ts';

const site: Site = { ...bareSite, base: '/repo/', alive: ['/repo/a.js', '/repo/b.js'] };
const page = {
  title: 'A & "B"',
  description: 'Less < more',
  path: '/pid/',
  body: '<p>x</p>',
  card: { path: '/cards/pid.png', alternative: 'Two "rooms"' },
};

const finish = { fonts: '', policy: () => '' };
const documentOf = (site: Site, parts: DocumentParts) => finished(site, parts, finish);

test('a page names its own address when the site knows where it stands', () => {
  const html = documentOf({ ...site, origin: 'https://example.org' }, page);
  expect(html).toContain('<link rel="canonical" href="https://example.org/repo/pid/">');
  expect(html).toContain('<meta property="og:url" content="https://example.org/repo/pid/">');
});

test('a page claims no address when the site does not know where it stands', () => {
  expect(documentOf(site, page)).not.toMatch(/canonical|og:|twitter:|ld\+json/);
});

test('a preview gets a picture with a whole address and its words', () => {
  const html = documentOf({ ...site, origin: 'https://example.org' }, page);
  expect(html).toContain('<meta property="og:image" content="https://example.org/repo/cards/pid.png">');
  expect(html).toContain('<meta property="og:image:alt" content="Two &quot;rooms&quot;">');
});

test('an article is also told as data, in which nothing can end the script', () => {
  const html = documentOf({ ...site, origin: 'https://example.org' }, { ...page, title: '</script>', article: true });
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(text)).toMatchObject({
    '@type': 'Article',
    headline: '</script>',
    url: 'https://example.org/repo/pid/',
    image: 'https://example.org/repo/cards/pid.png',
  });
  expect(documentOf({ ...site, origin: 'https://example.org' }, page)).not.toContain('ld+json');
});

test('a page without an address is kept from search engines', () => {
  const { path: _, ...lost } = page;
  expect(documentOf({ ...site, origin: 'https://example.org' }, lost)).toContain(
    '<meta name="robots" content="noindex">',
  );
  expect(documentOf(site, page)).not.toContain('noindex');
});

test('titles and descriptions are text, whatever is in them', () => {
  const html = documentOf({ ...site, origin: 'https://example.org' }, page);
  expect(html).toContain('<title>A &amp; &quot;B&quot; · What Does Docker Truly Isolate?</title>');
  expect(html).toContain('content="A &amp; &quot;B&quot;"');
  expect(html).toContain('content="Less &lt; more"');
});

test('the body carries the modules that wake a scene, the first of them first', () => {
  expect(documentOf(site, { ...page, tone: 'pid' })).toContain(
    '<body data-tone="pid" data-wake="/repo/a.js /repo/b.js">',
  );
});
