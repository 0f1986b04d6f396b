import { expect, type Locator, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { SceneOnPage, scenes } from './scene.ts';

/** At most so much of a stage may be empty, by the aim; a table says what is over it, and nothing fails. */
const aim = 0.35;

for (const [width, height] of [
  [1366, 650],
  [768, 1024],
  [360, 740],
] as const)
  test(`how much of each stage is empty at ${width} by ${height} is said of every scene`, long, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const shares: { id: string; step: number; empty: number }[] = [];
    for (const path of new Set(scenes.map((scene) => scene.path))) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      for (const { id } of scenes.filter((scene) => scene.path === path)) shares.push(await middleOf(page, id));
    }
    expect(shares.map(({ id }) => id)).toEqual(scenes.map(({ id }) => id));
    expect(shares.filter(({ empty }) => !(empty > 0 && empty < 1))).toEqual([]);
    const sorted = shares.toSorted((a, b) => b.empty - a.empty);
    const over = sorted.filter(({ empty }) => empty > aim);
    console.log(
      [
        `Empty at ${width}x${height}: ${percent(sorted[Math.floor(sorted.length / 2)]?.empty)} in the middle of ${sorted.length} scenes; ${over.length} over ${percent(aim)}`,
        ...over.map(({ id, step, empty }) => `  ${percent(empty)}  ${id}/${step}`),
      ].join('\n'),
    );
  });

/** A scene at rest in its middle step, as the contact sheets show it. */
async function middleOf(page: Page, id: string): Promise<{ id: string; step: number; empty: number }> {
  const scene = new SceneOnPage(page, id);
  const step = Math.ceil((await scene.steps()) / 2);
  await scene.island.evaluate(
    (island, step) => (island as never as { act(what: string, value: number): void }).act('seek', step),
    step,
  );
  // A scene that has been moved takes the terminals from those that were moved before it.
  await scene.alive();
  await scene.restsAt(step);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return { id, step, empty: await emptyShare(scene.island) };
}

function percent(share = Number.NaN): string {
  return `${(share * 100).toFixed(0).padStart(2)} %`;
}

/** The share of a stage on which nothing stands: no row of a terminal, no words, no button and no drawing. */
function emptyShare(island: Locator): Promise<number> {
  return island.evaluate((island) => {
    const cell = 2;
    const scene = island.querySelector('.scene');
    if (!scene) return Number.NaN;
    const stage = scene.getBoundingClientRect();
    const [columns, rows] = [Math.floor(stage.width / cell), Math.floor(stage.height / cell)];
    const covered = new Uint8Array(columns * rows);
    const cover = (box: { left: number; top: number; right: number; bottom: number }, frame: DOMRect) => {
      const from = (at: number) => Math.round(at / cell);
      const right = Math.min(columns, from(Math.min(box.right, frame.right) - stage.left));
      const bottom = Math.min(rows, from(Math.min(box.bottom, frame.bottom) - stage.top));
      const left = Math.max(0, from(Math.max(box.left, frame.left) - stage.left));
      for (let y = Math.max(0, from(Math.max(box.top, frame.top) - stage.top)); y < bottom; y += 1)
        if (right > left) covered.fill(1, y * columns + left, y * columns + right);
    };
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.said');
    /** What cuts an element off. */
    const frameOf = (element: Element) => (element.closest('.view, .words') ?? scene).getBoundingClientRect();

    // A row of a terminal and a paragraph count to the end of their lines; the living terminal lies over rows that say the same.
    for (const row of island.querySelectorAll('.rows .row')) {
      const view = frameOf(row);
      const { top, bottom } = row.getBoundingClientRect();
      if (seen(row) && row.textContent?.trim()) cover({ left: view.left, right: view.right, top, bottom }, view);
    }
    for (const text of island.querySelectorAll('.words p, .ask, .title, .count, h2, .closed'))
      if (seen(text)) cover(text.getBoundingClientRect(), frameOf(text));
    for (const button of island.querySelectorAll('button, input, a'))
      if (seen(button) && !button.closest('[popover]')) cover(button.getBoundingClientRect(), frameOf(button));
    for (const drawing of island.querySelectorAll<SVGSVGElement>('svg.dg')) {
      const matrix = drawing.getScreenCTM();
      if (!seen(drawing) || !matrix) continue;
      const { x, y, width, height } = drawing.getBBox();
      const [start, end] = [new DOMPoint(x, y), new DOMPoint(x + width, y + height)].map((point) =>
        point.matrixTransform(matrix),
      );
      if (start && end)
        cover({ left: start.x, top: start.y, right: end.x, bottom: end.y }, drawing.getBoundingClientRect());
    }
    return 1 - covered.reduce((sum, one) => sum + one, 0) / covered.length;
  });
}
