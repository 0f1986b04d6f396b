import { expect, type Page, test } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { long } from './long.ts';
import { chapters, embeds, routes } from './site.ts';
import { words } from './words.ts';

// axe comes as a script written into the page, which the page's policy refuses.
test.use({ bypassCSP: true });

/** Every chapter and every step in one page: on a busy machine axe walks through it for more than a minute. */
const whole = 'print/';
const minutes = 300_000;

/** Looked at in the dark by every run: between them they hold each kind of part that a page has. */
const darkAtOnce = ['pid/', 'user/', 'vms/', 'ledger/', 'glossary/'];

/** A phone, a tablet, a window. */
const sizes = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1440, height: 1000 },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const size of sizes)
    for (const route of [...routes, ...embeds]) {
      const atOnce = size.width === 1440 && (colorScheme === 'light' || darkAtOnce.includes(route));
      test(
        `/${route} has nothing that axe objects to, ${colorScheme}, ${size.width} px wide`,
        atOnce && route !== whole && !embeds.includes(route) ? {} : long,
        async ({ page }) => {
          if (route === whole) test.setTimeout(minutes);
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.goto(route);
          await expectNothingFrom(page);
        },
      );
    }

test('/pid/ has nothing that axe objects to on a phone with its contents open', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('pid/');
  await page.getByText(words.contents.name, { exact: true }).click();
  // What the contents lie over can't be pressed until they are closed.
  await expectNothingFrom(page, ['main']);
});

/** All of WCAG 2.2 AA, of which axe leaves out the sizes of targets unless it is asked, and what axe holds to be good beside. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function expectNothingFrom(page: Page, exclude: string[] = []): Promise<void> {
  await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
  const objections = await page.evaluate(
    async ({ values, exclude }) => {
      const { axe } = window as unknown as {
        axe: { run(context: { exclude: string[] }, options: RunOptions): Promise<AxeResults> };
      };
      const { violations } = await axe.run({ exclude }, { runOnly: { type: 'tag', values } });
      // Here, and not where the test runs: what axe has nothing against is more than the page itself.
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    },
    { values: tags, exclude },
  );
  expect(objections).toEqual([]);
}

test('the keyboard reaches the skip link first, and it leads past the contents', async ({ page }) => {
  await page.goto('pid/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: words.page.skip });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the keyboard walks through the contents in order and opens a chapter', async ({ page }) => {
  await page.goto('');
  const names: string[] = [];
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.closest('.rail nav a')?.textContent);
    if (name) names.push(name);
    else if (names.length) break;
  }
  expect(names).toEqual(await page.locator('.rail nav a').allInnerTexts());
  await page.locator('.rail nav').getByRole('link', { name: 'UTS' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/uts\/$/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`whatever has the focus shows it, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('licences/');
    const unseen: string[] = [];
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        // A radio button is drawn by the label beside it.
        const drawn = element.matches('input[type=radio]') ? (element.nextElementSibling ?? element) : element;
        const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
        return {
          name: element.outerHTML.slice(0, 80),
          shown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        };
      });
      if (!focused) break;
      if (!focused.shown) unseen.push(focused.name);
    }
    expect(unseen).toEqual([]);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  for (const route of chapters)
    test(`whatever can be pressed on /${route} is 44 px high and wide`, async ({ page }) => {
      await page.goto(route);
      const contents = page.getByText(words.contents.name, { exact: true });
      await contents.click();
      expect(await tooSmall(page, '.menu-sheet')).toEqual([]);
      // They lie over the page.
      await contents.click();
      expect(await tooSmall(page, 'body')).toEqual([]);
    });
});

/** What can be pressed below an element, and finds a finger on less than 44 px. */
function tooSmall(page: Page, within: string): Promise<string[]> {
  return page.evaluate((within) => {
    const least = 43.5;
    /** What is drawn smaller may answer around itself: how far an element does, through its middle, up and down and to both sides. */
    const reaches = (element: HTMLElement, box: DOMRect) => {
      if (box.width >= least && box.height >= least) return true;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const along = (dx: number, dy: number) => {
        let far = 0;
        while (far < 60 && element.contains(document.elementFromPoint(x + dx * far, y + dy * far))) far += 0.5;
        return far;
      };
      const high = height >= least || along(0, -1) + along(0, 1) >= least;
      return high && (width >= least || along(-1, 0) + along(1, 0) >= least);
    };
    return (
      [...document.querySelectorAll<HTMLElement>(`${within} :is(a, button, summary, input, label)`)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
        // Links inside sentences and cells of text are as high as their line (WCAG 2.5.8, "inline"); the skip link is for keyboards;
        // what the courses of the house lead to, the contents do as well (WCAG 2.5.5, "equivalent").
        .filter(
          (element) =>
            !element.closest(
              'p, .source-note, .source-mark, h2, .skip, input, dd, td, li:has(> p), main > ul > li, .course',
            ) || element.matches('button'),
        )
        .filter((element) => !element.matches('input[type=radio]') && !element.closest('[popover]:not(:popover-open)'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ element, box }) => !reaches(element, box))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} is ${box.width} by ${box.height}`)
    );
  }, within);
}
