/** The fewest rows that a pane gets which is open. */
const fewest = 3;

/** How many rows a pane gets that asks for so many: see `rowsAsked` in score.ts. */
export function shareOf(asked: number): number {
  return asked < 0 ? 1 : Math.max(asked, fewest);
}
