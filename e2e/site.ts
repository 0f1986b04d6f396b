import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Page, test } from '@playwright/test';

/** Where `npm run build` writes. */
const built = 'dist';

/** The addresses of all built pages, below the base. */
const pages: string[] = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) =>
    file
      .split(path.sep)
      .join('/')
      .replace(/index\.html$/, ''),
  )
  .sort();

/** Those that are read at the site itself. */
export const routes: string[] = pages.filter((route) => !route.startsWith('embed/'));

/** Those that are made for frames on other sites, each with one scene. */
export const embeds: string[] = pages.filter((route) => route.startsWith('embed/'));

/** The addresses of the chapters: the pages that are in the contents. */
export const chapters = routes.filter(
  (route) => !route.endsWith('.html') && !/^(glossary|licences|print|scenes|workbench)\//.test(route),
);

/** What the page did that it should not: errors, and requests that failed or went elsewhere. Read it at the end of a test. */
export function troublesOf(page: Page, address: string): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:'))
      troubles.push(`went to ${request.url()}`);
  });
  return troubles;
}

/** The address of the served site, which the configuration has from e2e/serve-built.ts. */
export function siteAddress(): string {
  const address = test.info().project.use.baseURL;
  if (!address) throw new Error('e2e: expected baseURL to be set.');
  return address;
}
