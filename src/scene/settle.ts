/**
 * Scrolls each terminal of a scene so that what its step prints is in sight, and lets those be scrolled by keyboard that have more. Output
 * hangs from the top as long as it fits; an answer longer than its window shows the row that proves something in its middle.
 */
export function settle(island: HTMLElement): void {
  const at = stageOf(island);
  for (const view of island.querySelectorAll<HTMLElement>('.view')) {
    const height = Number.parseFloat(getComputedStyle(view).lineHeight);
    const room = Math.floor(view.clientHeight / height);
    view.scrollTop = topRow(view, at, room) * height;
    view.tabIndex = view.scrollHeight > view.clientHeight + 1 || view.scrollWidth > view.clientWidth + 1 ? 0 : -1;
  }
}

/** The number of the stage that is shown, or is on its way while its step runs. */
export function stageOf({ dataset: { at = '0' } }: HTMLElement): number {
  return Number.parseInt(at, 10) + (/run/.test(at) ? 1 : 0);
}

/** The row that stands at the top of a window with room for so many. */
function topRow(view: HTMLElement, at: number, room: number): number {
  // The last of these that printed: a pane that is silent in this step keeps its last rows.
  const blocks = [...view.querySelectorAll<HTMLElement>('.rows > .from')].slice(0, at + 1);
  const last = blocks.findLastIndex((block) => block.childElementCount > 0);
  const block = blocks[last];
  if (!block) return 0;
  const first = rowOf(block);
  // The next prompt too.
  const end = first + block.childElementCount + 1;
  if (end - first <= room) return Math.max(0, end - room);
  const marks = view.querySelectorAll(`.marks > .from`)[last];
  const telling = marks?.querySelector<HTMLElement>('.proof') ?? marks?.querySelector<HTMLElement>('.mark');
  const row = telling ? rowOf(telling) : first;
  return row - first < room - 1 ? first : Math.min(row - Math.floor(room / 2), end - room);
}

function rowOf({ style }: HTMLElement): number {
  return Number(style.getPropertyValue('--r'));
}
