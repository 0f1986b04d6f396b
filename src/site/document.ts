import type { NsKind } from '../host/facts.ts';
import { headScript } from './head-script.ts';
import { siteName } from './name.ts';
import { type Policy, policyMark } from './policy.ts';
import { href, type Site } from './site.ts';

export interface DocumentParts {
  title: string;
  description: string;
  /** Below the base. Absent: a page without an address of its own, not for search engines. */
  path?: string;
  tone?: NsKind | undefined;
  /** What this page may do beside what all may, as directives of its Content Security Policy. */
  allow?: Policy;
  body: string;
}

/** The document around a page: what browsers, search engines and previews read, and the little that runs before the first paint. */
export function documentOf(site: Site, { title, description, path, tone, allow, body }: DocumentParts): string {
  const address = path && site.origin ? site.origin + href(site, path) : undefined;
  const meta = (kind: 'name' | 'property', key: string, content: string) =>
    `<meta ${kind}="${key}" content="${escaped(content)}">`;
  const head = [
    '<meta charset="utf-8">',
    policyMark(allow),
    meta('name', 'referrer', 'no-referrer'),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title === siteName ? title : `${title} · ${siteName}`)}</title>`,
    meta('name', 'description', description),
    path ? '' : meta('name', 'robots', 'noindex'),
    '<!--fonts-->',
    site.head,
    `<script>${headScript}</script>`,
    `<link rel="icon" href="${href(site, '/favicon.svg')}" type="image/svg+xml">`,
    address ? `<link rel="canonical" href="${escaped(address)}">` : '',
    meta('property', 'og:type', 'article'),
    meta('property', 'og:site_name', siteName),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    address ? meta('property', 'og:url', address) : '',
  ];
  const data = `${tone ? ` data-tone="${tone}"` : ''} data-wake="${escaped(site.alive.join(' '))}"`;
  return `<!doctype html><html lang="en"><head>${head.join('')}</head><body${data}>${body}${site.tail}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
