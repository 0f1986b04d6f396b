/** Presses what was pressed before any script could answer: on a slow line the page is there in parts, and this script comes last. */
export function pressAgain(page: HTMLElement & { early?: Element[] | undefined }): void {
  const pressed = page.early ?? [];
  page.early = undefined;
  // All else, links and what opens by itself, has had its press.
  for (const element of pressed) element.closest<HTMLElement>('[data-do],[data-find]')?.click();
}
