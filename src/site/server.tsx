import { scenes } from 'virtual:scenes';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ledger } from '../../content/ledger.ts';
import type { Drawing } from '../diagram/drawing.ts';
import { StaticDiagram } from '../diagram/views/StaticDiagram.tsx';
import type { SceneData } from '../scene/data.ts';
import { plainText } from '../scene/plain-text.ts';
import { ByHand } from './ByHand.tsx';
import { workbenchName } from './Contents.tsx';
import { type Chapter, chapters } from './chapters.ts';
import type { DocumentParts } from './document.ts';
import { Embed } from './embed/Embed.tsx';
import { Glossary } from './Glossary.tsx';
import { Licences } from './Licences.tsx';
import { homesOf } from './ledger/homes.tsx';
import { onlySourced } from './ledger/references.ts';
import { NotFound } from './NotFound.tsx';
import { siteName } from './name.ts';
import { NotKept } from './offline/NotKept.tsx';
import { Page, type PageProps } from './Page.tsx';
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
      name: siteName,
      tone: tone ?? 'ink',
      drawing: drawing ? renderToStaticMarkup(<StaticDiagram drawing={drawing} />) : '',
    },
  };
}

function embedPage({ id, title }: SceneData, site: Site, gathered: Gathered): Parts {
  const home = homes.get(id) as Chapter;
  return {
    title,
    description: `A scene of ${home.title}, by itself.`,
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
  return first ? { path: cardPath(first), alternative: siteName } : { path: '/preview.png', alternative: siteName };
}

function glossaryPage(site: Site): Parts {
  const title = 'Glossary';
  return {
    title,
    path: '/glossary/',
    description: 'The words of container isolation, each in a sentence or two, with where it is written.',
    body: bodyOf({ site, title, kicker: 'About this site' }, <Glossary />),
  };
}

function indexPage(site: Site): Parts {
  const title = 'All scenes';
  return {
    title,
    path: '/scenes/',
    description: 'Every scene at once, each with a drawing, its chapter, what it looks at and how many steps it has.',
    body: bodyOf({ site, title, kicker: 'To find and to show' }, <Scenes site={site} homes={homes} />),
  };
}

function printPage(site: Site, gathered: Gathered): Parts {
  return {
    title: `${siteName} The whole article`,
    description: 'Every chapter and every recorded step on one page, to be printed.',
    still: true,
    body: renderToStaticMarkup(<Whole site={site} homes={homes} gathered={gathered} />),
  };
}

function notKeptPage(site: Site): Parts {
  return {
    title: 'Not kept',
    description: 'This page is not kept for reading without a network.',
    still: true,
    body: renderToStaticMarkup(<NotKept site={site} />),
  };
}

function workbenchPage(site: Site): Parts {
  const title = 'The workbench';
  return {
    title,
    path: '/workbench/',
    searched: true,
    terminals: true,
    description:
      'A real Linux kernel in your browser: build a container by hand, wall by wall, and see what the kernel makes of it.',
    // The machine's own thread compiles WebAssembly: the policy of a page is not its. https://html.spec.whatwg.org/multipage/workers.html
    allow: { 'worker-src': ["'self'"], 'trusted-types': ['workbench'] },
    body: bodyOf(
      { site, title, kicker: 'By hand', current: workbenchName },
      <>
        <SceneDefs site={site} />
        <Styles css={site.styles.bench} />
        <Workbench site={site} />
      </>,
    ),
  };
}

function licencesPage(site: Site): Parts {
  const title = 'Licences';
  return {
    title,
    path: '/licences/',
    description: 'The licences of the software and the fonts that this site is made with.',
    body: bodyOf({ site, title, kicker: 'About this site' }, <Licences site={site} />),
  };
}

function notFoundPage(site: Site): Parts {
  const title = 'There is no page here';
  return {
    title,
    description: 'This address leads nowhere.',
    body: bodyOf({ site, title, kicker: '404' }, <NotFound site={site} />),
  };
}

function bodyOf(props: Omit<PageProps, 'children' | 'homes'>, content: ReactNode): string {
  return renderToStaticMarkup(
    <Page {...props} homes={homes}>
      {content}
    </Page>,
  );
}
