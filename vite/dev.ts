import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import type * as Gallery from '../src/site/gallery/gallery.tsx';
import { eachOf } from '../src/site/modules.ts';
import type { Site } from '../src/site/site.ts';
import { files } from './files.ts';
import { devFontFaces } from './fonts.ts';
import { licencesOf } from './licences.ts';
import type { Server } from './prerender.ts';
import { megabytesOf } from './workbench.ts';

/** Answers requests for pages while developing: rendered anew each time, from the sources. */
export function servePages(server: ViteDevServer): void {
  server.middlewares.use(async (request, response, next) => {
    if (request.method !== 'GET' || !request.headers.accept?.includes('text/html')) return next();
    const route = new URL(request.url ?? '/', 'http://dev').pathname;
    try {
      const pages = await load(server);
      const text = pages.texts.get(route);
      if (text) return response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
      const isGallery = route === galleryRoute;
      const known = isGallery || pages.routes.includes(route);
      const site = await siteInDev(server, pages);
      // The server writes scripts of its own into the page: here it has no policy.
      const finish = { fonts: devFontFaces(server.config.base), policy: () => '' };
      const parts = isGallery ? (await galleryOf(server)).galleryPage(site) : pages.renderPage(route, site);
      const html = pages.documentOf(site, parts, finish);
      const page = await server.transformIndexHtml(route, html);
      response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } catch (error) {
      if (error instanceof Error) server.ssrFixStacktrace(error);
      next(error);
    }
  });
}

const load = (server: ViteDevServer) => run<Server>(server, files.server);

/** Every lens with a few hosts, for those who draw: only here, so that no build holds it. */
const galleryOf = (server: ViteDevServer) => run<typeof Gallery>(server, files.gallery);
const galleryRoute = '/gallery/';

function run<Module>({ environments: { ssr } }: ViteDevServer, file: string): Promise<Module> {
  if (!ssr || !isRunnableDevEnvironment(ssr))
    throw new Error('vite/dev.ts: expected an ssr environment that can run modules.');
  return ssr.runner.import<Module>(`/${file}`);
}

async function siteInDev(server: ViteDevServer, pages: Server): Promise<Site> {
  const { base, root } = server.config;
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return {
    base,
    head: [files.style, ...Object.values(files.styles)]
      .map((file) => `<link rel="stylesheet" href="${base}${file}">`)
      .join(''),
    styles: eachOf(files.styles, () => ''),
    tail: `<script type="module" src="${base}${files.entry}"></script>`,
    alive: [base + files.alive],
    terminal: base + files.terminal,
    terms: base + files.terms,
    later: base + files.later,
    scenes: Object.fromEntries(pages.scenes.map(({ id }) => [id, `${base}@id/virtual:scene/${id}`])),
    workbench: { module: base + files.workbench, megabytes: await megabytesOf(root) },
    scripts: eachOf(files.scripts, (_, file) => base + file),
    licences: await licencesOf(root, Object.keys(dependencies)),
  };
}
