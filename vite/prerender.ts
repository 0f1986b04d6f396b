import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Rolldown } from 'vite';
import { headersFile } from '../scripts/headers.mjs';
import { eachOf, scripts, styles } from '../src/site/modules.ts';
import type * as server from '../src/site/server.tsx';
import type { Site } from '../src/site/site.ts';
import { drawCards } from './card.ts';
import { charactersOf } from './characters.ts';
import { fontFaces } from './fonts.ts';
import { licencesOf } from './licences.ts';
import { manifestOf, weightOf, withManifest } from './offline.ts';
import { policyOf } from './policy.ts';
import { searchIndex } from './search.ts';
import { withSharedDrawings } from './shared-drawings.ts';
import { robots, sitemap } from './sitemap.ts';
import { megabytesOf } from './workbench.ts';

export type Server = typeof server;
type Output = Rolldown.RolldownOutput['output'];

// What all pages weigh together is known when they are rendered, and stands in the foot of each; till then a number as long.
const anyWeight = '0.0';

interface Built {
  root: string;
  base: string;
  outDir: string;
  client: Output;
  early: Output;
  /** The service worker. */
  worker: Output;
  server: Server;
}

/** Renders every page with the files that were built for it, and writes it beside them. */
export async function writePages(built: Built): Promise<void> {
  const { outDir, server } = built;
  const site = await siteOf(built);
  const pages = server.routes.map((route) => server.renderPage(route, site));
  const characters = await charactersOf(built.root, pages, server.scenes);
  const fonts = await fontFaces(built.root, characters, built.base);
  for (const font of fonts.files) await writeFile(path.join(outDir, font.name), font.bytes);
  const index = await writeIndex(
    built,
    pages.filter(({ searched }) => searched),
  );
  const whole = { ...site, search: { module: site.search?.module ?? '', index: index.address } };
  const bodies = new Map(pages.map(({ route, body }) => [route, withSharedDrawings(body)]));
  const finish = { fonts: fonts.head, policy: policyOf };
  const documentWith = (page: server.Rendered, weight: string, how = finish) => {
    const now = { ...whole, weight };
    return server.documentOf(now, { ...page, body: server.weighed(bodies.get(page.route) ?? '', now) }, how);
  };
  const weight = weightOf([
    ...pages.filter(({ kept }) => kept).map((page) => documentWith(page, anyWeight, { ...finish, policy: () => '' })),
    index.text,
    ...fonts.files.map((font) => font.bytes),
    ...built.client.filter((file) => file.type === 'chunk').map((chunk) => chunk.code),
  ]);
  const megabytes = (weight / 1e6).toFixed(1);
  const finished = pages.map((page) => ({ ...page, html: documentWith(page, megabytes) }));
  for (const { route, html } of finished) await write(path.join(outDir, fileOf(route)), html);
  await writeWorker(
    built,
    new Map(finished.filter(({ kept }) => kept).map(({ route, html }) => [route, html])),
    index.address,
  );
  for (const [address, text] of server.texts) await write(path.join(outDir, address), text);
  await writeAbout(built, site, pages);
  await writeFile(path.join(outDir, '_headers'), headersFile(built.base, server.routes));
  for (const note of server.notes) console.log(note);
  // The styles are in the pages; nothing asks for the file.
  for (const sheet of stylesheets(built.client)) await rm(path.join(outDir, sheet.fileName));
}

/** Writes what the search looks things up in; gives back that and its address. */
async function writeIndex(
  { base, outDir, server }: Built,
  pages: server.Rendered[],
): Promise<{ address: string; text: string }> {
  const text = searchIndex(pages, server.scenes);
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const name = `assets/search-${hash}.json`;
  await writeFile(path.join(outDir, name), text);
  return { address: base + name, text };
}

async function writeWorker(
  { base, outDir, client, worker, server }: Built,
  pages: Map<string, string>,
  index: string,
): Promise<void> {
  const chunks = client.filter((file) => file.type === 'chunk');
  const manifest = manifestOf({ base, pages, instead: server.notKept, index, chunks });
  const code = worker.find((file) => file.type === 'chunk')?.code ?? '';
  await write(path.join(outDir, 'sw.js'), withManifest(code, manifest));
}

