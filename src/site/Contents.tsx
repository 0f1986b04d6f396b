import { type Chapter, contents } from './chapters.ts';
import { siteName } from './name.ts';
import { href, type Site } from './site.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

interface Props {
  site: Site;
  current: string | undefined;
  /** The chapter in which each scene stands. */
  homes: ReadonlyMap<string, Chapter>;
}

/** The contents: a rail beside the chapter where there is room, a menu above it where there is none. CSS shows one of them. */
export function Contents({ site, current, homes }: Props) {
  return (
    <>
      <header className="rail">
        <SiteName site={site} />
        {site.search && (
          <button type="button" className="find" data-find="">
            Search <kbd>/</kbd>
          </button>
        )}
        <ChapterList site={site} current={current} homes={homes} />
        <ThemeSwitch name="theme-rail" />
        <AllScenes site={site} />
      </header>
      <header className="top">
        <SiteName site={site} />
        {site.search && (
          <button type="button" className="find" data-find="">
            Search
          </button>
        )}
        <details className="menu">
          <summary>Contents</summary>
          <div className="menu-sheet">
            <ChapterList site={site} current={current} homes={homes} />
            <ThemeSwitch name="theme-menu" />
            <AllScenes site={site} />
          </div>
        </details>
      </header>
    </>
  );
}

function SiteName({ site }: { site: Site }) {
  return (
    <a className="site" href={href(site, '/')}>
      {siteName}
    </a>
  );
}

/** Not among the chapters: it is none, and what is counted there are chapters. */
function AllScenes({ site }: { site: Site }) {
  return (
    <p className="all-scenes">
      <a href={href(site, '/scenes/')}>All scenes at once</a>
    </p>
  );
}

function ChapterList({ site, current, homes }: Props) {
  return (
    <nav aria-label="Contents">
      <ol>
        {contents.map(({ planned, chapter }) => {
          const name = (
            <>
              {planned.tone && <i data-tone={planned.tone} />}
              {planned.nav}
            </>
          );
          return (
            <li key={planned.nav} className={planned.tone && 'sub'}>
              {chapter ? (
                <a
                  href={href(site, chapter.path)}
                  aria-current={planned.nav === current ? 'page' : undefined}
                  data-scenes={scenesIn(chapter, homes)}
                >
                  {name}
                </a>
              ) : (
                <span>{name}</span>
              )}
            </li>
          );
        })}
      </ol>
      {contents.some(({ chapter }) => !chapter) && (
        <p className="unwritten">Chapters that are not written yet are not linked.</p>
      )}
    </nav>
  );
}

function scenesIn(chapter: Chapter, homes: ReadonlyMap<string, Chapter>): string | undefined {
  const ids = [...homes].filter(([, home]) => home === chapter).map(([id]) => id);
  return ids.length ? ids.join(' ') : undefined;
}
