import type { Chapter } from '../chapters.ts';
import { siteName } from '../name.ts';
import { Scene } from '../prose/Scene.tsx';
import { href, type Site } from '../site.ts';

/** One scene by itself, to be shown in a frame on another site, with the way to its chapter. */
export function Embed({ site, id, title, home }: { site: Site; id: string; title: string; home: Chapter }) {
  const address = `${href(site, home.path)}#${id}`;
  return (
    <main className="embed">
      <h1 className="visually-hidden">{title}</h1>
      <Scene id={id} home={href(site, home.path)} />
      <p className="embed-home">
        From{' '}
        <a href={address} target="_blank" rel="noopener">
          {home.title} · {siteName}
        </a>
      </p>
    </main>
  );
}
