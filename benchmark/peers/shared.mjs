import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { castMark } from '../text.mjs';

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 system-ui,sans-serif}
table{display:block;overflow-x:auto}code,pre{font-family:monospace}nav{margin-top:3rem}`;

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

/** A page's text with its recording as the component that a bundler's peer has for it. */
export function withCast({ markdown, name }) {
  return markdown.replace(castMark, `<Cast src="/casts/${name}.cast" />`);
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

/** A tool of the benchmark's own packages, by its file. */
export function toolAt(file) {
  return path.resolve('benchmark/node_modules', file);
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

/** Plain files: the text as HTML and a few rules of style. `terminal` is what stands in the text, `head` and `tail` what it needs. */
export async function writePlain(pages, folder, { terminal = () => '', head = '', tail = '' } = {}) {
  for (const page of pages) {
    const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="data:,">
<style>${style}</style>${head}
</head>
<body>
<main>
<h1>${page.title}</h1>
${markdown(page.markdown).replace(`<p>${castMark}</p>`, terminal(page))}
</main>
<nav>${page.next ? `<a rel="next" href="${page.next.path}">${page.next.title}</a>` : ''}</nav>${tail}
</body>
</html>
`;
    await put(folder, `${page.path.slice(1)}index.html`, html);
  }
}
