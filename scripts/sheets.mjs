import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled, run } from './tools.mjs';

/**
 * Contact sheets of the built site, for people who want to look at all of it in ten minutes: for each window and theme the middle step of
 * every scene; with --drawings, for each scene the sequence of its drawings alone. Written to .cache/sheets.
 */
const { values } = parseArgs({
  options: {
    drawings: { type: 'boolean', default: false },
    only: { type: 'string' },
    windows: { type: 'string', default: '1366x650,1440x780,1920x950,768x1024,360x740,360x640' },
    themes: { type: 'string', default: 'light,dark' },
    built: { type: 'boolean', default: false },
  },
});

await ensureInstalled();
if (!values.built) await run('vite', ['build', '--logLevel', 'warn']);
const { chromium } = await import('@playwright/test');
const { chromiumFlags, findChromium } = await import('./chromium.mjs');
const { serve } = await import('./serve.mjs');

const folder = '.cache/sheets';
mkdirSync(folder, { recursive: true });
const site = await serve({ folder: 'dist' });
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
try {
  const scenes = (await scenesOf(browser)).filter(({ id }) => !values.only || values.only.split(',').includes(id));
  if (values.drawings) for (const scene of scenes) await drawingsOf(scene);
  else
    for (const theme of values.themes.split(','))
      for (const size of values.windows.split(',')) await middleSteps(scenes, size, theme);
} finally {
  await browser.close();
}
process.exit(0);

/** Every scene with the page it stands on and the number of its steps, in the order of the chapters. */
async function scenesOf() {
  const page = await browser.newPage();
  await page.goto(site.address);
  const paths = await page.locator('.rail nav > ol > li > a').evaluateAll((links) => links.map(({ href }) => href));
  const found = [];
  for (const path of paths) {
    await page.goto(path);
    found.push(
      ...(await page.locator('.island').evaluateAll(
        (islands, path) =>
          islands.map((island) => ({
            path,
            id: island.dataset.scene,
            steps: island.querySelectorAll('.dots li').length,
          })),
        path,
      )),
    );
  }
  await page.close();
  return found;
}

async function middleSteps(scenes, size, theme) {
  const [width, height] = size.split('x').map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const tiles = [];
  for (const { path, id, steps } of scenes) {
    const step = Math.ceil(steps / 2);
    await page.goto('about:blank');
    await page.goto(`${path}#${id}/${step}`);
    await page.locator(`.island[data-scene="${id}"][data-alive]`).waitFor();
    await page.evaluate(() => document.fonts.ready);
    tiles.push({ label: `${id}/${step}`, picture: await page.screenshot() });
  }
  await context.close();
  const scale = width < 600 ? 0.6 : 0.45;
  await sheet(`${size}-${theme}`, tiles, Math.round(width * scale), width < 600 ? 8 : 4);
}

async function drawingsOf({ path, id }) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 800 } });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  // The drawings that are served: those of the take that is told.
  for (const format of ['tall', 'landscape']) {
    await page.evaluate(
      ([id, format]) => {
        const drawn = [
          ...document.querySelectorAll(`.island[data-scene="${id}"] ol[data-in="0"] figure .${format} svg`),
        ];
        document.querySelector('#drawings')?.remove();
        const grid = document.createElement('div');
        grid.id = 'drawings';
        const width = format === 'tall' ? 384 : 336;
        grid.style.cssText = `position:absolute;inset:0 auto auto 0;z-index:99;display:grid;grid-template-columns:repeat(4,${width}px);gap:16px;padding:16px;background:var(--paper)`;
        grid.append(
          ...drawn.map((svg, step) => {
            const box = document.createElement('div');
            box.append(`${id} ${step}`, svg.cloneNode(true));
            box.style.cssText = 'font:12px sans-serif';
            box.lastChild.style.cssText = `width:${width}px;height:${format === 'tall' ? 484 : 200}px;outline:1px solid var(--line)`;
            return box;
          }),
        );
        document.body.append(grid);
      },
      [id, format],
    );
    await page.locator('#drawings').screenshot({ path: `${folder}/drawings-${id}-${format}.png` });
  }
  await page.close();
  console.log(`${folder}/drawings-${id}-*.png`);
}

/** One picture of many, with a line above each. */
async function sheet(name, tiles, width, columns) {
  const page = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 800 } });
  const figures = tiles.map(
    ({ label, picture }) =>
      `<figure><figcaption>${label}</figcaption><img width="${width}" src="data:image/png;base64,${picture.toString('base64')}"></figure>`,
  );
  await page.setContent(
    `<style>body{margin:12px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:12px;background:#888;font:11px sans-serif}figure{margin:0}img{display:block}</style>${figures.join('')}`,
  );
  writeFileSync(`${folder}/${name}.png`, await page.screenshot({ fullPage: true }));
  await page.close();
  console.log(`${folder}/${name}.png`);
}
