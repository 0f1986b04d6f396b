import { frontmatter, playerModule, playerOptions, playerPlace, put, putCasts, toolAt, withCast } from './shared.mjs';

const title = 'What Does Docker Truly Isolate?';

const config = `export default {
  title: '${title}',
  url: 'https://localhost',
  baseUrl: '/',
  trailingSlash: true,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.js' }, blog: false }]],
  themeConfig: { navbar: { title: '${title}' } },
};
`;

const cast = `import { useEffect, useRef } from 'react';
export default function Cast({ src }) {
  const place = useRef(null);
  useEffect(() => {
    const near = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      import('./player.js').then(({ create }) => create(src, place.current, ${playerOptions}));
    });
    near.observe(place.current);
    return () => near.disconnect();
  }, [src]);
  return <div ref={place} className="cast" style={{ minHeight: '20rem' }} />;
}
`;

/** Docusaurus with its classic preset. */
export const docusaurus = {
  id: 'docusaurus',
  name: 'Docusaurus 3.10',
  short: 'Docusaurus',
  terminal: playerPlace,
  next: () => 'a.pagination-nav__link--next',
  async build({ pages, source, out, run }) {
    await put(source, 'docusaurus.config.mjs', config);
    await put(source, 'package.json', '{ "name": "peer", "private": true }');
    const ids = JSON.stringify(pages.map((page) => page.name));
    await put(source, 'sidebars.js', `module.exports = { docs: ${ids} };\n`);
    await put(source, 'src/components/Cast.jsx', cast);
    await put(source, 'src/components/player.js', playerModule);
    await putCasts(pages, `${source}/static`);
    for (const page of pages) {
      const more = { id: page.name, slug: page.path, sidebar_label: page.nav };
      const mdx = `${frontmatter(page, more)}import Cast from '@site/src/components/Cast';\n\n${withCast(page)}\n`;
      await put(source, `docs/${page.name}.mdx`, mdx);
    }
    await run(toolAt('@docusaurus/core/bin/docusaurus.mjs'), ['build', source, '--out-dir', out]);
  },
};
