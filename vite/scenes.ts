import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import type { SceneScript } from '../src/recording/script.ts';
import type { SceneData } from '../src/scene/data.ts';
import { fail } from './compile/author-error.ts';
import { compile } from './compile/compile.ts';
import { sceneModule } from './compile/module.ts';
import { readRecordings, sceneIds, scenesFolder } from './compile/read.ts';

const one = 'virtual:scene/';
const all = 'virtual:scenes';
const loaders = 'virtual:scene-loaders';

/**
 * Joins scripts and recordings into modules: `virtual:scene/<id>` is a scene's data, `virtual:scenes` all of them,
 * `virtual:scene-loaders` a way to fetch each one when it is needed. The recordings themselves are served for download.
 */
export function scenes(): Plugin {
  let root = process.cwd();
  const compiled = new Map<string, Promise<SceneData>>();

  const compiledScene = (id: string): Promise<SceneData> => {
    const known = compiled.get(id) ?? compileScene(root, id);
    compiled.set(id, known);
    return known;
  };

  return {
    name: 'scenes',
    sharedDuringBuild: true,

    configResolved(config) {
      root = config.root;
    },

    resolveId(id) {
      if (id === all || id === loaders || id.startsWith(one)) return `\0${id}`;
    },

    async load(id) {
      if (!id.startsWith('\0virtual:scene')) return;
      const name = id.slice(1);
      const ids = await sceneIds(root);
      if (name === all) return allScenes(ids);
      if (name === loaders) return `export default {${ids.map(loader).join()}};`;
      const scene = name.slice(one.length);
      if (!ids.includes(scene)) fail({ file: `${scenesFolder}/${scene}` }, 'a folder with a scene.ts', 'none');
      return sceneModule(await compiledScene(scene));
    },

    async generateBundle() {
      if (this.environment.name !== 'client') return;
      for (const id of await sceneIds(root))
        for (const download of downloadsOf(await compiledScene(id)))
          this.emitFile({ type: 'asset', fileName: download, source: await readFile(sourceOf(root, download)) });
    },

    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const wanted = new URL(request.url ?? '/', 'http://localhost').pathname.replace(server.config.base, '/');
        const file = /^\/recordings\/[\w-]+\/[\w-]+\/[\w-]+\.cast$/.test(wanted) && sourceOf(root, wanted.slice(1));
        if (!file || !existsSync(file)) return next();
        response.setHeader('Content-Type', 'application/x-asciicast');
        createReadStream(file).pipe(response);
      });
    },

    hotUpdate({ file, modules }) {
      const [scene] = path.relative(path.join(root, scenesFolder), file).split(path.sep);
      if (!scene || scene === '..') return;
      compiled.delete(scene);
      const graph = this.environment.moduleGraph;
      const stale = [`\0${one}${scene}`, `\0${all}`, `\0${loaders}`].flatMap((id) => graph.getModuleById(id) ?? []);
      for (const module of stale) graph.invalidateModule(module);
      this.environment.hot.send({ type: 'full-reload' });
      return [...modules, ...stale];
    },
  };
}

async function compileScene(root: string, id: string): Promise<SceneData> {
  const file = `${scenesFolder}/${id}/scene.ts`;
  const { module } = await runnerImport<{ default?: SceneScript }>(path.join(root, file));
  const script = module.default;
  if (!script) return fail({ file }, 'a default export of defineScene', 'none');
  if (script.id !== id) fail({ file }, `the id "${id}", as the folder is named`, `"${script.id}"`);
  return compile(script, await readRecordings(root, script));
}

function allScenes(ids: string[]): string {
  const imports = ids.map((id, i) => `import s${i} from '${one}${id}';`);
  return `${imports.join('\n')}\nexport const scenes = [${ids.map((_, i) => `s${i}`).join()}];\n`;
}

function loader(id: string): string {
  return `${JSON.stringify(id)}:()=>import('${one}${id}')`;
}

function downloadsOf(scene: SceneData): string[] {
  return scene.takes.flatMap((take) => Object.values(take.downloads));
}

function sourceOf(root: string, download: string): string {
  return path.join(root, scenesFolder, download.replace(/^recordings\//, ''));
}
