import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { type Manifest, manifestMark } from '../src/browser/offline/manifest.ts';

interface Parts {
  base: string;
  /** Finished pages, by address below the base; the one that stands for those that are not kept among them. */
  pages: Map<string, string>;
  instead: string;
  /** The address of the search's index. */
  index: string;
  chunks: Rolldown.OutputChunk[];
}

/** What a service worker must know to keep pages whole: every file that a page names, and every module that those may fetch. */
export function manifestOf({ base, pages, instead, index, chunks }: Parts): Manifest {
  const below = (route: string) => base + route.slice(1);
  const entries = [...pages].map(([route, html]) => {
    const named = [...html.matchAll(/\bassets\/[\w-]+(?:\.[\w-]+)+/g)].map(([name]) => name);
    const files = [...reachable(named, chunks)]
      .sort()
      .map((name) => base + name)
      .filter((file) => file !== index);
    return [below(route), { hash: hashOf(html), files }] as const;
  });
  const known = { assets: `${base}assets/`, instead: below(instead), index, pages: Object.fromEntries(entries) };
  return { version: hashOf(JSON.stringify(known)).slice(0, 12), ...known };
}

/** The worker's code with the manifest in its place. */
export function withManifest(code: string, manifest: Manifest): string {
  const mark = new RegExp(`(["'\`])${manifestMark}\\1`);
  if (!mark.test(code)) throw new Error('vite/offline.ts: expected the mark for the manifest in the worker.');
  return code.replace(mark, () => JSON.stringify(JSON.stringify(manifest)));
}

/** What a reader's line carries to keep all of it, in bytes: texts go over it packed. */
export function weightOf(texts: Iterable<string | Uint8Array>): number {
  let sum = 0;
  for (const text of texts) sum += typeof text === 'string' ? gzipSync(text).length : text.length;
  return sum;
}

function reachable(names: string[], chunks: Rolldown.OutputChunk[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (chunk) reachable([...chunk.imports, ...chunk.dynamicImports], chunks, found);
  }
  return found;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
