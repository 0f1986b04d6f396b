import type { NsKind } from '../host/facts.ts';
import * as words from '../words/index.ts';
import { frameScript, headScript } from './head-script.ts';
import type { Policy } from './policy.ts';
import { href, type Site } from './site.ts';

export interface DocumentParts {
  title: string;
  description: string;
  /** Below the base. Absent: a page without an address of its own, not for search engines. */
  path?: string;
  tone?: NsKind | undefined;
  /** The picture that previews show: its path below the base, and what it shows in words. */
  card: { path: string; alternative: string };
  /** Whether the page is an article, or about one. */
  article?: boolean;
  /** Whether the page is made to be shown in a frame on another site: it has the scene and nothing around it. */
  framed?: boolean;
  /** Whether terminals run on the page, which write styles of their own. */
  terminals?: boolean;
  /** Whether nothing runs on the page. */
  still?: boolean;
  /** What this page may do beside what all may, as directives of its Content Security Policy. */
  allow?: Policy;
  body: string;
}

/** What a document has that is known only when every page is rendered. */
export interface Finish {
  /** The elements that bring the fonts. */
  fonts: string;
  /** The element with the page's policy, given what this page needs beside what all have, and all that is in it. */
  policy(needs: { further: Policy; terminals: boolean }, html: string): string;
}

/** What a page needs to have itself kept: a worker of its own host, whose address no other policy lets through. */
const keeping: Policy = { 'worker-src': ["'self'"], 'trusted-types': ['offline'] };

/** Both policies' directives, with the sources of both. */
function together(one: Policy, other: Policy = {}): Policy {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [...new Set([...(one[name] ?? []), ...(other[name] ?? [])])]]),
  );
}

/** The document around a page: what browsers, search engines and previews read, and the little that runs before the first paint. */
export function documentOf(site: Site, parts: DocumentParts, finish: Finish): string {
  const { title, description, path, tone, framed, still, terminals = false, allow, body } = parts;
  const address = path && site.origin ? site.origin + href(site, path) : undefined;
  const head = [
    meta('name', 'referrer', 'no-referrer'),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title === words.page.site ? title : `${title} · ${words.page.site}`)}</title>`,
    meta('name', 'description', description),
    path ? '' : meta('name', 'robots', 'noindex'),
    finish.fonts,
    site.head,
    still ? '' : `<script>${framed ? frameScript : headScript}</script>`,
    `<link rel="icon" href="${href(site, '/favicon.svg')}" type="image/svg+xml">`,
    ...(address ? previews(site, address, parts) : []),
  ];
  const further = site.weight && !framed && !still ? together(keeping, allow) : (allow ?? {});
  const whole = (start: string, end: string) => {
    const rest = `${head.join('')}</head>${start}${body}${end}</body></html>`;
    // Before everything that it must allow.
    const policy = finish.policy({ further, terminals }, rest);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy}${rest}`;
  };
  if (still) return whole('<body>', '');
  const tools = framed
    ? {}
    : { search: site.search?.module, index: site.search?.index, terms: site.terms, later: site.later };
  const modules = { tone, wake: site.alive.join(' '), terminal: site.terminal, ...tools };
  const data = Object.entries(modules)
    .map(([name, value]) => (value ? ` data-${name}="${escaped(value)}"` : ''))
    .join('');
  return whole(`<body${data}>`, site.tail);
}

/** What previews and search engines read. Addresses in it must be whole, so a site that does not know where it stands leaves it out. */
function previews(site: Site, address: string, { title, description, card, article }: DocumentParts): string[] {
  const picture = site.origin + href(site, card.path);
  return [
    `<link rel="canonical" href="${escaped(address)}">`,
    meta('property', 'og:type', article ? 'article' : 'website'),
    meta('property', 'og:site_name', words.page.site),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', address),
    meta('property', 'og:image', picture),
    meta('property', 'og:image:width', '1200'),
    meta('property', 'og:image:height', '630'),
    meta('property', 'og:image:alt', card.alternative),
    meta('name', 'twitter:card', 'summary_large_image'),
    article ? structured(site, { headline: title, description, url: address, image: picture }) : '',
  ];
}

/** The page as data: https://schema.org/Article */
function structured(site: Site, facts: Record<string, string>): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    ...facts,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: 'https://opensource.org/license/mit',
    isPartOf: { '@type': 'WebSite', name: words.page.site, url: site.origin + site.base },
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

function meta(kind: 'name' | 'property', key: string, content: string): string {
  return `<meta ${kind}="${key}" content="${escaped(content)}">`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
