import { type ReactNode, use } from 'react';
import { href } from '../site.ts';
import { ChapterContext } from './chapter-context.ts';

/** A word of the glossary: a link to it, which a script shows as a note on the spot. See vite/terms.ts. */
export function Term({ id, children }: { id: string; children?: ReactNode }) {
  const { site } = use(ChapterContext);
  return (
    <a className="term" href={href(site, `/glossary/#${id}`)} data-term={id}>
      {children}
    </a>
  );
}
