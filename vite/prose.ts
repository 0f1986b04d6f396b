import mdx from '@mdx-js/rollup';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdxFrontmatter from 'remark-mdx-frontmatter';
import type { Plugin } from 'vite';
import { remarkSources } from './sources.ts';
import { remarkTerms } from './terms.ts';

/** Turns chapters into components; runs before React's plugin, which would not know what to do with Markdown. */
export function prose(): Plugin {
  return {
    enforce: 'pre',
    ...mdx({ remarkPlugins: [remarkFrontmatter, remarkMdxFrontmatter, remarkGfm, remarkTerms, remarkSources] }),
  } as Plugin;
}
