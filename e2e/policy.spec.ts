import { expect, type Page, test } from '@playwright/test';
import { routes, siteAddress, troublesOf } from './site.ts';

/** Keeps what the page's policy refused, in words. Read it at the end. */
async function violationsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      refused.push(`${effectiveDirective}: ${blockedURI} ${sample}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

for (const route of routes)
  test(`/${route} has no error, asks no other host and breaks its policy nowhere, with its scenes alive and its end read`, async ({
    page,
  }) => {
    const troubles = troublesOf(page, siteAddress());
    const violations = await violationsOf(page);
    await page.goto(route);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
    for (const island of await page.locator('.island').all()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island).toHaveAttribute('data-alive', '1');
      await expect(island.locator('.xterm-host:not(.ready)')).toHaveCount(0);
      await island.locator('.dots button').last().click();
    }
    // What is left of the site where there is no network has no footer.
    await page.locator('main, footer').last().scrollIntoViewIfNeeded();
    expect(await violations()).toEqual([]);
    expect(troubles).toEqual([]);
  });

test('a script that is written into a page does not run, and text does not become markup', async ({ page }) => {
  const violations = await violationsOf(page);
  await page.goto('pid/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('window.ran = 1');
    document.head.append(script);
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 2">');
    } catch {}
    return 'ran' in window;
  });
  expect(ran).toBe(false);
  expect((await violations()).map((one) => one.split(':', 1)[0])).toEqual(
    expect.arrayContaining(['require-trusted-types-for']),
  );
});
