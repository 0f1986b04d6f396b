import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import { href, type Site } from './site.ts';

/** What the 404 page says. */
export function NotFound({ site }: { site: Site }) {
  const [before, link, after] = parts(words.pages.notFound.says);
  return (
    <p>
      {before}
      <a href={href(site, '/')}>{link}</a>
      {after}
    </p>
  );
}
