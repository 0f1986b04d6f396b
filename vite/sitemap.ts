import { href, type Site } from '../src/site/site.ts';

/** The addresses of the pages that are for search engines: those that claim one. https://www.sitemaps.org/protocol.html */
export function sitemap(site: Site, pages: { route: string; path?: string }[]): string {
  const addresses = pages
    .filter(({ path }) => path !== undefined)
    .map(({ route }) => `<url><loc>${site.origin}${href(site, route)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`;
}

/** Everything may be read; what is not to be found says so itself, which only those who read it know. */
export function robots(site: Site): string {
  const map = site.origin ? `\nSitemap: ${site.origin}${href(site, '/sitemap.xml')}\n` : '';
  return `User-agent: *\nAllow: /\n${map}`;
}
