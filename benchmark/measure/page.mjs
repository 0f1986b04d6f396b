/* Functions that run in the measured page: each stands for itself. */

/** What the browser noted of the load: paints, shifts, long tasks, and what was fetched up to the load event. */
export async function notes() {
  const entries = (type) =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(resolve, 500, []);
    });
  const [navigation] = performance.getEntriesByType('navigation');
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const largest = (await entries('largest-contentful-paint')).at(-1)?.startTime;
  const tasks = (await entries('longtask')).filter((task) => task.startTime + task.duration > paint);
  const shifts = await entries('layout-shift');
  const all = performance.getEntriesByType('resource').filter((one) => !one.name.startsWith('data:'));
  const first = all.filter((one) => one.startTime < navigation.loadEventEnd);
  const bytes = (some) => some.reduce((sum, one) => sum + one.encodedBodySize, 0);
  const scripts = (some) => some.filter((one) => new URL(one.name).pathname.endsWith('.js'));
  const inline = [...document.scripts].filter((one) => !one.src && /^(text\/javascript|module)?$/.test(one.type));
  return {
    paint,
    largest,
    blocking: tasks.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0),
    shift: shifts.reduce((sum, one) => sum + (one.hadRecentInput ? 0 : one.value), 0),
    bytes: navigation.encodedBodySize + bytes(first),
    requests: 1 + first.length,
    scripts: bytes(scripts(first)),
    scriptsEver: bytes(scripts(all)),
    inline: inline.map((one) => one.textContent).join('\n'),
  };
}

/** Scrolls to a thing at once, and waits until a thing is there whose text says something; resolves with the milliseconds till it is painted. */
export async function scrollTo(target, shown, limit) {
  const begun = performance.now();
  document.querySelector(target).scrollIntoView();
  const frame = () => new Promise(requestAnimationFrame);
  const there = () =>
    [...document.querySelectorAll(shown)].some((one) => one.textContent.trim() || one.tagName === 'CANVAS');
  while (!there()) {
    if (performance.now() - begun > limit) throw new Error(`${shown} did not come in ${limit} ms.`);
    await frame();
  }
  await frame();
  return performance.now() - begun;
}

/** Points at a thing, again in each frame, until another is there: what wakes only then; resolves with the milliseconds till that is painted. */
export async function pointAt(target, shown, limit) {
  const begun = performance.now();
  const frame = () => new Promise(requestAnimationFrame);
  while (!document.querySelector(shown)) {
    if (performance.now() - begun > limit) throw new Error(`${shown} did not come in ${limit} ms.`);
    document.querySelector(target).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await frame();
  }
  await frame();
  return performance.now() - begun;
}

/** Scrolls to a scene, presses its button in the next frame, and waits until the step is over and painted. */
export async function firstStep(within) {
  const frame = () => new Promise(requestAnimationFrame);
  const scene = document.querySelector(within).closest('.island');
  const begun = performance.now();
  scene.scrollIntoView();
  await frame();
  const before = scene.dataset.at;
  scene.querySelector('.go').click();
  while (scene.dataset.at === before) await frame();
  await frame();
  return performance.now() - begun;
}

/** Presses a scene's Run at a speed, and waits until the rows that it prints, its sentence and its drawing are painted where a reader sees them. */
export async function answer(within, speed, limit) {
  const frame = () => new Promise(requestAnimationFrame);
  const island = document.querySelector(within).closest('.island');
  const begin = performance.now();
  const inTime = (what) => {
    if (performance.now() - begin > limit) throw new Error(`${what} did not come in ${limit} ms.`);
  };
  island.scrollIntoView();
  while ((island.dataset.speed ?? '1') !== speed) island.act('speed', 0);
  island.act('home', 0);
  const texts = (rows) => [...rows].map((row) => row.textContent.replaceAll('\u00a0', ' ').trimEnd());
  const inSight = (element, frame = document.documentElement) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    const box = frame === document.documentElement ? { top: 0, bottom: innerHeight } : frame.getBoundingClientRect();
    const shown = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return shown && height > 0 && top >= Math.max(box.top, 0) - 1 && bottom <= Math.min(box.bottom, innerHeight) + 1;
  };
  const printed = [...island.querySelectorAll('.window')].map((window) => ({
    view: window.querySelector('.view'),
    rows: texts(window.querySelectorAll('.from[data-k="1"] .row')).filter(Boolean),
  }));
  const answered = ({ view, rows }) => {
    if (!rows.length) return true;
    const living = [...view.querySelectorAll('.xterm-rows > div')];
    const last = living[texts(living).lastIndexOf(rows.at(-1))];
    return last && rows.every((row) => texts(living).includes(row)) && inSight(last, view);
  };
  const step = island.querySelector('.steps[data-in="0"] > [data-k="1"]');
  // In either format.
  const drawn = [...step.querySelectorAll('svg')].map((svg) => svg.getAttribute('aria-label'));
  const there = () => {
    const drawing = island.querySelector('.living svg');
    return (
      /^1\b(?!.*run)/.test(island.dataset.at) &&
      printed.every(answered) &&
      inSight(step.querySelector('.after')) &&
      drawn.includes(drawing.getAttribute('aria-label')) &&
      inSight(drawing)
    );
  };
  // At the beginning nothing of it is there.
  for (await frame(); there() || !/^0/.test(island.dataset.at); await frame()) inTime('The beginning');
  for (let still = 0; still < 10; still += 1) await frame();
  const pressed = performance.now();
  island.querySelector('.go').click();
  while (!there()) {
    inTime('The answer');
    await frame();
  }
  await frame();
  return performance.now() - pressed;
}

