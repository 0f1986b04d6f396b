import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MarkdownIt from 'markdown-it';

const it = new MarkdownIt({ html: true });

/** Markdown as HTML. */
export function markdown(text) {
  return it.render(text);
}

/** Writes a file and the folders above it. */
export async function put(folder, name, content) {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Writes each page's recording to `casts/`. */
export async function putCasts(pages, folder) {
  for (const page of pages) await put(folder, `casts/${page.name}.cast`, page.cast);
}

/** How a peer's lazy player looks in a page: the place, and what is there once the recording is shown. */
export const playerPlace = () => ['.cast', '.cast .ap-line'];

/** The options of every player: the recording is fetched at once, and what it shows at its end stands in the frame. */
export const playerOptions = `{ preload: true, poster: 'npt:9:00', fit: 'width' }`;

/** Brings a player into each `.cast` that scrolls in, the way its quick start and any lazy component do it. `load` gives the module. */
export function lazyPlayers(load) {
  return `const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    ${load}.then(({ create }) => create(target.dataset.src, target, ${playerOptions}));
  }
});
for (const place of document.querySelectorAll('.cast')) near.observe(place);`;
}

/** A tool of the bench's own packages, by its file. */
export function toolAt(file) {
  return path.resolve('bench/node_modules', file);
}

/** The module that a bundler splits off for the player and its style. */
export const playerModule = `import 'asciinema-player/dist/bundle/asciinema-player.css';
export { create } from 'asciinema-player';
`;

/** A page's title and description, and what else a tool wants to know, as YAML. */
export function frontmatter({ title, description }, more = {}) {
  const fields = Object.entries({ title, description, ...more });
  return `---\n${fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n`;
}
