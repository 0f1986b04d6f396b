import { expect, test } from '@playwright/test';
import { lessons } from '../content/lessons/index.ts';
import { Bench } from './bench.ts';

for (const lesson of lessons)
  test(`the solution of "${lesson.title}" reaches every goal`, async ({ page }) => {
    const bench = new Bench(page);
    await bench.start();
    await page.getByLabel('Lesson').selectOption(lesson.id);
    for (const { shell, type, after = 0 } of lesson.solution) {
      await bench.reached(after);
      const rooms = await bench.rooms();
      const line = type.replace('{pid}', rooms.at(-1) ?? '').replace('{older}', rooms.at(-2) ?? '');
      await bench.type(shell, line);
    }
    await bench.reached(lesson.goals.length);
    await expect(bench.scene.getByText('All goals reached.')).toBeVisible();
    await page.screenshot({ path: `test-results/lesson-${lesson.id}.png`, fullPage: true });
    await page.reload();
    expect(await page.evaluate(() => localStorage.getItem('isolate:lessons:v1'))).toContain(lesson.id);
  });
