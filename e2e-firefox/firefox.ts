import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'puppeteer-core';

/** Playwright drives only the Firefox that it patches and downloads itself (https://playwright.dev/docs/browsers#firefox); this one is the reader's, or Debian's. The path of a Firefox: what FIREFOX_PATH names, or the system's; undefined where there is none. */
export function findFirefox(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [process.env.FIREFOX_PATH, ...found].find((file) => file && existsSync(file));
}

/** What goes wrong on the page from now on: errors, refused requests and what its policy forbids, in words. */
export async function troublesOf(page: Page): Promise<() => Promise<string[]>> {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('requestfailed', (request) => troubles.push(`${request.url()}: ${request.failure()?.errorText}`));
  await page.evaluateOnNewDocument(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} refused ${blockedURI}`),
    );
  });
  return async () => [
    ...troubles,
    ...(await page.evaluate(() => (window as unknown as { violations?: string[] }).violations ?? [])),
  ];
}
