import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

const scenesFolder = 'content/scenes';

/** Where the terminal of a page stands in its text; each peer puts its own in place of this line. */
export const castMark = 'TERMINAL-OF-THIS-PAGE';

/**
 * The chapters that have a scene, as plain Markdown: what any tool can build. Each keeps one terminal, where the last of its
 * scenes stands: further down than the first screen, so that a reader has to scroll to it.
 */
export async function readPages() {
  const { quote } = await tsImport('../src/host/entity.ts', import.meta.url);
  const files = readdirSync('content/chapters').filter((file) => file.endsWith('.mdx'));
  const pages = [];
  for (const file of files.sort()) {
    const mdx = readFileSync(path.join('content/chapters', file), 'utf8');
    const scene = [...mdx.matchAll(/<Scene id="([^"]+)" \/>/g)].at(-1)?.[1];
    if (scene) pages.push({ ...(await pageOf(mdx, scene, quote)), said: await saidOf(scene, quote) });
  }
  return pages.map((page, i) => ({ ...page, next: pages[i + 1] }));
}

async function pageOf(mdx, scene, quote) {
  const [, front, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(mdx);
  const field = (name) =>
    new RegExp(`^${name}: (.*)$`, 'm')
      .exec(front)?.[1]
      .trim()
      .replace(/^"(.*)"$/, '$1');
  const markdown = (await withValues(body, quote))
    .replace(/<Source href="([^"]+)" title="([^"]+)">(.*?)<\/Source>/gs, ' ([$2]($1): $3)')
    .replace(/<Moved to="([^"]+)" scenes="[^"]*">(.*?)<\/Moved>/gs, '[$2]($1)')
    .replaceAll(`<Scene id="${scene}" />`, castMark)
    .replace(/^<\w+[^>]*\/>\n/gm, '')
    .trim();
  return {
    path: field('path'),
    /** Its file or folder below a site's root: `pid`, and `index` for the first. */
    name: field('path').replaceAll('/', '') || 'index',
    title: field('title'),
    nav: field('nav'),
    description: field('description'),
    markdown,
    scene,
    cast: castOf(scene),
  };
}

/** The text with each recorded value in place. */
async function withValues(text, quote) {
  const parts = text.split(/(<Recorded [^>]*\/>)/);
  for (const [i, part] of parts.entries()) {
    if (!part.startsWith('<Recorded ')) continue;
    const { scene, step, take, value } = Object.fromEntries(
      [...part.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, found]) => [name, found]),
    );
    const { default: script } = await tsImport(`../${scenesFolder}/${scene}/scene.ts`, import.meta.url);
    const facts = readFileSync(path.join(scenesFolder, scene, take ?? Object.keys(script.takes)[0], 'facts.json'));
    const then = JSON.parse(facts).steps.find(({ id }) => id === step);
    parts[i] = quote(value, then.after, script.entities);
  }
  return parts.join('');
}

/** What a scene's last step means, in its sentence. */
async function saidOf(scene, quote) {
  const { default: script } = await tsImport(`../${scenesFolder}/${scene}/scene.ts`, import.meta.url);
  const facts = readFileSync(path.join(scenesFolder, scene, Object.keys(script.takes)[0], 'facts.json'));
  const { id, after } = script.steps.at(-1);
  const then = JSON.parse(facts).steps.find((step) => step.id === id);
  return after.replace(/\{([^}]+)\}/g, (_, value) => quote(value, then.after, script.entities)).replaceAll('`', '');
}

/** The largest recording of a scene's default take. */
function castOf(scene) {
  const folder = path.join(scenesFolder, scene, 'default');
  const casts = readdirSync(folder)
    .filter((file) => file.endsWith('.cast'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return casts.sort((a, b) => b.length - a.length)[0];
}
