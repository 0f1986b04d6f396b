import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Rolldown } from 'vite';
import type * as server from '../src/site/server.tsx';
import type { Site } from '../src/site/site.ts';
import { charactersOf } from './characters.ts';
import { fontFaces } from './fonts.ts';
import { licencesOf } from './licences.ts';
import { megabytesOf } from './workbench.ts';

export type Server = typeof server;
type Output = Rolldown.RolldownOutput['output'];

interface Built {
  root: string;
  base: string;
  outDir: string;
  client: Output;
  early: Output;
  server: Server;
}

/** Renders every page with the files that were built for it, and writes it beside them. */
export async function writePages(built: Built): Promise<void> {
  const { outDir, server } = built;
  const site = await siteOf(built);
  const rendered = server.routes.map((route) => ({ route, html: server.renderPage(route, site) }));
  const characters = await charactersOf(built.root, rendered, server.scenes);
  const fonts = await fontFaces(built.root, characters, built.base);
  for (const font of fonts.files) await writeFile(path.join(outDir, font.name), font.bytes);
  for (const { route, html } of rendered) {
    const file = path.join(outDir, fileOf(route));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, withFonts(html, fonts.head));
  }
  // The styles are in the pages; nothing asks for the file.
  for (const sheet of stylesheets(built.client)) await rm(path.join(outDir, sheet.fileName));
}

/** The page with its fonts named in the head, and without the marks that told prose from scenes. */
export function withFonts(html: string, head: string): string {
  return html.replace('<!--fonts-->', () => head).replaceAll(/<!--\/?island-->/g, '');
}

/** The file that holds a route: a folder's index, or the page itself when the route has a name, like 404.html. */
function fileOf(route: string): string {
  return route.endsWith('/') ? `${route.slice(1)}index.html` : route.slice(1);
}

async function siteOf({ root, base, client, early }: Built): Promise<Site> {
  const chunks = client.filter((file) => file.type === 'chunk');
  const entry = early.find((file) => file.type === 'chunk' && file.isEntry);
  if (entry?.type !== 'chunk') throw new Error('vite/prerender.ts: expected an entry in the early bundle.');
  const alive = aliveChunk(chunks);
  const bench = chunks.find((chunk) => chunk.name === 'workbench' && chunk.isEntry);
  if (!bench) throw new Error('vite/prerender.ts: expected the chunk "workbench" in the client bundle.');
  const scenes = chunks.filter((chunk) => chunk.isEntry && chunk.name.startsWith('scene-'));
  return {
    base,
    origin: process.env.SITE_URL?.replace(/\/$/, ''),
    head: `<style>${stylesheets(client)
      .map((sheet) => sheet.source)
      .join('')
      .trim()}</style>`,
    tail: `<script>${entry.code.trim().replaceAll('</script', '<\\/script')}</script>`,
    alive: [alive.fileName, ...importsOf(alive, chunks)].map((name) => base + name),
    scenes: Object.fromEntries(scenes.map((chunk) => [chunk.name.slice('scene-'.length), base + chunk.fileName])),
    workbench: { module: base + bench.fileName, megabytes: await megabytesOf(root) },
    // The workbench's worker is a bundle of its own.
    licences: await licencesOf(root, [...packagesIn(chunks), 'v86']),
  };
}

/** The site's stylesheet and what the living scenes' code brings: it is woken by a plain import, which would not fetch styles. */
function stylesheets(client: Output): Rolldown.OutputAsset[] {
  const assets = client.filter((file) => file.type === 'asset');
  const [site] = assets.filter((asset) => asset.names.includes('style.css'));
  if (!site) throw new Error('vite/prerender.ts: expected the stylesheet "style.css" in the client bundle.');
  const chunks = client.filter((file) => file.type === 'chunk');
  const alive = aliveChunk(chunks);
  const woken = [alive, ...importsOf(alive, chunks).map((name) => chunks.find((chunk) => chunk.fileName === name))]
    .flatMap((chunk) => [...(chunk?.viteMetadata?.importedCss ?? [])])
    .map((name) => assets.find((asset) => asset.fileName === name))
    .filter((asset) => asset !== undefined);
  return [...new Set([site, ...woken])];
}

function aliveChunk(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  const alive = chunks.find((chunk) => chunk.name === 'alive' && chunk.isEntry);
  if (!alive) throw new Error('vite/prerender.ts: expected the chunk "alive" in the client bundle.');
  return alive;
}

/** Everything that a chunk imports statically, so that it is fetched in one go and not in a chain. */
function importsOf(chunk: Rolldown.OutputChunk, chunks: Rolldown.OutputChunk[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    chunks.find((candidate) => candidate.fileName === name)?.imports.forEach(visit);
  };
  chunk.imports.forEach(visit);
  return [...found];
}

/** The npm packages whose modules are in the chunks. */
function packagesIn(chunks: Rolldown.OutputChunk[]): string[] {
  const names = chunks
    .flatMap((chunk) => chunk.moduleIds)
    .map((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}
