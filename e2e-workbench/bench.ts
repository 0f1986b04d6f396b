import { expect, type Locator, type Page } from '@playwright/test';
import { words } from '../e2e/words.ts';

/** The workbench on a page, as a reader uses it. */
export class Bench {
  readonly scene: Locator;

  constructor(readonly page: Page) {
    this.scene = page.locator('.bench-scene[data-status]');
  }

  /** Opens the page and waits for a prompt. */
  async start(): Promise<void> {
    await this.page.goto('workbench/');
    await this.page.getByRole('button', { name: words.workbench.start }).click();
    await expect(this.scene).toHaveAttribute('data-status', 'on');
    await this.prompts(1);
  }

  /** Returns to the saved state, and waits until the kernel that began anew has said what it is. */
  async reset(): Promise<void> {
    const life = Number(await this.scene.getAttribute('data-life'));
    await this.page.getByRole('button', { name: words.workbench.ends.reset.name }).click();
    await this.page.getByRole('button', { name: words.workbench.ends.reset.go }).click();
    await expect(this.scene).toHaveAttribute('data-life', String(life + 1));
    await expect(this.diagram).toHaveAttribute('aria-label', /No container\./);
    for (const shell of [1, 2] as const) await this.prompts(shell);
  }

  get diagram(): Locator {
    return this.scene.locator('.living').getByRole('img').first();
  }

  shell(which: 1 | 2): Locator {
    return this.scene.locator(`[data-shell="${which}"]`);
  }

  /** What a shell shows, for those who can't see it. xterm.js tells nothing of a terminal that is out of view. */
  async rows(which: 1 | 2): Promise<string[]> {
    await this.shell(which).scrollIntoViewIfNeeded();
    const rows = await this.shell(which).locator('.xterm-accessibility-tree > div').allInnerTexts();
    return rows.map((row) => row.replaceAll('\u00a0', ' ').trimEnd()).filter(Boolean);
  }

  /** Waits until a shell waits. */
  async prompts(which: 1 | 2): Promise<void> {
    await expect.poll(async () => (await this.rows(which)).at(-1) ?? '', `shell ${which}`).toMatch(/[#$]$/);
  }

  /** Types a line and waits until the shell waits again. */
  async type(which: 1 | 2, line: string): Promise<void> {
    await this.shell(which).locator('textarea').focus();
    await this.page.keyboard.type(line);
    // A line that is longer than the terminal breaks at any letter, and a blank at the break is not told.
    const typed = dense(line).slice(-10);
    const shown = async () => dense((await this.rows(which)).join(''));
    await expect.poll(shown, `shell ${which} shows ${line}`).toContain(typed);
    await this.page.keyboard.press('Enter');
    // A prompt may name the folder that was typed, but then more follows.
    await expect.poll(async () => dense((await this.rows(which)).at(-1) ?? '').endsWith(typed)).toBe(false);
    await this.prompts(which);
  }

  async reached(goals: number): Promise<void> {
    await expect
      .poll(async () => Number(await this.scene.getAttribute('data-reached')), `goal ${goals}`)
      .toBeGreaterThanOrEqual(goals);
  }

  /** The pids of the rooms' first processes, the newest last. */
  async rooms(): Promise<string[]> {
    return ((await this.scene.getAttribute('data-rooms')) ?? '').split(' ').filter(Boolean);
  }
}

function dense(text: string): string {
  return text.replace(/\s/g, '');
}
