/** What a server says beside the policy that is in each page: a page can't say these of itself. Directives by W3C's names. */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self), fullscreen=(self)',
};

/** Who may show a page in a frame: nobody, but for the pages below /embed/, which are made for it. */
export const framing = { closed: "frame-ancestors 'none'", open: 'frame-ancestors *' };

/** Names in assets hold a hash of the contents. Pages live for a minute, so that a prefetched one is not fetched twice. */
export const caching = { hashed: 'public, max-age=31536000, immutable', rest: 'public, max-age=60' };

/** The headers of a path below the base, like `pid/index.html`. */
export function headersOf(path) {
  return {
    ...everywhere,
    'Content-Security-Policy': /^embed\/./.test(path) ? framing.open : framing.closed,
    'Cache-Control': path.startsWith('assets/') ? caching.hashed : caching.rest,
  };
}

/**
 * The same as a `_headers` file, which Netlify and Cloudflare Pages read. All rules that match an address add up there, and two
 * policies both hold: each page is named by itself.
 */
export function headersFile(base, routes) {
  const rule = (path, headers) =>
    [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const framed = (route) => ({ 'Content-Security-Policy': headersOf(route.slice(1))['Content-Security-Policy'] });
  return [
    rule('*', everywhere),
    rule('assets/*', { 'Cache-Control': caching.hashed }),
    // One rule for all: hosts take a hundred rules or so.
    rule('embed/*', framed('/embed/any')),
    ...routes.filter((route) => !route.startsWith('/embed/')).map((route) => rule(route.slice(1), framed(route))),
    '',
  ].join('\n\n');
}
