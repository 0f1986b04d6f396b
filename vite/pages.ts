import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildEnvironment, Plugin, Rolldown, ViteBuilder } from 'vite';

import { sceneIds } from '../src/compile/read.ts';
import { servePages } from './dev.ts';
import { files } from './files.ts';
import { plainError } from './plain-errors.ts';
import { type Server, writePages } from './prerender.ts';

/**
 * Builds the site as pages of plain HTML with islands. Four bundles: `client` is what the living scenes fetch,
 * `early` is the little that every page runs at once and so is written into it, `worker` keeps pages for offline, `ssr` renders.
 */
export function pages(): Plugin {
  return {
    name: 'pages',
    async config(config) {
      const ids = await sceneIds(config.root ?? process.cwd());
      const scenes = Object.fromEntries(ids.map((id) => [`scene-${id}`, `virtual:scene/${id}`]));
      // Two builds may run at once, each with its own base path.
      const serverFolder = `.cache/server-${process.pid}`;
      return {
        builder: {},
        environments: {
          client: {
            // There is no HTML file to find the imports in; found later, they would reload the page once.
            optimizeDeps: {
              entries: [
                files.entry,
                files.alive,
                files.workbench,
                files.search,
                files.later,
                ...Object.values(files.scripts),
              ],
            },
            build: {
              modulePreload: { polyfill: false },
              rolldownOptions: {
                input: {
                  alive: files.alive,
                  ...files.scripts,
                  later: files.later,
                  search: files.search,
                  style: files.style,
                  ...Object.fromEntries(Object.entries(files.styles).map(([name, file]) => [`style-${name}`, file])),
                  terms: files.terms,
                  workbench: files.workbench,
                  ...scenes,
                },
                preserveEntrySignatures: 'strict',
              },
            },
          },
          early: {
            consumer: 'client',
            build: {
              write: false,
              rolldownOptions: {
                input: files.entry,
                output: { format: 'iife' },
                // What src/words/ says is written out where it is said: a name for each would cost bytes that every page pays.
                optimization: { inlineConst: { mode: 'all', pass: 1 } },
              },
            },
          },
          worker: {
            consumer: 'client',
            build: { write: false, rolldownOptions: { input: files.worker, output: { format: 'iife' } } },
          },
          ssr: { build: { outDir: serverFolder, copyPublicDir: false, rolldownOptions: { input: files.server } } },
        },
      };
    },
    buildApp: {
      order: 'post',
      handler: (builder) =>
        buildSite(builder).catch((error) => {
          throw plainError(error);
        }),
    },
    configureServer: (server) => () => servePages(server),
    hotUpdate({ modules, server }) {
      if (this.environment.name !== 'ssr') return;
      // Prose and shell run on the server alone: the browser has no module of theirs to swap.
      const { moduleGraph, hot } = server.environments.client;
      const inBrowser = modules.some(({ file }) => file && moduleGraph.getModulesByFile(file)?.size);
      if (modules.length && !inBrowser) hot.send({ type: 'full-reload' });
    },
  };
}

async function buildSite(builder: ViteBuilder): Promise<void> {
  const client = await bundle(builder, 'client');
  const early = await bundle(builder, 'early');
  const worker = await bundle(builder, 'worker');
  await bundle(builder, 'ssr');
  const { root, base, environments } = builder.config;
  const serverFolder = path.resolve(root, environments.ssr?.build.outDir ?? '');
  const server = (await import(pathToFileURL(path.join(serverFolder, 'server.js')).href)) as Server;
  await writePages({
    root,
    base,
    outDir: path.resolve(root, environments.client?.build.outDir ?? ''),
    client,
    early,
    worker,
    server,
  });
  await rm(serverFolder, { recursive: true });
}

async function bundle(builder: ViteBuilder, name: string): Promise<Rolldown.RolldownOutput['output']> {
  const built = await builder.build(builder.environments[name] as BuildEnvironment);
  if (Array.isArray(built) || !('output' in built)) throw new Error(`vite/pages.ts: expected one bundle of ${name}.`);
  return built.output;
}
