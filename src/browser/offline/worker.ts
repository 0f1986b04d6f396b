import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import type { Asked, HowMuch, Manifest } from './manifest.ts';

/** What of a service worker's world is used here; TypeScript's own names for it clash with those of pages. */
interface Worker {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; matchAll(options: object): Promise<unknown[]> };
  addEventListener(type: string, listener: (event: Happening) => void): void;
}
interface Happening {
  data: Asked | { type: 'SKIP_WAITING' };
  ports: MessagePort[];
  waitUntil(done: Promise<unknown>): void;
}

const worker = self as unknown as Worker;
// The build writes the manifest in here. As JSON text: quicker to read than code.
const manifest = JSON.parse('%manifest%') as Manifest;
const prefix = 'pages-';
const pagesName = prefix + manifest.version;
const filesName = 'files';

// The workbench keeps its machine itself.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && url.pathname.startsWith(manifest.assets) && !/\.(?:wasm|zst)$/.test(url.pathname),
  new CacheFirst({ cacheName: filesName }),
);

// A page that is kept is answered as it was kept, so that it and its files are of one version; another comes from the network.
registerRoute(
  new NavigationRoute(async ({ url, request }) => {
    const kept = await caches.match(url.pathname, { cacheName: pagesName });
    if (kept) return kept;
    // A folder that was typed without its last slash; a host would lead there.
    if (manifest.pages[`${url.pathname}/`]) return Response.redirect(`${url.pathname}/${url.search}`, 301);
    try {
      return await fetch(request);
    } catch {
      // As an older version kept it, if one did.
      const older = await caches.match(url.pathname);
      return older ?? (await caches.match(manifest.instead, { cacheName: pagesName })) ?? Response.error();
    }
  }),
);

worker.addEventListener('install', (event) => event.waitUntil(keepAnew()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver().then(() => worker.clients.claim())));
worker.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data.type === 'SKIP_WAITING') event.waitUntil(worker.skipWaiting());
  if (data.type === 'PAGES') ports[0]?.postMessage(Object.keys(manifest.pages));
  if (data.type === 'KEPT') event.waitUntil(howMuch().then((answer) => ports[0]?.postMessage(answer)));
  if (data.type === 'KEEP')
    event.waitUntil(
      keep(data.path).then(
        (kept) => ports[0]?.postMessage(kept),
        () => ports[0]?.postMessage(false),
      ),
    );
});

/** Keeps a page with all its files, or the index; false when it is none of this version's. The page comes last: what is kept is whole. */
async function keep(path: string): Promise<boolean> {
  if (path === manifest.index) return keepFiles([path]);
  const page = manifest.pages[path];
  if (!page) return false;
  const pages = await caches.open(pagesName);
  if (await pages.match(path)) return true;
  const response = await fetch(path, { cache: 'no-cache' });
  // The host may have a newer one already, whose files this version does not know.
  if ((await hashOf(await response.clone().arrayBuffer())) !== page.hash) return false;
  await keepFiles(page.files);
  await pages.put(path, response);
  return true;
}

async function keepFiles(names: string[]): Promise<true> {
  const files = await caches.open(filesName);
  for (const file of names) if (!(await files.match(file))) await files.add(file);
  return true;
}

async function howMuch(): Promise<HowMuch> {
  const pages = Object.keys(manifest.pages);
  const keptPages = await caches.open(pagesName);
  const found = await Promise.all(pages.map((path) => keptPages.match(path)));
  const kept = found.filter(Boolean).length;
  const index = await (await caches.open(filesName)).match(manifest.index);
  return { kept, pages: pages.length, whole: kept === pages.length && index !== undefined };
}

/** The caches of older versions, and what is in them. */
async function olderKept(): Promise<{ name: string; paths: string[] }[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== pagesName);
  return Promise.all(
    names.map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return { name, paths: requests.map(({ url }) => new URL(url).pathname) };
    }),
  );
}

/** Keeps what older versions kept; without a network it fails, and the older version stays in place until there is one. */
async function keepAnew(): Promise<void> {
  await keep(manifest.instead);
  const files = await caches.open(filesName);
  const paths = (await olderKept()).flatMap((older) => older.paths);
  if ((await files.keys()).some(({ url }) => /\/search-[\w-]+\.json$/.test(url))) paths.push(manifest.index);
  for (const path of paths)
    await keep(path).catch((error) => {
      // Of a disk that is full a network is no cure.
      if (error instanceof TypeError) throw error;
    });
}

/** Lets older versions go, but for what could not be kept anew. */
async function takeOver(): Promise<void> {
  for (const { name, paths } of await olderKept()) {
    const older = await caches.open(name);
    for (const path of paths)
      if (!manifest.pages[path] || (await keep(path).catch(() => false))) await older.delete(path);
    if (!(await older.keys()).length) await caches.delete(name);
  }
  // A page of the older version that is kept or open still may ask for its files.
  if ((await olderKept()).length || (await worker.clients.matchAll({ type: 'window' })).length > 1) return;
  const files = await caches.open(filesName);
  const wanted = new Set([manifest.index, ...Object.values(manifest.pages).flatMap((page) => page.files)]);
  for (const request of await files.keys()) if (!wanted.has(new URL(request.url).pathname)) await files.delete(request);
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
