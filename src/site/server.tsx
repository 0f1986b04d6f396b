import { scenes } from 'virtual:scenes';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ledger } from '../../content/ledger.ts';
import type { Drawing } from '../diagram/drawing.ts';
import { StaticDiagram } from '../diagram/views/StaticDiagram.tsx';
import type { SceneData } from '../scene/data.ts';
import { plainText } from '../scene/plain-text.ts';
import * as words from '../words/index.ts';
import { ByHand } from './ByHand.tsx';
import { type Chapter, chapters } from './chapters.ts';
import type { DocumentParts } from './document.ts';
import { Embed } from './embed/Embed.tsx';
import { Glossary } from './Glossary.tsx';
import { Licences } from './Licences.tsx';
import { homesOf } from './ledger/homes.tsx';
import { onlySourced } from './ledger/references.ts';
import { NotFound } from './NotFound.tsx';
import { NotKept } from './offline/NotKept.tsx';
import { Footer, Page, type PageProps } from './Page.tsx';
import { PaperRules } from './print/PaperRules.tsx';
import { Whole } from './print/Whole.tsx';
import { ChapterContext, type Gathered, gathering } from './prose/chapter-context.ts';
import { proseComponents } from './prose/components.ts';
import { SceneDefs } from './SceneDefs.tsx';
import { Styles } from './Styles.tsx';
import { Scenes } from './scenes/Scenes.tsx';
import type { Site } from './site.ts';
import { Workbench } from './Workbench.tsx';

export { documentOf } from './document.ts';
export { scenes };

/** A page as a value: what its document is made of, and what others want to know of it. */
export interface Rendered extends DocumentParts {
  /** Its address below the base; one that names a file is that file. */
  route: string;
  /** The scenes that live on it, in their order. */
  scenes: string[];
  /** The body without what comes from recordings. */
  prose: string;
  /** Whether the search looks into it: the chapters and the workbench's lessons; the glossary's terms it knows by themselves. */
  searched: boolean;
  /** Whether all resources are listed on it. */
  ledger: boolean;
  /** Whether a reader may keep it for offline. */
  kept: boolean;
  /** The card that is drawn of it; pages without one show that of the first chapter. */
  drawn?: Card;
}

/** Stands for what is not kept while there is no network. */
export const notKept = '/not-kept.html';
const notFound = '/404.html';

const homes = homesOf(chapters, Object.keys(proseComponents));

/** The pages for frames, each with the scene that it shows. */
const framed = new Map(scenes.filter(({ id }) => homes.has(id)).map((scene) => [`/embed/${scene.id}/`, scene]));

/** What renders a page: its parts, but for what is the same in all. */
type Renderer = (site: Site, gathered: Gathered) => Parts;
type Parts = Omit<DocumentParts, 'card'> & { title: string; card?: DocumentParts['card'] } & Partial<Rendered>;

/** Every page by its address. */
const pages = new Map<string, Renderer>([
  ...chapters.map((chapter): [string, Renderer] => [
    chapter.path,
    (site, gathered) => chapterPage(chapter, site, gathered),
  ]),
  ['/workbench/', workbenchPage],
  ['/scenes/', indexPage],
  ['/glossary/', glossaryPage],
  ['/licences/', licencesPage],
  ['/print/', printPage],
  ...[...framed].map(([route, scene]): [string, Renderer] => [
    route,
    (site, gathered) => embedPage(scene, site, gathered),
  ]),
  [notFound, notFoundPage],
  [notKept, notKeptPage],
]);

/** The addresses of all pages. */
export const routes: string[] = [...pages.keys()];

/** The scenes as plain text, by their addresses. */
export const texts: ReadonlyMap<string, string> = new Map(
  [...framed.values()].map((scene) => [`/text/${scene.id}.txt`, plainText(scene)]),
);

/** What the build tells its author that is no mistake. */
export const notes: string[] = [onlySourced(ledger) ?? []].flat();

/** One page, rendered; of an address that leads nowhere, the page that says so. */
export function renderPage(route: string, site: Site): Rendered {
  const gathered = gathering();
  const known = pages.has(route) ? route : notFound;
  const parts = (pages.get(known) ?? notFoundPage)(site, gathered);
  const { scenes, islands, ledger } = gathered;
  return {
    card: firstCard(),
    searched: false,
    kept: known !== notFound && !parts.framed,
    terminals: scenes.length > 0,
    ...parts,
    route: known,
    scenes,
    ledger,
    prose: islands.reduce((body, island) => body.replace(island, () => ''), parts.body),
  };
}

/** A page's body once it is known what all pages weigh together: its foot says so, which till then said nothing of it. */
export function weighed(body: string, site: Site): string {
  return body.replace(footOf({ ...site, weight: undefined }), () => footOf(site));
}

function footOf(site: Site): string {
  return renderToStaticMarkup(<Footer site={site} />);
}

