import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const scenes = 30;
const recorded = 500_000;

/** The scene whose recording is repeated until it is large, and a pane of it. */
export const large = { scene: 'two-numbers', pane: 'host' };

/**
 * Lays two pages beside this site's own files: `/many/`, which has 30 living scenes, and `/embed/two-numbers/` whose recording is
 * its real one, each step's output repeated until the pane has printed 500 kB. Resolves with their folder.
 */
export async function buildMany(built, out) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  for (const part of ['assets', 'embed', 'print'])
    await cp(path.join(built, part), path.join(out, part), { recursive: true });
  for (const file of await readdir(out, { recursive: true }))
    if (/\.(br|gz)$/.test(file)) await rm(path.join(out, file));
  await mkdir(path.join(out, 'many'));
  await writeFile(path.join(out, 'many/index.html'), await manyOf(built));
  const { scene, pane } = large;
  const name = (await readdir(path.join(out, 'assets'))).find((file) => file.startsWith(`scene-${scene}-`));
  await enlarge(path.join(out, 'assets', name), pane);
  return out;
}

/** The chapter with the most scenes, and scenes of other chapters after its own. */
async function manyOf(built) {
  const read = (chapter) => readFile(path.join(built, chapter, 'index.html'), 'utf8');
  const page = await read('cgroups');
  const own = islandsOf(page);
  const more = [];
  for (const chapter of [
    'escapes',
    'not-isolated',
    'fence',
    'namespaces',
    'pid',
    'network',
    'mount',
    'uts',
    'ipc',
    'user',
    'vms',
    'cgroup-namespace',
  ])
    more.push(...islandsOf(await read(chapter)));
  const last = own.at(-1);
  const end = page.indexOf(last) + last.length;
  return page.slice(0, end) + more.slice(0, scenes - own.length).join('\n') + page.slice(end);
}

function islandsOf(html) {
  return [...html.matchAll(/<div class="island"/g)].map(({ index }) => {
    let open = 0;
    for (const tag of html.slice(index).matchAll(/<(\/?)div\b/g)) {
      open += tag[1] ? -1 : 1;
      if (open === 0) return `${html.slice(index, index + tag.index)}</div>`;
    }
    throw new Error('benchmark: expected an island to end.');
  });
}

async function enlarge(file, pane) {
  const { default: scene } = await import(pathToFileURL(file).href);
  const [take] = scene.takes;
  const printed = take.steps.map((step) => step.printed[pane]).filter(Boolean);
  const size = printed.flatMap(({ bytes }) => bytes).reduce((sum, [, text]) => sum + text.length, 0);
  for (const one of printed)
    one.bytes = Array(Math.ceil(recorded / size))
      .fill(one.bytes)
      .flat();
  await writeFile(file, `export default ${JSON.stringify(scene)};\n`);
}
