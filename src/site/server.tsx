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
import { documentOf } from './document.ts';
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
import { ChapterContext } from './prose/chapter-context.ts';
import { proseComponents } from './prose/components.ts';
import { SceneDefs } from './SceneDefs.tsx';
import { Scenes } from './scenes/Scenes.tsx';
import type { Site } from './site.ts';
import { Workbench } from './Workbench.tsx';

export { scenes };

const licences = '/licences/';
const glossary = '/glossary/';
const print = '/print/';
const index = '/scenes/';
const workbench = '/workbench/';
/** Stands for what is not kept while there is no network. */
export const notKept = '/not-kept.html';

const homes = homesOf(chapters, Object.keys(proseComponents));

/** The pages for frames, each with the scene that it shows. */
const framed = new Map(scenes.filter(({ id }) => homes.has(id)).map((scene) => [`/embed/${scene.id}/`, scene]));

/** The addresses of all pages; one that names a file is that file. */
export const routes: string[] = [
  ...chapters.map((chapter) => chapter.path),
  workbench,
  index,
  glossary,
  licences,
  print,
  ...framed.keys(),
  '/404.html',
  notKept,
];

/** The scenes as plain text, by their addresses. */
export const texts: ReadonlyMap<string, string> = new Map(
  [...framed.values()].map((scene) => [`/text/${scene.id}.txt`, plainText(scene)]),
);

/** What the build tells its author that is no mistake. */
export const notes: string[] = [onlySourced(ledger) ?? []].flat();

/** One page as a complete HTML document. */
export function renderPage(route: string, site: Site): string {
  const chapter = chapters.find((candidate) => candidate.path === route);
  if (chapter) return chapterPage(chapter, site);
  if (route === workbench) return workbenchPage(site);
  if (route === glossary) return glossaryPage(site);
  if (route === index) return indexPage(site);
  if (route === print) return printPage(site);
  if (route === notKept) return notKeptPage(site);
  const scene = framed.get(route);
  if (scene) return embedPage(scene, site);
  return route === licences ? licencesPage(site) : notFoundPage(site);
}

function chapterPage(chapter: Chapter, site: Site): string {
  const i = chapters.indexOf(chapter);
  const { Content, nav, kicker, title } = chapter;
  const body = bodyOf(
    { site, current: nav, kicker, title, previous: chapters[i - 1], next: chapters[i + 1] },
    <ChapterContext value={{ site, file: chapter.file, homes }}>
      <Content components={proseComponents} />
      <PaperRules homes={homes} chapter={chapter} />
      <ByHand site={site} chapter={nav} />
    </ChapterContext>,
  );
  return documentOf(site, { ...chapter, body, article: true, card: cardAt(chapter, body) });
}

function embedPage({ id, title }: SceneData, site: Site): string {
  const home = homes.get(id) as Chapter;
  return documentOf(site, {
    title,
    description: `A scene of ${home.title}, by itself.`,
    tone: home.tone,
    card: firstCard(),
    framed: true,
    body: renderToStaticMarkup(
      <ChapterContext value={{ site, file: home.file, homes }}>
        <SceneDefs site={site} />
        <Embed site={site} id={id} title={title} home={home} />
      </ChapterContext>,
    ),
  });
}

/** Whether the search looks into a page: the chapters and the workbench's lessons; the glossary's terms it knows by themselves. */
export function isSearched(route: string): boolean {
  return route === workbench || chapters.some(({ path }) => path === route);
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

/** The card of a chapter's page; other pages show that of the first chapter. */
export function cardOf(route: string, html: string): Card | undefined {
  const chapter = chapters.find((candidate) => candidate.path === route);
  if (!chapter) return undefined;
  const { nav, kicker = nav, title, tone = 'ink' } = chapter;
  const drawing = lastDrawing(html);
  return {
    path: cardPath(chapter).slice(1),
    kicker,
    title,
    name: siteName,
    tone,
    drawing: drawing ? renderToStaticMarkup(<StaticDiagram drawing={drawing} />) : '',
  };
}

function cardAt(chapter: Chapter, html: string): { path: string; alternative: string } {
  return { path: cardPath(chapter), alternative: `${chapter.title}. ${lastDrawing(html)?.alternative ?? ''}`.trim() };
}

function cardPath({ path }: Chapter): string {
  return `/cards/${path.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'index'}.png`;
}

/** The first scene that stands in a page, as it is drawn when it is over. */
function lastDrawing(html: string): Drawing | undefined {
  const id = /data-scene="([^"]+)"/.exec(html)?.[1];
  return scenes.find((scene) => scene.id === id)?.takes[0]?.steps.at(-1)?.drawings.tall;
}

/** What pages without a scene show: the first chapter's. */
function firstCard(): { path: string; alternative: string } {
  const [first] = chapters;
  return first ? { path: cardPath(first), alternative: siteName } : { path: '/preview.png', alternative: siteName };
}

function glossaryPage(site: Site): string {
  const title = 'Glossary';
  return documentOf(site, {
    title,
    path: glossary,
    description: 'The words of container isolation, each in a sentence or two, with where it is written.',
    card: firstCard(),
    body: bodyOf({ site, title, kicker: 'About this site' }, <Glossary />),
  });
}

function indexPage(site: Site): string {
  const title = 'All scenes';
  return documentOf(site, {
    title,
    path: index,
    description: 'Every scene at once, each with a drawing, its chapter, what it looks at and how many steps it has.',
    card: firstCard(),
    body: bodyOf({ site, title, kicker: 'To find and to show' }, <Scenes site={site} homes={homes} />),
  });
}

function printPage(site: Site): string {
  return documentOf(site, {
    title: `${siteName} The whole article`,
    description: 'Every chapter and every recorded step on one page, to be printed.',
    card: firstCard(),
    still: true,
    body: renderToStaticMarkup(<Whole site={site} homes={homes} />),
  });
}

function notKeptPage(site: Site): string {
  return documentOf(site, {
    title: 'Not kept',
    description: 'This page is not kept for reading without a network.',
    card: firstCard(),
    still: true,
    body: renderToStaticMarkup(<NotKept site={site} />),
  });
}

function workbenchPage(site: Site): string {
  const title = 'The workbench';
  return documentOf(site, {
    title,
    path: workbench,
    description:
      'A real Linux kernel in your browser: build a container by hand, wall by wall, and see what the kernel makes of it.',
    card: firstCard(),
    // The machine's own thread compiles WebAssembly: the policy of a page is not its. https://html.spec.whatwg.org/multipage/workers.html
    allow: { 'worker-src': ["'self'"], 'trusted-types': ['workbench'] },
    body: bodyOf(
      { site, title, kicker: 'By hand', current: workbenchName },
      <>
        <SceneDefs site={site} />
        <Workbench site={site} />
      </>,
    ),
  });
}

function licencesPage(site: Site): string {
  const title = 'Licences';
  return documentOf(site, {
    title,
    path: licences,
    description: 'The licences of the software and the fonts that this site is made with.',
    card: firstCard(),
    body: bodyOf({ site, title, kicker: 'About this site' }, <Licences site={site} />),
  });
}

function notFoundPage(site: Site): string {
  const title = 'There is no page here';
  return documentOf(site, {
    title,
    description: 'This address leads nowhere.',
    card: firstCard(),
    body: bodyOf({ site, title, kicker: '404' }, <NotFound site={site} />),
  });
}

function bodyOf(props: Omit<PageProps, 'children' | 'homes'>, content: ReactNode): string {
  return renderToStaticMarkup(
    <Page {...props} homes={homes}>
      {content}
    </Page>,
  );
}
