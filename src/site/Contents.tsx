import { scenes } from 'virtual:scenes';
import * as words from '../words/index.ts';
import { type Chapter, contents } from './chapters.ts';
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
            {words.contents.search} <kbd translate="no">/</kbd>
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
            {words.contents.search}
          </button>
        )}
        <details className="menu">
          <summary>{words.contents.name}</summary>
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
      {words.page.site}
    </a>
  );
}

/** Not among the chapters: it is none, and what is counted there are chapters. */
function AllScenes({ site }: { site: Site }) {
  return (
    <p className="all-scenes">
      <a href={href(site, '/scenes/')}>{words.contents.allScenes}</a>
    </p>
  );
}

function ChapterList({ site, current, homes }: Props) {
  return (
    <nav aria-label={words.contents.name}>
      <ol>
        {contents.map(({ planned, chapter }) => {
          const name = (
            <>
              {planned.tone && <i data-tone={planned.tone} />}
              {planned.nav}
            </>
          );
          const here = planned.nav === current;
          return (
            <li key={planned.nav} className={planned.tone && 'sub'}>
              {chapter ? (
                <a
                  href={href(site, chapter.path)}
                  aria-current={here ? 'page' : undefined}
                  data-scenes={scenesIn(chapter, homes).join(' ') || undefined}
                >
                  {name}
                </a>
              ) : (
                <span>{name}</span>
              )}
              {here && chapter && <SceneList ids={scenesIn(chapter, homes)} />}
            </li>
          );
        })}
        <li>
          <a href={href(site, '/workbench/')} aria-current={current === words.contents.workbench ? 'page' : undefined}>
            {words.contents.workbench}
          </a>
        </li>
      </ol>
      {contents.some(({ chapter }) => !chapter) && <p className="unwritten">{words.contents.unwritten}</p>}
      {/* How many scenes were seen to their end: written where the record can be read. */}
      <p className="so-far" data-of={homes.size} />
    </nav>
  );
}

/** The scenes of the chapter that is read, each marked once it was seen to its end. */
function SceneList({ ids }: { ids: string[] }) {
  if (ids.length === 0) return null;
  return (
    <ol className="scenes-here">
      {ids.map((id) => (
        <li key={id}>
          <a href={`#${id}`} data-scenes={id}>
            {scenes.find((scene) => scene.id === id)?.title}
          </a>
        </li>
      ))}
    </ol>
  );
}

function scenesIn(chapter: Chapter, homes: ReadonlyMap<string, Chapter>): string[] {
  return [...homes].filter(([, home]) => home === chapter).map(([id]) => id);
}
