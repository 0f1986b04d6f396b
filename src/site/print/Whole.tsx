import { Fragment } from 'react';
import * as words from '../../words/index.ts';
import { parts } from '../../words/parts.ts';
import { type Chapter, chapters } from '../chapters.ts';
import { Footer } from '../Page.tsx';
import { ChapterContext, type Gathered } from '../prose/chapter-context.ts';
import { proseComponents } from '../prose/components.ts';
import { SceneDefs } from '../SceneDefs.tsx';
import { href, type Site } from '../site.ts';
import { PaperRules } from './PaperRules.tsx';

/** The whole article on one page, to be printed or read without a pause: every chapter, every step of every scene. */
export function Whole({
  site,
  homes,
  gathered,
}: {
  site: Site;
  homes: ReadonlyMap<string, Chapter>;
  gathered: Gathered;
}) {
  const [before, link, after] = parts(words.print.about);
  return (
    <main className="whole" id="content">
      <SceneDefs site={site} />
      <PaperRules homes={homes} />
      <h1>{words.page.site}</h1>
      <p>
        {before}
        <a href={href(site, '/')}>{link}</a>
        {after}
      </p>
      <ol className="whole-contents">
        {chapters.map((chapter) => (
          <li key={chapter.path}>
            <a href={`#${idOf(chapter)}`}>{chapter.title}</a>
          </li>
        ))}
      </ol>
      {chapters.map((chapter) => (
        <Fragment key={chapter.path}>
          <p className="kicker" id={idOf(chapter)}>
            {chapter.kicker ?? chapter.nav}
          </p>
          <h1>{chapter.title}</h1>
          <ChapterContext value={{ site, file: chapter.file, homes, gathered, prefix: `${idOf(chapter)}-` }}>
            <chapter.Content components={proseComponents} />
          </ChapterContext>
        </Fragment>
      ))}
      <Footer site={site} />
    </main>
  );
}

function idOf({ path }: Chapter): string {
  return `chapter-${path.replaceAll('/', '') || 'introduction'}`;
}
