import { createHash } from 'node:crypto';
import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { manifestOf, withManifest } from './offline.ts';

const chunk = (fileName: string, imports: string[] = [], dynamicImports: string[] = []) =>
  ({ type: 'chunk', fileName, imports, dynamicImports }) as unknown as Rolldown.OutputChunk;
const chunks = [
  chunk('assets/alive-a.js', ['assets/react-b.js'], ['assets/xterm-c.js']),
  chunk('assets/react-b.js'),
  chunk('assets/xterm-c.js', ['assets/react-b.js']),
  chunk('assets/other-d.js'),
];
const html =
  '<body data-wake="/repo/assets/alive-a.js" data-index="/repo/assets/search-f.json"><style>url(/repo/assets/mono-e.woff2)</style>';
const parts = {
  base: '/repo/',
  pages: new Map([['/pid/', html]]),
  instead: '/not-kept.html',
  index: '/repo/assets/search-f.json',
  chunks,
};

test('a page is kept with the files that it names and all that those may fetch, and with no others nor the index of the search', () => {
  expect(manifestOf(parts).pages).toEqual({
    '/repo/pid/': {
      hash: createHash('sha256').update(html).digest('base64'),
      files: ['alive-a.js', 'mono-e.woff2', 'react-b.js', 'xterm-c.js'].map((name) => `/repo/assets/${name}`),
    },
  });
});

test('another page, or another word in one, is another version', () => {
  const version = (pages: Map<string, string>) => manifestOf({ ...parts, pages }).version;
  const first = version(parts.pages);
  expect(version(new Map(parts.pages))).toBe(first);
  expect(version(new Map([['/pid/', `${html} `]]))).not.toBe(first);
});

test('the manifest is written into the worker as it is, and its absence is an error', () => {
  const manifest = manifestOf(parts);
  const code = withManifest('const a=JSON.parse(`%manifest%`);', manifest);
  expect(new Function(`${code}return a`)()).toEqual(manifest);
  expect(() => withManifest('nothing', manifest)).toThrow('expected the mark');
});
