import { expect, test } from '@playwright/test';
import type { Island } from '../src/scene/island.ts';
import { chapters } from './site.ts';

/** What a sheet of A4 has between its margins, in CSS px. */
const paper = { width: 680, height: 990 };

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
      const steps = [...document.querySelectorAll(`${first} > li`)];
      // A host counts its own processes anew each time.
      const shown = (svg: Element | null) => svg?.innerHTML.replace(/>(and )?\d+ (processes|more)</g, '><');
      const undrawn = steps.filter((step) => {
        const [drawn, ...more] = [...step.querySelectorAll('svg')].filter(visible);
        if (drawn) return more.length > 0;
        const own = step.querySelector('figure > .full > svg');
        const before = step.previousElementSibling?.querySelector('figure > .full > svg') ?? null;
        // As the one before, or of a host on which no container runs yet.
        return before ? shown(own) !== shown(before) : own?.querySelector('[data-part^="container:"]') !== null;
      });
      return [
        ...needed.filter((element) => !visible(element)).map((element) => element.outerHTML.slice(0, 80)),
        ...undrawn.map((step) => `drawing of ${step.closest('section')?.id}`),
        ...[...document.querySelectorAll('main button:not(.prov, .token, .take-along, [popover] *), .rail, .top')]
          .filter(visible)
          .map((element) => `left: ${element.outerHTML.slice(0, 80)}`),
        ...(document.documentElement.scrollWidth > innerWidth ? ['wider than the paper'] : []),
      ];
    });
    expect(lost, `/${route}`).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
  }
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
        .locator('section.scene :is(kbd, .heard pre, .before, .after, .verdict, figure svg)')
        .evaluateAll((parts) =>
          parts
            .filter((part) => !part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map((part) => `${part.closest('section')?.id}: ${part.outerHTML.slice(0, 60)}`),
        );
      expect(unseen, `${media}, ${width} px`).toEqual([]);
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
