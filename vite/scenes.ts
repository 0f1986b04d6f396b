import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { AuthorError, fail } from '../src/compile/author-error.ts';
import { scriptFrom } from '../src/compile/check-script.ts';
import { sceneModule } from '../src/compile/module.ts';
import { readRecordings, sceneIds, scenesFolder } from '../src/compile/read.ts';
import { compileScene } from '../src/compile/scene.ts';
import { sameLab } from '../src/recording/same-lab.ts';
import type { SceneScript } from '../src/recording/script.ts';
import type { SceneData } from '../src/scene/data.ts';

const one = 'virtual:scene/';
const all = 'virtual:scenes';
const loaders = 'virtual:scene-loaders';
const facts = 'virtual:facts';

/**
 * Joins scripts and recordings into modules: `virtual:scene/<id>` is a scene's data, `virtual:scenes` all of them,
 * `virtual:scene-loaders` a way to fetch each one when it is needed, `virtual:facts` what the host reported, for prose that quotes it. The recordings themselves are served for download.
 */
export function scenes(): Plugin {
  let root = process.cwd();
  const compiled = new Map<string, Promise<SceneData>>();

  const compiledScene = (id: string): Promise<SceneData> => {
    const known = compiled.get(id) ?? sceneOf(root, id);
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
      if (id === all || id === loaders || id === facts || id.startsWith(one)) return `\0${id}`;
    },

    async load(id) {
      if (!id.startsWith('\0virtual:scene') && id !== `\0${facts}`) return;
      const name = id.slice(1);
      const ids = await sceneIds(root);
      if (name === facts) return factsModule(root, ids);
      if (name === all) {
        oneLab(await Promise.all(ids.map(compiledScene)));
        return allScenes(ids);
      }
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
      const stale = [`\0${one}${scene}`, `\0${all}`, `\0${loaders}`, `\0${facts}`].flatMap(
        (id) => graph.getModuleById(id) ?? [],
      );
      for (const module of stale) graph.invalidateModule(module);
      this.environment.hot.send({ type: 'full-reload' });
      return [...modules, ...stale];
    },
  };
}

async function sceneOf(root: string, id: string): Promise<SceneData> {
  return compileScene(root, await scriptOf(root, id));
}

/** By scene, take and step: the facts when the step is over. */
async function factsModule(root: string, ids: string[]): Promise<string> {
  const scenes = await Promise.all(
    ids.map(async (id) => {
      const takes = Object.entries(await readRecordings(root, await scriptOf(root, id)));
      const steps = takes.map(([take, { facts }]) => [
        take,
        Object.fromEntries(facts.steps.map((s) => [s.id, s.after])),
      ]);
      return [id, Object.fromEntries(steps)];
    }),
  );
  return `export const facts = ${JSON.stringify(Object.fromEntries(scenes))};\n`;
}

/** A scene's script, from its file. */
export async function scriptOf(root: string, id: string): Promise<SceneScript> {
  const file = `${scenesFolder}/${id}/scene.ts`;
  const { module } = await runnerImport<{ default?: unknown }>(path.join(root, file));
  return scriptFrom(module.default, id, file);
}

/** A page speaks of one host: recordings of different labs fail the build. */
function oneLab(scenes: SceneData[]): void {
  const [mistake] = sameLab(scenes.flatMap((scene) => scene.takes.map((take) => take.provenance)));
  if (mistake) throw new AuthorError(`${scenesFolder}: ${mistake}`);
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
