import { expect, test } from '@playwright/test';
import { createServer } from 'vite';

test('while developing, a changed chapter reloads the page, and a page that is not there says so', async ({ page }) => {
  // The first page waits for all recordings to be compiled.
  test.slow();
  const server = await createServer({ logLevel: 'silent', server: { port: 0, host: '127.0.0.1' } });
  try {
    await server.listen();
    const address = server.resolvedUrls?.local[0] ?? '';
    expect((await page.goto(`${address}nowhere/`))?.status()).toBe(404);
    // The page listens for changes from here on.
    const connected = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
    await page.goto(`${address}pid/`);
    await connected;
    await expect(page.locator('.island').first()).toBeVisible();
    const reloaded = page.waitForEvent('load');
    server.watcher.emit('change', `${server.config.root}/content/chapters/03-pid.mdx`);
    await reloaded;
    await expect(page.getByRole('heading', { level: 1 })).toContainText('PID');
  } finally {
    await server.close();
  }
});
