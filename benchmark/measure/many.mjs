import { large } from '../many-scenes.mjs';
import { openTab } from '../tab.mjs';
import { median } from '../table.mjs';
import { loaded } from './page.mjs';
import { quiet } from './visits.mjs';

const pages = [
  ['/many/', '30 living scenes'],
  ['/print/', 'every scene as it prints'],
];

/** What a page of many scenes costs to scroll, and a step back in a large recording: as sentences; and what did not work. */
export async function measureMany(chromium, site, runs) {
  const sentences = [];
  const troubles = [];
  const tell = async (path, slower, act, sentence) => {
    try {
      const found = [];
      for (let run = 0; run < runs; run += 1) found.push(await visit(chromium, site, path, slower, act));
      sentences.push(sentence((name) => median(found.map((one) => one[name])).toFixed(0)));
    } catch (error) {
      troubles.push(`${path}: ${error.message}`);
    }
  };
  for (const slower of [1, 4]) {
    const processor = slower === 1 ? 'the processor as it is' : `a processor slowed down ${slower} times`;
    for (const [path, what] of pages)
      await tell(
        path,
        slower,
        (tab) => tab.run(scrollThrough),
        (of) =>
          `${path} (${what}), scrolled to its end, ${processor}: ${of('tasks')} tasks over 50 ms, the longest ${of('longest')} ms.`,
      );
    await tell(
      `/embed/${large.scene}/`,
      slower,
      (tab) => tab.run(stepBack, large.scene, large.pane),
      (of) =>
        `A step back in a pane that has printed ${of('size')} bytes (a real recording, repeated), ${processor}: painted in ${of('took')} ms.`,
    );
  }
  return { sentences, troubles };
}

async function visit(chromium, site, path, slower, act) {
  const tab = await openTab(chromium, { slower });
  try {
    await tab.visit(site.fast + path);
    await tab.run(loaded);
    await quiet(site);
    return await act(tab);
  } finally {
    await tab.close();
  }
}

/** In the page: scrolls to the end at 2000 pixels a second, and adds up the long tasks meanwhile. */
async function scrollThrough() {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration)));
  observer.observe({ type: 'longtask' });
  const begun = performance.now();
  const end = () => document.documentElement.scrollHeight - innerHeight;
  while (scrollY < end() - 1) {
    scrollTo({ top: (performance.now() - begun) * 2, behavior: 'instant' });
    await new Promise(requestAnimationFrame);
  }
  await new Promise((done) => setTimeout(done, 1000));
  return { tasks: tasks.length, longest: Math.max(0, ...tasks) };
}

/** In the page: goes to the last step but one and to the last, and then times the way back. */
async function stepBack(scene, pane) {
  const frame = () => new Promise(requestAnimationFrame);
  const island = document.querySelector(`.island[data-scene="${scene}"]`);
  const rows = () => island.querySelector(`[data-pane="${pane}"] .ready .xterm-rows`);
  const seek = (value) => island.querySelector(`[data-do="seek"][data-value="${value}"]`).click();
  const settled = async () => {
    let before;
    do {
      before = rows()?.textContent;
      await new Promise((done) => setTimeout(done, 1000));
    } while (before === undefined || rows().textContent !== before);
    return before;
  };
  island.scrollIntoView();
  // A move, so that its terminals open.
  seek(1);
  await settled();
  const last = island.querySelectorAll('.dots li').length;
  seek(last - 1);
  const wanted = await settled();
  seek(last);
  if ((await settled()) === wanted) throw new Error('the last step shows nothing new.');
  const { default: data } = await import(island.dataset.module);
  const printed = data.takes[0].steps.flatMap((step) => step.printed[pane]?.bytes ?? []);
  const begun = performance.now();
  island.querySelector('[data-do="back"]').click();
  while (rows().textContent !== wanted) await frame();
  await frame();
  return { took: performance.now() - begun, size: printed.reduce((sum, [, text]) => sum + text.length, 0) };
}
