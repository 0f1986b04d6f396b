import { expect, test } from '@playwright/test';
import { siteAddress, troublesOf } from './site.ts';
import { words } from './words.ts';

test('what a reader pastes is answered in a sentence, and sent nowhere', async ({ page }) => {
  const troubles = troublesOf(page, siteAddress());
  await page.goto('your-host/');
  const form = page.locator('.your-host[data-alive]');
  await expect(form).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const field = form.getByRole('textbox');
  const answer = form.getByRole('status');
  const height = (await form.boundingBox())?.height;
  await field.fill('Docker Desktop | 6.12.54-linuxkit | docker-desktop\n');
  await expect(answer).toContainText(
    'Docker Desktop: your host is its own Linux machine, with the kernel 6.12.54-linuxkit.',
  );
  expect((await form.boundingBox())?.height).toBe(height);
  await field.fill('<b>7</b>');
  await expect(answer).toContainText(words.host.unread);
  await field.fill('');
  await expect(answer).toBeEmpty();
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('linuxkit');
  expect(troubles).toEqual([]);
});

test('the longest answer has its room on a phone, and moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('your-host/');
  const form = page.locator('.your-host[data-alive]');
  const height = (await form.boundingBox())?.height;
  await form.getByRole('textbox').fill('Ubuntu 24.04.2 LTS | 6.6.87.2-microsoft-standard-WSL2 | DESKTOP-4711');
  await expect(form.getByRole('status')).toContainText('WSL');
  expect((await form.boundingBox())?.height).toBe(height);
  await form.getByRole('textbox').fill('Debian GNU/Linux 13 (trixie) | 6.12.57+deb13-amd64 | workstation');
  await expect(form.getByRole('status')).toContainText('far away');
  expect((await form.boundingBox())?.height).toBe(height);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the table answers', async ({ page }) => {
    await page.goto('your-host/');
    await expect(page.locator('.your-host')).toBeHidden();
    await expect(page.getByRole('cell', { name: 'Docker Desktop’s machine' })).toBeVisible();
  });
});