function chapterPage(chapter: Chapter, site: Site, gathered: Gathered): Parts {
  const i = chapters.indexOf(chapter);
  const { Content, nav, kicker, title, description, path, tone } = chapter;
  const body = bodyOf(
    { site, current: nav, kicker, title, previous: chapters[i - 1], next: chapters[i + 1] },
    <ChapterContext value={{ site, file: chapter.file, homes, gathered }}>
      <Content components={proseComponents} />
      <PaperRules homes={homes} chapter={chapter} />
      <ByHand site={site} chapter={nav} />
    </ChapterContext>,
  );
  const drawing = lastDrawing(gathered);
  const card = { path: cardPath(chapter), alternative: `${title}. ${drawing?.alternative ?? ''}`.trim() };
  return {
    ...{ title, description, path, tone, body, card },
    article: true,
    searched: true,
    drawn: {
      path: card.path.slice(1),
      kicker: kicker ?? nav,
      title,
      name: words.page.site,
      tone: tone ?? 'ink',
      drawing: drawing ? renderToStaticMarkup(<StaticDiagram drawing={drawing} />) : '',
    },
  };
}

function embedPage({ id, title }: SceneData, site: Site, gathered: Gathered): Parts {
  const home = homes.get(id) as Chapter;
  return {
    title,
    description: words.pages.embed.description(home.title),
    tone: home.tone,
    framed: true,
    body: renderToStaticMarkup(
      <ChapterContext value={{ site, file: home.file, homes, gathered }}>
        <SceneDefs site={site} />
        <Embed site={site} id={id} title={title} home={home} />
      </ChapterContext>,
    ),
  };
}

/** What a page's card shows. */
export interface Card {
  /** Where it is, below the output folder. */
  path: string;
  kicker: string;
  title: string;
  /** The site's name. */
  name: string;
  /** A name among the colours. */
  tone: string;
  /** The page's first scene when it is over, as SVG. */
  drawing: string;
}

function cardPath({ path }: Chapter): string {
  return `/cards/${path.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'index'}.png`;
}

/** The first scene that lives on a page, as it is drawn when it is over. */
function lastDrawing({ scenes: [first] }: Gathered): Drawing | undefined {
  return scenes.find(({ id }) => id === first)?.takes[0]?.steps.at(-1)?.drawings.tall;
}

/** What pages without a scene show: the first chapter's. */
function firstCard(): { path: string; alternative: string } {
  const [first] = chapters;
  return first
    ? { path: cardPath(first), alternative: words.page.site }
    : { path: '/preview.png', alternative: words.page.site };
}

function glossaryPage(site: Site): Parts {
  const { title, kicker, description } = words.pages.glossary;
  return {
    title,
    path: '/glossary/',
    description,
    body: bodyOf({ site, title, kicker }, <Glossary />),
  };
}

function indexPage(site: Site): Parts {
  const { title, kicker, description } = words.pages.scenes;
  return {
    title,
    path: '/scenes/',
    description,
    body: bodyOf({ site, title, kicker }, <Scenes site={site} homes={homes} />),
  };
}

function printPage(site: Site, gathered: Gathered): Parts {
  return {
    title: words.pages.print.title,
    description: words.pages.print.description,
    still: true,
    body: renderToStaticMarkup(<Whole site={site} homes={homes} gathered={gathered} />),
  };
}

function notKeptPage(site: Site): Parts {
  return {
    ...words.pages.notKept,
    still: true,
    body: renderToStaticMarkup(<NotKept site={site} />),
  };
}

function workbenchPage(site: Site): Parts {
  const { title, kicker, description } = words.pages.workbench;
  return {
    title,
    path: '/workbench/',
    searched: true,
    terminals: true,
    description,
    // The machine's own thread compiles WebAssembly: the policy of a page is not its. https://html.spec.whatwg.org/multipage/workers.html
    allow: { 'worker-src': ["'self'"], 'trusted-types': ['workbench'] },
    body: bodyOf(
      { site, title, kicker, current: words.contents.workbench },
      <>
        <SceneDefs site={site} />
        <Styles css={site.styles.bench} />
        <Workbench site={site} />
      </>,
    ),
  };
}

function licencesPage(site: Site): Parts {
  const { title, kicker, description } = words.pages.licences;
  return {
    title,
    path: '/licences/',
    description,
    body: bodyOf({ site, title, kicker }, <Licences site={site} />),
  };
}

function notFoundPage(site: Site): Parts {
  const { title, kicker, description } = words.pages.notFound;
  return {
    title,
    description,
    body: bodyOf({ site, title, kicker }, <NotFound site={site} />),
  };
}

function bodyOf(props: Omit<PageProps, 'children' | 'homes'>, content: ReactNode): string {
  return renderToStaticMarkup(
    <Page {...props} homes={homes}>
      {content}
    </Page>,
  );
}
