import { createServer, isRunnableDevEnvironment } from 'vite';
import type { SceneData } from '../src/scene/data.ts';
import type { Rendered } from '../src/site/server.tsx';
import { bareSite } from '../src/site/site.ts';
import { files } from './files.ts';
import type { Server } from './prerender.ts';

/** The pages that the search looks into, rendered from the sources without a build, and the scenes on them: for tests of what readers find. */
export async function renderedPages(): Promise<{ pages: Rendered[]; scenes: SceneData[] }> {
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
    const site = { ...bareSite, scenes: Object.fromEntries(server.scenes.map(({ id }) => [id, ''])) };
    const pages = server.routes.map((route) => server.renderPage(route, site));
    return { pages: pages.filter(({ searched }) => searched), scenes: server.scenes };
  } finally {
    await vite.close();
  }
}
