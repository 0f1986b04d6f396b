import { createServer, isRunnableDevEnvironment } from 'vite';
import type { SceneData } from '../src/scene/data.ts';
import { files } from './files.ts';
import type { Server } from './prerender.ts';

/** The pages that the search looks into, rendered from the sources without a build, and the scenes on them: for tests of what readers find. */
export async function renderedPages(): Promise<{ pages: { route: string; html: string }[]; scenes: SceneData[] }> {
  const vite = await createServer({
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
  });
  try {
    const { ssr } = vite.environments;
    if (!ssr || !isRunnableDevEnvironment(ssr))
      throw new Error('vite/rendered.ts: expected an environment that can run modules.');
    const server = await ssr.runner.import<Server>(`/${files.server}`);
    const site = {
      base: '/',
      head: '',
      styles: { scenes: '', front: '', ledger: '', recordings: '', shelf: '', host: '' },
      tail: '',
      alive: [],
      terminal: '',
      scenes: Object.fromEntries(server.scenes.map(({ id }) => [id, ''])),
      workbench: { module: '', megabytes: '0' },
      scripts: { ledger: '', bench: '', host: '' },
      licences: [],
    };
    const searched = server.routes.filter(server.isSearched);
    return { pages: searched.map((route) => ({ route, html: server.renderPage(route, site) })), scenes: server.scenes };
  } finally {
    await vite.close();
  }
}
