import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { since } from '../content/since.ts';
import { readRecordings, readRoot, sceneIds, scenesFolder } from '../src/compile/read.ts';
import type { RecordedTake } from '../src/recording/proof/recorded-take.ts';
import type { RecordingsData } from '../src/site/recordings/data.ts';
import { planOf } from '../src/verify/plan.ts';
import { reasonsSince } from '../src/verify/reasons.ts';
import { verifyScript } from '../src/verify/script.ts';
import { scriptOf } from './scenes.ts';

const module = 'virtual:recordings';
const served = 'verify.sh';

/** `virtual:recordings`: every recording's size, the lab that they come from, and the script that asks the reader's own Docker; the script is served, too. */
export function recordings(): Plugin {
  let root = process.cwd();
  let known: Promise<RecordingsData> | undefined;
  const data = () => {
    known ??= dataOf(root);
    return known;
  };

  return {
    name: 'recordings',
    sharedDuringBuild: true,

    configResolved(config) {
      root = config.root;
    },

    resolveId(id) {
      if (id === module) return `\0${id}`;
    },

    async load(id) {
      if (id === `\0${module}`) return `export const recordings = ${JSON.stringify(await data())};\n`;
    },

    async generateBundle() {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'asset', fileName: served, source: (await data()).verify });
    },

    hotUpdate() {
      known = undefined;
    },

    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const wanted = new URL(request.url ?? '/', 'http://localhost').pathname;
        if (wanted !== server.config.base + served) return next();
        response.setHeader('Content-Type', 'text/plain; charset=utf-8');
        response.end((await data()).verify);
      });
    },
  };
}

async function dataOf(root: string): Promise<RecordingsData> {
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  const lockText = await read('lab/lock.json');
  const lock = JSON.parse(lockText) as { trees: Record<string, { suite: string; packages: Record<string, unknown> }> };
  const files: RecordingsData['files'] = {};
  const plans = [];
  let provenance: RecordedTake['facts']['provenance'] | undefined;
  for (const id of await sceneIds(root)) {
    const scene = await scriptOf(root, id);
    const takes = await readRecordings(root, scene);
    for (const [take, { panes }] of Object.entries(takes))
      for (const [pane, recording] of Object.entries(panes)) {
        const download = `recordings/${id}/${take}/${pane}.cast`;
        const text = await read(`${scenesFolder}/${id}/${take}/${pane}.cast`);
        const last = recording.steps.at(-1)?.events.at(-1)?.[0] ?? 0;
        files[download] = { bytes: Buffer.byteLength(text), seconds: Math.round(last) };
      }
    const [take = ''] = Object.keys(scene.takes);
    const told = takes[take];
    if (!told) continue;
    provenance ??= told.facts.provenance;
    plans.push(planOf({ scene, take, ...told }));
  }
  if (!provenance) throw new Error(`${scenesFolder}: expected at least one recording, found none.`);
  const { hash, text } = await readRoot(root);
  return {
    files,
    root: { hash, files: text.trim().split('\n').length },
    lock: createHash('sha256').update(lockText).digest('hex'),
    trees: Object.entries(lock.trees).map(([name, { suite, packages }]) => ({
      name,
      suite,
      packages: Object.keys(packages).length,
    })),
    verify: verifyScript(plans, {
      moved: reasonsSince(since),
      template: await read('src/verify/verify.sh'),
      dockerfile: await read('lab/images/Dockerfile.13'),
      provenance,
    }),
    leftOut: plans.flatMap(({ scene, acts }) =>
      acts.flatMap((act) =>
        act.do === 'stop' || act.do === 'leave out' ? [{ scene, command: act.command, why: act.why }] : [],
      ),
    ),
  };
}
