import { type ReactNode, use } from 'react';
import { href } from '../site.ts';
import { ChapterContext } from './chapter-context.ts';

/** A link to the page where scenes stand that stood on this one, named by their ids: an address of such a scene leads on to it, see browser/moved.ts. */
export function Moved({ to, scenes, children }: { to: string; scenes: string; children?: ReactNode }) {
  const { site } = use(ChapterContext);
  return (
    <a href={href(site, to)} data-moved={scenes}>
      {children}
    </a>
  );
}
