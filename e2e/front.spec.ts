import { expect, test } from '@playwright/test';

for (const [width, height] of [
  [1366, 650],
  [1440, 780],
  [1920, 950],
  [768, 1024],
  [360, 740],
] as const)
  test(`the first screen shows the question and its answers without scrolling, ${width} by ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('');
    const question = page.locator('.front');
    const answers = question.getByRole('radio');
    await expect(answers).toHaveCount(3);
    for (const answer of await question.locator('label').all()) await expect(answer).toBeInViewport({ ratio: 1 });
    await question.locator('label').nth(1).click();
    await expect(question.locator('.was-right')).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
