import { use } from 'react';
import { contents } from '../chapters.ts';
import { href } from '../site.ts';
import { ChapterContext } from './chapter-context.ts';

/** All chapters with what each is about; one that is not written yet is not a link. */
export function MapOfHouse() {
  const { site } = use(ChapterContext);
  return (
    <ol className="map">
      {contents.slice(1).map(({ planned, chapter }) => (
        <li key={planned.nav} data-tone={planned.tone} className={planned.tone && 'sub'}>
          {chapter ? <a href={href(site, chapter.path)}>{planned.nav}</a> : <b>{planned.nav}</b>}
          <span>{planned.about}</span>
        </li>
      ))}
    </ol>
  );
}
