import { expect, type Page, test } from '@playwright/test';
import type { Island } from '../src/scene/island.ts';
import { chapters } from './site.ts';

/** What a sheet of A4 has between its margins, in CSS px. */
const paper = { width: 680, height: 990 };

/** Steps that have not one drawing, and whose own shows something new. */
function undrawn(page: Page): Promise<string[]> {
  return page.locator('.steps[data-in="0"] > li').evaluateAll((steps) => {
    const visible = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const drawn = (step: Element | null) => step?.querySelector('figure > .tall > svg') ?? null;
    // What is drawn in several steps is referred to.
    const whole = (svg: Element) => {
      const copy = svg.cloneNode(true) as Element;
      for (const use of copy.querySelectorAll('use'))
        use.replaceWith(...(document.querySelector(use.getAttribute('href') ?? '')?.cloneNode(true).childNodes ?? []));
      return copy;
    };
    // What is new in one step is the same in the next, and a host counts its own processes anew each time.
    const shown = ({ innerHTML }: Element) =>
      innerHTML
        .replaceAll(/<\/?g[^>]*>/g, '')
        .replaceAll(/ class="fresh"| fresh(?=")/g, '')
        .replaceAll(/>(and )?\d+ (processes|more)</g, '><');
    const differ = (one: Element, next: Element) => {
      // What travelled in a step does so no more, which is nothing new.
      if (!next.querySelector('.way')) for (const way of one.querySelectorAll('.way')) way.remove();
      return shown(one) !== shown(next);
    };
    const nameOf = (svg: Element | null) =>
      svg?.getAttribute('aria-label') ??
      document.getElementById(svg?.getAttribute('aria-labelledby') ?? '')?.textContent;
    return steps
      .filter((step) => {
        const [first, ...more] = [...step.querySelectorAll('svg')].filter(visible);
        if (first) return more.length > 0;
        const [before, own] = [drawn(step.previousElementSibling), drawn(step)];
        if (!own) return true;
        // As the one before, or of a host on which no container runs yet.
        return before ? differ(whole(before), whole(own)) : !nameOf(own)?.includes('No container.');
      })
      .map((step) => `drawing of ${step.closest('section')?.id}, ${(step as HTMLElement).dataset.k}`);
  });
}

test('on paper every chapter is complete: each step of each take, each answer and each drawing that is not as the one before, and nothing to press', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(paper);
  // What is printed is in the page; the living scenes only add to what is hidden.
  await page.route('**/assets/alive-*.js', (route) => route.abort());
  for (const route of chapters) {
    await page.goto(route);
    // As in the middle of reading.
    await page.locator('.island').evaluateAll((islands) => {
      for (const island of islands as Island[]) island.act?.('seek', 1);
    });
    await page.emulateMedia({ media: 'print' });
    const lost = await page.evaluate(() => {
      const visible = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const first = '.stage > .steps[data-in="0"]';
      const needed = [
        ...document.querySelectorAll(
          `main > p, main > h2, .source-note, ${first} :is(.before, .after, .heard, .verdict), .others :is(.before, .after, .heard)`,
        ),
      ];
      return [
        ...needed.filter((element) => !visible(element)).map((element) => element.outerHTML.slice(0, 80)),
        ...[...document.querySelectorAll('main button:not(.prov, .token, .take-along, [popover] *), .rail, .top')]
          .filter(visible)
          .map((element) => `left: ${element.outerHTML.slice(0, 80)}`),
        ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the paper'] : []),
      ];
    });
    expect([...lost, ...(await undrawn(page))], `/${route}`).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  }
});

/** How many pages of A4 each of these may take: with drawings half as wide as the paper it was three times as many. */
const most = { 'cgroups/': 10, 'limits/': 10, 'pid/': 8, 'uts/': 8 };

for (const [route, pages] of Object.entries(most))
  test(`/${route} is printed on at most ${pages} pages of A4, and no sign to press is on them`, async ({ page }) => {
    await page.route('**/assets/alive-*.js', (request) => request.abort());
    await page.goto(route);
    await page.emulateMedia({ media: 'print' });
    const signs = await page
      .locator('main summary')
      .evaluateAll(
        (all) =>
          all.filter(
            (one) =>
              getComputedStyle(one).display === 'list-item' || getComputedStyle(one, '::after').content !== 'none',
          ).length,
      );
    expect(signs).toBe(0);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(pages);
  });

test('the whole article is one page that runs nothing, has every chapter and scene once, and every address in it leads somewhere', async ({
  page,
}) => {
  await page.goto('print/');
  expect(await page.locator('script, .island').count()).toBe(0);
  await expect(page.locator('button').filter({ visible: true })).toHaveCount(0);
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const unseen = await page
        .locator(
          `section.scene :is(kbd, .heard pre, .before, .after, .verdict${media === 'screen' ? ', figure svg' : ''})`,
        )
        .evaluateAll((parts) =>
          parts
            .filter((part) => !part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map((part) => `${part.closest('section')?.id}: ${part.outerHTML.slice(0, 60)}`),
        );
      expect([...unseen, ...(await undrawn(page))], `${media}, ${width} px`).toEqual([]);
    }
  }
  const { doubled, broken, scenes } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('main [id]')].map((element) => element.id);
    return {
      doubled: ids.filter((id, at) => ids.indexOf(id) !== at),
      broken: [...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => !id.includes('/') && !document.getElementById(id)),
      scenes: document.querySelectorAll('section.scene').length,
    };
  });
  expect({ doubled, broken }).toEqual({ doubled: [], broken: [] });
  await expect(page.locator('.whole > .kicker')).toHaveCount(chapters.length);
  let told = 0;
  for (const route of chapters) {
    await page.goto(route);
    told += await page.locator('.island').count();
  }
  expect(scenes).toBe(told);
});
