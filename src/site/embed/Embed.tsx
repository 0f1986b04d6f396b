import * as words from '../../words/index.ts';
import { parts } from '../../words/parts.ts';
import type { Chapter } from '../chapters.ts';
import { Scene } from '../prose/Scene.tsx';
import { href, type Site } from '../site.ts';

/** One scene by itself, to be shown in a frame on another site, with the way to its chapter. */
export function Embed({ site, id, title, home }: { site: Site; id: string; title: string; home: Chapter }) {
  const [before, link, after] = parts(words.page.from(home.title));
  const address = `${href(site, home.path)}#${id}`;
  return (
    <main className="embed">
      <h1 className="visually-hidden">{title}</h1>
      <Scene id={id} home={href(site, home.path)} />
      <p className="embed-home">
        {before}
        <a href={address} target="_blank" rel="noopener">
          {link}
        </a>
        {after}
      </p>
    </main>
  );
}