/** Presses a button that clears a terminal and writes it again, and waits until its text and the sentence below it are painted in sight. */
export async function writtenAgain({ place, button, rows, said }, limit) {
  const frame = () => new Promise(requestAnimationFrame);
  const whole = document.querySelector(rows);
  document.querySelector(place).scrollIntoView({ block: 'center' });
  const text = whole.textContent;
  let redrawn = false;
  new MutationObserver(() => {
    redrawn = true;
  }).observe(whole, { childList: true, subtree: true, characterData: true });
  for (let still = 0; still < 10; still += 1) await frame();
  redrawn = false;
  const last = [...whole.children].findLast((row) => row.textContent.trim());
  const inSight = (element) => {
    const { top, bottom, height } = element?.getBoundingClientRect() ?? { height: 0 };
    return height > 0 && top >= -1 && bottom <= innerHeight + 1;
  };
  const pressed = performance.now();
  document.querySelector(button).click();
  while (!(redrawn && whole.textContent === text && inSight(last) && inSight(document.querySelector(said)))) {
    if (performance.now() - pressed > limit) throw new Error(`The answer did not come in ${limit} ms.`);
    await frame();
  }
  await frame();
  return performance.now() - pressed;
}

/** Waits until the page has loaded. */
export function loaded() {
  if (document.readyState === 'complete') return true;
  return new Promise((resolve) => addEventListener('load', () => setTimeout(resolve, 0, true), { once: true }));
}

/** Brings a link into sight and says where it is; when it is clicked the page writes down the time. */
export function aim(selector) {
  const link = document.querySelector(selector);
  link.scrollIntoView({ block: 'center', behavior: 'instant' });
  addEventListener('click', () => sessionStorage.setItem('left', performance.timeOrigin + performance.now()), {
    capture: true,
    once: true,
  });
  const { left, top, width, height } = link.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** Waits until a heading that says so is painted; resolves with the milliseconds since the click, or with nothing when it does not come. */
export async function arrival(title, limit) {
  const frame = () => new Promise(requestAnimationFrame);
  const begun = performance.now();
  const left = Number(sessionStorage.getItem('left'));
  const isNew = performance.timeOrigin > left || performance.getEntriesByType('navigation')[0].activationStart > 0;
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0];
  const there = () =>
    document.visibilityState === 'visible' &&
    [...document.querySelectorAll('h1')].some((one) => one.textContent.includes(title)) &&
    (!isNew || paint());
  while (!there()) {
    if (performance.now() - begun > limit) return undefined;
    await frame();
  }
  if (isNew) return performance.timeOrigin + paint().startTime - left;
  await frame();
  return performance.timeOrigin + performance.now() - left;
}

/** In the page: the share of frames that took more than 20 ms while a scene ran ten steps at a reader's speed, each until it has moved. */
export async function slowFrames(within, limit) {
  const frame = () => new Promise(requestAnimationFrame);
  const island = document.querySelector(within).closest('.island');
  island.scrollIntoView();
  while ((island.dataset.speed ?? '1') !== '1') island.act('speed', 0);
  const began = performance.now();
  const took = [];
  let last = await frame();
  for (let run = 0; run < 10; run += 1) {
    if (Number.parseInt(island.dataset.at, 10) === island.querySelectorAll('.dots li').length || run === 0) {
      island.act('home', 0);
      for (let still = 0; still < 10; still += 1) last = await frame();
    }
    const from = Number.parseInt(island.dataset.at, 10);
    island.act('next', 0);
    // What moves has done so 1.2 s after the answer.
    for (let over; over === undefined || performance.now() - over < 1300; ) {
      const now = await frame();
      took.push(now - last);
      last = now;
      if (over === undefined && Number.parseInt(island.dataset.at, 10) > from && !island.dataset.at.includes('run'))
        over = performance.now();
      if (now - began > limit) throw new Error(`Ten steps did not end in ${limit} ms.`);
    }
  }
  return took.filter((ms) => ms > 20).length / took.length;
}
