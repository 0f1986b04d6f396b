import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caching, everywhere, framing, headersFile, headersOf } from './headers.mjs';

test('only what is made for frames may be framed', () => {
  const framedBy = (path: string) => headersOf(path)['Content-Security-Policy'];
  expect(framedBy('embed/one-process/index.html')).toBe(framing.open);
  for (const path of ['embed/', 'index.html', 'pid/index.html', 'embedded/index.html'])
    expect(framedBy(path)).toBe(framing.closed);
});

test('only names that hold a hash are kept for good', () => {
  expect(headersOf('assets/alive-aaaaaaaa.js')['Cache-Control']).toBe(caching.hashed);
  expect(headersOf('index.html')['Cache-Control']).toBe(caching.rest);
});

test('in a _headers file no address gets two policies on who may frame it', () => {
  const file = headersFile('/repo/', ['/', '/pid/', '/embed/one/', '/embed/two/']);
  const rules = file.split('\n\n').filter((rule) => rule.includes('frame-ancestors'));
  expect(rules).toEqual([
    `/repo/embed/*\n  Content-Security-Policy: ${framing.open}`,
    ...['/repo/', '/repo/pid/'].map((path) => `${path}\n  Content-Security-Policy: ${framing.closed}`),
  ]);
});

test.each(['nginx.conf', 'Caddyfile'])('deploy/%s says the same', (name) => {
  const text = readFileSync(`deploy/${name}`, 'utf8');
  for (const [header, value] of Object.entries(everywhere)) expect(text).toContain(`${header} "${value}"`);
  for (const value of [...Object.values(framing), ...Object.values(caching)]) expect(text).toContain(`"${value}"`);
});
