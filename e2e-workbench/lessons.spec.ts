import { expect, test } from '@playwright/test';
import { lessons } from '../content/lessons/index.ts';
import { words } from '../e2e/words.ts';
import { Bench } from './bench.ts';

// One machine for all: it begins anew before each lesson, as it does when a reader presses "Reset".
let bench: Bench | undefined;

test.afterAll(() => bench?.page.close());

for (const lesson of lessons)
  test(`the solution of "${lesson.title}" reaches every goal`, async ({ browser }, info) => {
    if (bench) await bench.reset();
    else {
      bench = new Bench(await browser.newPage());
      await bench.start();
    }
    const { page, scene } = bench;
    await page.getByLabel(words.workbench.lesson).selectOption(lesson.id);
    for (const { shell, type, after = 0 } of lesson.solution) {
      await bench.reached(after);
      const rooms = await bench.rooms();
      const line = type.replace('{pid}', rooms.at(-1) ?? '').replace('{older}', rooms.at(-2) ?? '');
      await bench.type(shell, line);
    }
    await bench.reached(lesson.goals.length);
    await expect(scene.getByText(words.workbench.allReached)).toBeVisible();
    await scene.screenshot({ path: info.outputPath(`${lesson.id}.png`) });
    expect(await page.evaluate(() => localStorage.getItem('isolate:v1'))).toContain(lesson.id);
  });