/** What others read about the pages: cards, and the two files that search engines ask for. All of it names addresses. */
async function writeAbout({ root, outDir }: Built, site: Site, pages: server.Rendered[]): Promise<void> {
  await writeFile(path.join(outDir, 'robots.txt'), robots(site));
  if (!site.origin) return;
  await writeFile(path.join(outDir, 'sitemap.xml'), sitemap(site, pages));
  const cards = pages.map(({ drawn }) => drawn).filter((card) => card !== undefined);
  for (const card of await drawCards(root, cards)) await write(path.join(outDir, card.path), card.bytes);
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** The file that holds a route: a folder's index, or the page itself when the route has a name, like 404.html. */
function fileOf(route: string): string {
  return route.endsWith('/') ? `${route.slice(1)}index.html` : route.slice(1);
}

async function siteOf({ root, base, client, early, worker }: Built): Promise<Site> {
  const chunks = client.filter((file) => file.type === 'chunk');
  const entry = early.find((file) => file.type === 'chunk' && file.isEntry);
  if (entry?.type !== 'chunk') throw new Error('vite/prerender.ts: expected an entry in the early bundle.');
  const alive = entryChunk('alive', chunks);
  const scenes = chunks.filter((chunk) => chunk.isEntry && chunk.name.startsWith('scene-'));
  return {
    base,
    origin: process.env.SITE_URL?.replace(/\/$/, ''),
    head: `<style>${stylesheet(client, 'style')}</style>`,
    styles: eachOf(styles, (name) => stylesheet(client, `style-${name}`)),
    tail: `<script>${entry.code.trim().replaceAll('</script', '<\\/script')}</script>`,
    alive: [alive.fileName, ...importsOf(alive, chunks)].map((name) => base + name),
    terminal: base + chunkOf('xterm', chunks).fileName,
    scenes: Object.fromEntries(scenes.map((chunk) => [chunk.name.slice('scene-'.length), base + chunk.fileName])),
    scripts: eachOf(scripts, (name) => base + entryChunk(name, chunks).fileName),
    workbench: { module: base + entryChunk('workbench', chunks).fileName, megabytes: await megabytesOf(root) },
    search: { module: base + entryChunk('search', chunks).fileName, index: '' },
    terms: base + entryChunk('terms', chunks).fileName,
    later: base + entryChunk('later', chunks).fileName,
    // The workbench's thread is a bundle of its own.
    licences: await licencesOf(
      root,
      packagesIn([...chunks, ...worker.filter((file) => file.type === 'chunk')], ['v86']),
    ),
  };
}

/** A stylesheet of the client bundle as text. */
function stylesheet(client: Output, name: string): string {
  const sheet = stylesheets(client).find((asset) => asset.names.includes(`${name}.css`));
  if (!sheet) throw new Error(`vite/prerender.ts: expected the stylesheet "${name}.css" in the client bundle.`);
  return String(sheet.source).trim();
}

function stylesheets(client: Output): Rolldown.OutputAsset[] {
  return client.filter((file) => file.type === 'asset').filter(({ fileName }) => fileName.endsWith('.css'));
}

function entryChunk(name: string, chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  return chunkOf(
    name,
    chunks.filter((chunk) => chunk.isEntry),
  );
}

function chunkOf(name: string, chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  const found = chunks.find((chunk) => chunk.name === name);
  if (!found) throw new Error(`vite/prerender.ts: expected the chunk "${name}" in the client bundle.`);
  return found;
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

/** The npm packages whose modules are in the chunks, and some more. */
function packagesIn(chunks: Rolldown.OutputChunk[], more: string[]): string[] {
  const names = chunks
    .flatMap((chunk) => chunk.moduleIds)
    .map((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
    .filter((name) => name !== undefined);
  return [...new Set([...names, ...more])].sort();
}
