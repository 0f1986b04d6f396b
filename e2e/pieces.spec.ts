import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { watchShifts } from './shifts.ts';

/** Where a page is cut in two: amid what lays its parts out beside each other. */
const cuts: [where: string, before: string, page?: string][] = [
  ['before the menu of its head', '<details class="menu">'],
  ['amid the menu of its head', '<summary>Contents'],
  ['amid the word on the menu of its head', 'tents</summary>'],
  ['after its head', '<main id="content"'],
  ['before the button that runs a command', '<button type="button" class="btn go"'],
  ['before the dots of a scene', '<ol class="dots">'],
  ['amid a list, before its first note', '<div class="sourced"><p><strong>Rootless'],
  ['before the button that copies a scene’s command', '<button type="button" class="btn icon copy"'],
  ['amid the ledger', '<tr id="r-interfaces"', 'ledger/'],
];

for (const width of [360, 1440])
  test(`nothing moves at ${width} px when a page comes in two pieces`, async ({ page, request, baseURL }) => {
    await page.setViewportSize({ width, height: 2000 });
    await page.addInitScript(watchShifts);
    for (const [where, before, path = 'user/'] of cuts) {
      const html = await (await request.get(path)).text();
      const at = html.indexOf(before);
      expect(at, `where a page is cut: ${before}`).toBeGreaterThan(0);
      const held = await serveHeld(baseURL ?? '', html, at);
      const loaded = page.goto(held.address);
      const response = await held.halfway;
      await expect(page.locator('body')).toBeVisible();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      response.end(html.slice(at));
      await loaded;
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts), where).toEqual([]);
      held.close();
    }
  });

test('what is pressed while the rest of the page is on its way is done when it is there', async ({
  page,
  request,
  baseURL,
}) => {
  const html = await (await request.get('pid/')).text();
  const at = html.indexOf('class="island"', html.indexOf('class="island"') + 1);
  const held = await serveHeld(baseURL ?? '', html, at);
  const loaded = page.goto(held.address);
  const response = await held.halfway;
  await page.locator('.island .go').first().click();
  await page.locator('.rail [data-find]').click();
  response.end(html.slice(at));
  await loaded;
  await expect(page.locator('.island').first()).toHaveAttribute('data-at', /^1/);
  await expect(page.getByRole('dialog')).toBeVisible();
  held.close();
});

/** Serves a page up to a place, and the rest when it is asked to; everything else comes from the site. */
async function serveHeld(site: string, html: string, at: number) {
  let reached = (_: ServerResponse) => {};
  const halfway = new Promise<ServerResponse>((resolve) => {
    reached = resolve;
  });
  const server = createServer(async ({ url }, response) => {
    if (url === '/held/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.write(html.slice(0, at), () => reached(response));
      return;
    }
    const part = await fetch(new URL(url ?? '', site));
    response.writeHead(part.status, { 'content-type': part.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await part.arrayBuffer()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/held/`, halfway, close: () => server.close() };
}
