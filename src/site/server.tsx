import { scenes } from 'virtual:scenes';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { HatchDefs } from '../diagram/HatchDefs.tsx';
import { type Chapter, chapters } from './chapters.ts';
import { documentOf } from './document.ts';
import { Licences } from './Licences.tsx';
import { NotFound } from './NotFound.tsx';
import { Page, type PageProps } from './Page.tsx';
import { ChapterContext } from './prose/chapter-context.ts';
import { proseComponents } from './prose/components.ts';
import type { Site } from './site.ts';
import { Workbench } from './Workbench.tsx';

export { scenes };

const licences = '/licences/';
const workbench = '/workbench/';

/** The addresses of all pages; one that names a file is that file. */
export const routes: string[] = [...chapters.map((chapter) => chapter.path), workbench, licences, '/404.html'];

/** One page as a complete HTML document. */
export function renderPage(route: string, site: Site): string {
  const chapter = chapters.find((candidate) => candidate.path === route);
  if (chapter) return chapterPage(chapter, site);
  if (route === workbench) return workbenchPage(site);
  return route === licences ? licencesPage(site) : notFoundPage(site);
}

function chapterPage(chapter: Chapter, site: Site): string {
  const i = chapters.indexOf(chapter);
  const { Content, nav, kicker, title } = chapter;
  const body = bodyOf(
    { site, current: nav, kicker, title, previous: chapters[i - 1], next: chapters[i + 1] },
    <ChapterContext value={{ site, file: chapter.file }}>
      <HatchDefs />
      <Content components={proseComponents} />
    </ChapterContext>,
  );
  return documentOf(site, { ...chapter, body });
}

function workbenchPage(site: Site): string {
  const title = 'The workbench';
  return documentOf(site, {
    title,
    path: workbench,
    description:
      'A real Linux kernel in your browser: build a container by hand, wall by wall, and see what the kernel makes of it.',
    body: bodyOf({ site, title, kicker: 'By hand' }, <Workbench site={site} />),
  });
}

function licencesPage(site: Site): string {
  const title = 'Licences';
  return documentOf(site, {
    title,
    path: licences,
    description: 'The licences of the software and the fonts that this site is made with.',
    body: bodyOf({ site, title, kicker: 'About this site' }, <Licences site={site} />),
  });
}

function notFoundPage(site: Site): string {
  const title = 'There is no page here';
  return documentOf(site, {
    title,
    description: 'This address leads nowhere.',
    body: bodyOf({ site, title, kicker: '404' }, <NotFound site={site} />),
  });
}

function bodyOf(props: Omit<PageProps, 'children'>, content: ReactNode): string {
  return renderToStaticMarkup(<Page {...props}>{content}</Page>);
}
