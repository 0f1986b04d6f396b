import { newerNode } from './newer-node.mjs';
import { frontmatter, lazyPlayers, playerModule, playerPlace, put, putCasts, toolAt, withCast } from './shared.mjs';

const config = (pages, out) => `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  outDir: ${JSON.stringify(out)},
  integrations: [starlight({
    title: 'What Does Docker Truly Isolate?',
    sidebar: ${JSON.stringify(pages.map((page) => ({ label: page.nav, link: page.path })))},
  })],
});
`;

const content = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

const cast = `---
const { src } = Astro.props;
---
<div class="cast" data-src={src} style="min-height: 20rem"></div>
<script>
${lazyPlayers("import('./player.js')")}
</script>
`;

/** Astro Starlight as its template makes it. */
export const starlight = {
  id: 'starlight',
  name: 'Astro Starlight 0.42',
  short: 'Starlight',
  terminal: playerPlace,
  next: () => 'a[rel=next]',
  lacks: async () =>
    (await newerNode()) ? undefined : `Astro 7 needs Node 22.12, and this is ${process.versions.node}.`,
  async build({ pages, source, out, run }) {
    await put(source, 'astro.config.mjs', config(pages, out));
    // Astro bundles a package with its own imports only if the project names it.
    const dependencies = { astro: '*', '@astrojs/starlight': '*' };
    await put(source, 'package.json', JSON.stringify({ type: 'module', dependencies }));
    await put(source, 'tsconfig.json', '{ "extends": "astro/tsconfigs/strict" }');
    await put(source, 'src/content.config.ts', content);
    await put(source, 'src/components/Cast.astro', cast);
    await put(source, 'src/components/player.js', playerModule);
    await putCasts(pages, `${source}/public`);
    for (const page of pages) {
      const mdx = `${frontmatter(page)}import Cast from '../../components/Cast.astro';\n\n${withCast(page)}\n`;
      await put(source, `src/content/docs/${page.name}.mdx`, mdx);
    }
    await run(toolAt('astro/bin/astro.mjs'), ['build', '--root', source], {
      node: await newerNode(),
      env: { ASTRO_TELEMETRY_DISABLED: '1' },
    });
  },
};
