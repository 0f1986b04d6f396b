import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import type { Site } from '../src/site/site.ts';
import { files } from './files.ts';
import { devFontFaces } from './fonts.ts';
import { licencesOf } from './licences.ts';
import { withoutPolicy } from './policy.ts';
import { type Server, withFonts } from './prerender.ts';
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
      const known = pages.routes.includes(route);
      const html = pages.renderPage(known ? route : '/404.html', await siteInDev(server, pages));
      const page = await server.transformIndexHtml(
        route,
        withoutPolicy(withFonts(html, devFontFaces(server.config.base))),
      );
      response.writeHead(known ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    } catch (error) {
      if (error instanceof Error) server.ssrFixStacktrace(error);
      next(error);
    }
  });
}

function load(server: ViteDevServer): Promise<Server> {
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr))
    throw new Error('vite/dev.ts: expected an ssr environment that can run modules.');
  return ssr.runner.import<Server>(`/${files.server}`);
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
    styles: { scenes: '', front: '', ledger: '', recordings: '', shelf: '', host: '' },
    tail: `<script type="module" src="${base}${files.entry}"></script>`,
    alive: [base + files.alive],
    terminal: base + files.terminal,
    terms: base + files.terms,
    later: base + files.later,
    scenes: Object.fromEntries(pages.scenes.map(({ id }) => [id, `${base}@id/virtual:scene/${id}`])),
    workbench: { module: base + files.workbench, megabytes: await megabytesOf(root) },
    scripts: { ledger: base + files.ledger, bench: base + files.bench, host: base + files.host },
    licences: await licencesOf(root, Object.keys(dependencies)),
  };
}
