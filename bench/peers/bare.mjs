import { castMark } from '../text.mjs';
import { markdown, put } from './shared.mjs';

const style = `body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 system-ui,sans-serif}
table{display:block;overflow-x:auto}code,pre{font-family:monospace}nav{margin-top:3rem}`;

/** Plain files: the text as HTML and a few rules of style. `terminal` is what stands in the text, `head` and `tail` what it needs. */
export async function writeBare(pages, folder, { terminal = () => '', head = '', tail = '' } = {}) {
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

/** The limit: nothing can show the text sooner. It has no terminal. */
export const bare = {
  id: 'bare',
  name: 'bare HTML (the limit)',
  short: 'bare',
  next: () => 'a[rel=next]',
  build: ({ pages, out }) => writeBare(pages, out),
};
