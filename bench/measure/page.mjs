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
