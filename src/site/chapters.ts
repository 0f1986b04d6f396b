import type { ComponentType } from 'react';
import { outline, type Planned } from '../../content/outline.ts';
import { type Frontmatter, inOrder, readFrontmatter } from './frontmatter.ts';

export interface Chapter extends Frontmatter {
  /** Below the project's root, for messages. */
  file: string;
  /** The prose. */
  Content: ComponentType<{ components?: Record<string, unknown> }>;
}

interface ChapterModule {
  default: Chapter['Content'];
  frontmatter?: unknown;
}

const modules = import.meta.glob<ChapterModule>('/content/chapters/*.mdx', { eager: true });

/** The chapters that are written, in the order of the outline. */
export const chapters: Chapter[] = inOrder(
  Object.entries(modules).map(([id, module]) => {
    const file = id.slice(1);
    return { ...readFrontmatter(file, module.frontmatter), file, Content: module.default };
  }),
);

/** Every planned chapter with its page, as far as it is written. */
export const contents: { planned: Planned; chapter: Chapter | undefined }[] = outline.map((planned) => ({
  planned,
  chapter: chapters.find((chapter) => chapter.nav === planned.nav),
}));
