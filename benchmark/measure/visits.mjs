import { gzipSync } from 'node:zlib';
import { openTab } from '../tab.mjs';
import {
  aim,
  answer,
  arrival,
  firstStep,
  loaded,
  notes,
  pointAt,
  scrollTo,
  slowFrames,
  writtenAgain,
} from './page.mjs';

const patience = 120_000;

/** On the slow line and with a processor slowed down 4 times: a cold load until nothing more comes, then the scroll to the terminal at full speed. */
export function load(chromium, site, page) {
  return visit(chromium, site, page, 4, async (tab) => {
    await quiet(site);
    const { inline, scriptsEver, ...noted } = await tab.run(notes);
    const atRest = { 'requests, all': site.count.requests, 'bytes, all': site.count.bytes };
    const packed = inline ? gzipSync(inline, { level: 9 }).length : 0;
    await tab.slow(1);
    const after = site.terminal && (await tab.run(scrollTo, ...site.terminal(page), patience));
    const pointed = site.living && (await tab.run(pointAt, ...site.living(page), patience));
    await quiet(site);
    const { scriptsEver: withTerminal } = await tab.run(notes);
    return {
      'first paint': noted.paint,
      'largest paint': noted.largest,
      'blocking time': noted.blocking,
      'layout shift': noted.shift,
      'bytes at load': noted.bytes,
      'JS at load': noted.scripts + packed,
      'JS with the terminal': site.terminal && withTerminal + packed,
      'requests at load': noted.requests,
      ...atRest,
      'terminal, scrolled to later': after,
      'terminal, pointed at': pointed,
    };
  });
}

/** On the slow line: the scroll to the terminal as soon as the page has loaded. */
export function scroll(chromium, site, page) {
  return visit(chromium, site, page, 1, async (tab) => ({
    'terminal, scrolled to at once': await tab.run(scrollTo, ...site.terminal(page), patience),
  }));
}

/** The same, but what is waited for is the first step. */
export function step(chromium, site, page) {
  return visit(chromium, site, page, 1, async (tab) => ({
    'first step, scrolled to at once': await tab.run(firstStep, site.terminal(page)[0]),
  }));
}

/** With the terminal there and nothing on the line, on a processor slowed down 4 times: from the press of Run to all that it brings. */
export function run(chromium, site, page) {
  return visit(chromium, site, page, 1, async (tab) => {
    await tab.run(scrollTo, ...site.terminal(page), patience);
    if (site.living) await tab.run(pointAt, ...site.living(page), patience);
    await quiet(site);
    await tab.slow(4);
    if (site.run) return { 'Run to its answer, instant': await tab.run(writtenAgain, site.run(page), patience) };
    const [scene] = site.terminal(page);
    return {
      'Run to its answer, 1×': await tab.run(answer, scene, '1', patience),
      'Run to its answer, instant': await tab.run(answer, scene, 'instant', patience),
      'frames over 20 ms in ten steps': 100 * (await tab.run(slowFrames, scene, patience)),
    };
  });
}

/** A reader who comes to the page’s end, stays there for three seconds, and goes on to the next chapter. */
export function next(chromium, site, page) {
  return visit(chromium, site, page, 1, async (tab) => {
    await quiet(site);
    await tab.run(aim, site.next(page));
    await pause(3000);
    const { x, y } = await tab.run(aim, site.next(page));
    const mouse = (type, more) => tab.send('Input.dispatchMouseEvent', { type, x, y, ...more });
    await mouse('mouseMoved');
    await pause(100);
    await mouse('mousePressed', { button: 'left', clickCount: 1 });
    await mouse('mouseReleased', { button: 'left', clickCount: 1 });
    // The page that is left may go in the middle of the question.
    for (const until = performance.now() + patience; performance.now() < until; ) {
      const asked = tab.run(arrival, page.next.title, 5000).catch(() => undefined);
      const took = await Promise.race([asked, pause(7000)]);
      if (took) return { 'next chapter': took };
      await pause(10);
    }
    throw new Error(`${site.name}: the next chapter did not come.`);
  });
}

async function visit(chromium, site, page, slower, act) {
  Object.assign(site.count, { requests: 0, bytes: 0, open: 0 });
  const tab = await openTab(chromium, { slower });
  try {
    // The browser and its renderer start on another page, as a reader's have; the site itself is all new to them.
    await tab.visit(site.warm);
    await tab.run(loaded);
    await pause(1000);
    await tab.visit(site.slow + page.path);
    await tab.run(loaded);
    return await act(tab);
  } catch (error) {
    throw new Error(`${site.name}: ${error.message}`);
  } finally {
    await tab.close();
  }
}

/** Waits until nothing was on the line for a second and a half; a request that stays open and silent is not waited for. */
export async function quiet({ count }) {
  const since = performance.now();
  const silence = () => performance.now() - Math.max(count.last, since);
  while (silence() < (count.open > 0 ? 6000 : 1500)) await pause(50);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
