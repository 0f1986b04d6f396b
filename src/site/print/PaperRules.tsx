import { scenes } from 'virtual:scenes';
import type { Chapter } from '../chapters.ts';
import { Styles } from '../Styles.tsx';
import { paperRules } from './drawn.ts';

/** What is left out when a page is printed: of one chapter's scenes, or of all. */
export function PaperRules({ homes, chapter }: { homes: ReadonlyMap<string, Chapter>; chapter?: Chapter }) {
  const css = paperRules(scenes.filter(({ id }) => homes.has(id) && (!chapter || homes.get(id) === chapter)));
  return css ? <Styles css={css} /> : null;
}
