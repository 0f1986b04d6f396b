import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { long, longUnlessClose } from './long.ts';
import { routes } from './site.ts';
import { read, words } from './words.ts';

/** Where the scenes stand, as the built pages say: in the pages' order, then down each page. */
export const scenes: { id: string; path: string }[] = routes.flatMap((path) =>
  [
    ...readFileSync(`dist/${path.endsWith('.html') ? path : `${path}index.html`}`, 'utf8').matchAll(
      /class="island" data-scene="([^"]+)"/g,
    ),
  ].map(([, id = '']) => ({ id, path })),
);

/** For what takes long: each run does it for a few scenes, the first of some chapters, and `npm run test:all` for all. */
export function longUnlessFirst(id: string): object {
  const path = scenes.find((scene) => scene.id === id)?.path ?? '';
  return scenes.find((scene) => scene.path === path)?.id === id ? longUnlessClose(path) : long;
}

/** One scene as a reader meets it. */
export class SceneOnPage {
  readonly island: Locator;
  readonly run: Locator;
  readonly back: Locator;

  constructor(
    readonly page: Page,
    readonly id: string,
  ) {
    this.island = page.locator(`.island[data-scene="${id}"]`);
    this.run = this.island.locator('.go');
    this.back = this.island.getByRole('button', { name: words.drive.back, exact: true });
  }

  /** Waits until the living scene has taken over and its terminals show something. */
  async alive(): Promise<void> {
    await this.island.scrollIntoViewIfNeeded();
    await expect(this.island).toHaveAttribute('data-alive', '1');
    await this.terminals();
  }

  /** Points at the scene until its terminals have opened, which they do for a reader who is there. */
  async terminals(): Promise<void> {
    await expect(async () => {
      await this.island.locator('.scene').dispatchEvent('pointerover');
      await expect(this.island.locator('.xterm-host.ready')).toHaveCount((await this.panes()).length, { timeout: 500 });
    }).toPass();
  }

  /** The ids of its panes, in the order of the stage. */
  panes(): Promise<string[]> {
    return this.island.evaluate((island) =>
      [...island.querySelectorAll<HTMLElement>('[data-pane]')].map((pane) => pane.dataset.pane ?? ''),
    );
  }

  /** So many steps are over and nothing moves. */
  async restsAt(step: number): Promise<void> {
    await expect(this.island).toHaveAttribute('data-at', new RegExp(`^${step}( ask)?( said-.+)?$`));
    await expect(this.island.locator('.count > [data-k]').filter({ visible: true })).toHaveText(
      step ? read(words.bar.stepOf(step, await this.steps())) : words.bar.steps(await this.steps()),
    );
  }

  steps(): Promise<number> {
    return this.island.locator('.dots li').count();
  }

  dot(step: number): Locator {
    return this.island.locator('.dots button').nth(step - 1);
  }

  /** The rows that a pane shows as they are in the page, the waiting prompt last. */
  rows(pane: string): Promise<string[]> {
    return this.island.locator(`[data-pane="${pane}"] .row`).evaluateAll((rows) =>
      rows
        .filter((row) => row.checkVisibility())
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((row) => row.textContent?.trimEnd() ?? ''),
    );
  }

  /** The rows that the living terminal of a pane shows, blank ones at the end left out. */
  livingRows(pane: string): Promise<string[]> {
    return this.island.locator(`[data-pane="${pane}"] .xterm-rows > div`).evaluateAll((rows) => {
      const texts = rows.map((row) => (row.textContent ?? '').replaceAll('\u00a0', ' ').trimEnd());
      while (texts.at(-1) === '') texts.pop();
      return texts;
    });
  }

  /** Each row of the living terminal lies on its static one, and is as wide. */
  async expectOverlaid(pane: string): Promise<void> {
    const offsets = await this.island.locator(`[data-pane="${pane}"]`).evaluate((window) => {
      const rows = [...window.querySelectorAll('.rows .row')].filter((row) => row.checkVisibility());
      const living = [...window.querySelectorAll('.xterm-rows > div')];
      const top = (element: Element | undefined) => element?.getBoundingClientRect().top ?? Number.NaN;
      const width = (element: Element | null | undefined) => {
        const range = document.createRange();
        if (element) range.selectNodeContents(element);
        return range.getBoundingClientRect().width;
      };
      return {
        tops: rows.map((row, i) => top(row) - top(living[i])),
        width: width(rows[0]) - width(living[0]),
      };
    });
    expect(offsets.tops.every((offset) => Math.abs(offset) < 0.5)).toBe(true);
    expect(Math.abs(offsets.width)).toBeLessThan(1);
  }

  /** What assistive technology can read of the transcript now. */
  heard(): Promise<string[]> {
    return this.island
      .locator('.heard')
      .evaluateAll((parts) =>
        parts
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .map((part) => part.textContent ?? ''),
      );
  }

  /** The caption that is in sight. */
  async caption(): Promise<string> {
    const texts = await this.island
      .locator('.after')
      .evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((one) => one.textContent ?? ''),
      );
    return texts.join(' | ');
  }

  /** The question that stands. */
  get question(): Locator {
    return this.island.locator('.ask').filter({ visible: true });
  }

  /** Answers the question that stands, if one does. */
  async answer(index: number): Promise<void> {
    await this.island.locator('.ask button[data-do="pick"]').filter({ visible: true }).nth(index).click();
  }
}

/** Opens a scene with everything that moves cut short. */
export async function openScene(page: Page, id: string, place = ''): Promise<SceneOnPage> {
  const path = scenes.find((scene) => scene.id === id)?.path ?? '';
  await page.goto(`${path}#${id}${place}`);
  return new SceneOnPage(page, id);
}
