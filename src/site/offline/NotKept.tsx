import * as words from '../../words/index.ts';
import { parts } from '../../words/parts.ts';
import { href, type Site } from '../site.ts';

/** What stands in the place of a page that is not kept while there is no network. */
export function NotKept({ site }: { site: Site }) {
  const [before, link, after] = parts(words.offline.notKeptSays);
  return (
    <main className="whole" id="content">
      <h1>{words.offline.notKept}</h1>
      <p>
        {before}
        <a href={href(site, '/')}>{link}</a>
        {after}
      </p>
    </main>
  );
}
