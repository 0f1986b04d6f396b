import type { ReactNode } from 'react';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import { Contents } from './Contents.tsx';
import type { Chapter } from './chapters.ts';
import { href, type Site } from './site.ts';

export interface PageProps {
  site: Site;
  title: string;
  /** The line above the title; absent where the page begins with something better. */
  kicker?: string | undefined;
  /** The chapter's name in the contents, when the page is a chapter. */
  current?: string;
  previous?: Chapter | undefined;
  next?: Chapter | undefined;
  /** The chapter in which each scene stands. */
  homes: ReadonlyMap<string, Chapter>;
  children: ReactNode;
}

/** Everything on a page: contents, chapter, the ways on and back, and whom to thank. */
export function Page({ site, title, kicker, current, previous, next, homes, children }: PageProps) {
  return (
    <>
      <a className="skip" href="#content">
        {words.page.skip}
      </a>
      <div className="page">
        <Contents site={site} current={current} homes={homes} />
        <main id="content" tabIndex={-1}>
          {kicker && <p className="kicker">{kicker}</p>}
          <h1>{title}</h1>
          {children}
          <Onward site={site} previous={previous} next={next} />
          <Footer site={site} />
          <Rules id="ready-pointed" rules={{ prerender: [{ where: pointedAt, eagerness: 'moderate' }] }} />
        </main>
      </div>
    </>
  );
}

/** Links that lead to a chapter and are for nothing else. */
const pointedAt = { selector_matches: 'nav[aria-label] a' };

function Onward({ site, previous, next }: Pick<PageProps, 'site' | 'previous' | 'next'>) {
  if (!previous && !next) return null;
  return (
    <nav className="onward" aria-label={words.page.around}>
      {previous && (
        <a className="back" rel="prev" href={href(site, previous.path)}>
          <span>{words.page.previous}</span> {previous.title}
        </a>
      )}
      {next && (
        <a className="on" rel="next" href={href(site, next.path)}>
          <span>{words.page.next}</span> {next.title}
        </a>
      )}
      {next && (
        <Rules id="ready-next" rules={{ prerender: [{ urls: [href(site, next.path)], eagerness: 'immediate' }] }} />
      )}
    </nav>
  );
}

/** Speculation rules that wait until the script lets them out: written at build, so that the page's policy knows their hash. */
function Rules({ id, rules }: { id: string; rules: object }) {
  const __html = `<script type="speculationrules">${JSON.stringify(rules).replaceAll('<', '\\u003c')}</script>`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of our own addresses
  return <template id={id} dangerouslySetInnerHTML={{ __html }} />;
}

/** Whom to thank, and what else there is. */
export function Footer({ site }: { site: Site }) {
  const [before, article, after] = parts(words.page.after);
  return (
    <footer>
      <p>
        {before}
        <cite>{article}</cite>
        {after}
      </p>
      <p className="about">
        {site.weight && (
          <span className="keeping">
            <button type="button" className="keep">
              {words.offline.keep(site.weight)}
            </button>{' '}
            <span role="status" />
          </span>
        )}{' '}
        <a href={href(site, '/scenes/')}>{words.page.scenes}</a>{' '}
        <a href={href(site, '/workbench/')}>{words.page.workbench}</a>{' '}
        <a href={href(site, '/print/')}>{words.page.print}</a>{' '}
        <a href={href(site, '/glossary/')}>{words.page.glossary}</a>{' '}
        <a href={href(site, '/licences/')}>{words.page.licences}</a>
      </p>
    </footer>
  );
}
