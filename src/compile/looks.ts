import type { Run } from '../scene/data.ts';

export type Look = NonNullable<Run['look']>;

/** As much of a terminal's cell as its look is read from. */
export interface LookedAt {
  isFgDefault(): boolean;
  isFgRGB(): boolean;
  getFgColor(): number;
  isBgDefault(): boolean;
  isBold(): number;
  isDim(): number;
  isInverse(): number;
  isUnderline(): number;
  isItalic(): number;
  isStrikethrough(): number;
  isInvisible(): number;
  isBlink(): number;
  isOverline(): number;
}

const colours = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const;

/** Black that is bright, and the grey of systemd's tables: src/terminal/theme.ts has both in one grey. */
const greys = [8, 245];

/** The look of a cell that the static rows have as the living terminal has it; undefined: plain. */
export function lookOf(cell: LookedAt): Look | undefined {
  if (cell.isFgDefault()) return cell.isBold() ? 'bold' : undefined;
  if (greys.includes(cell.getFgColor())) return 'dim';
  const colour = colours[(cell.getFgColor() % 8) - 1];
  return colour && cell.isBold() ? `bold-${colour}` : colour;
}

/** What of a cell's look the static rows do not have, in words; undefined: nothing. */
export function strangeLook(cell: LookedAt): string | undefined {
  if (!cell.isBgDefault()) return 'a background colour';
  if (cell.isInverse()) return 'inverse text';
  if (cell.isUnderline()) return 'underlined text';
  if (cell.isItalic()) return 'italic text';
  if (cell.isStrikethrough()) return 'text that is struck through';
  if (cell.isInvisible()) return 'concealed text';
  if (cell.isBlink()) return 'blinking text';
  if (cell.isOverline()) return 'text with a line over it';
  if (cell.isDim()) return 'faint text';
  if (cell.isFgDefault()) return undefined;
  const colour = cell.getFgColor();
  if (cell.isFgRGB()) return `the colour #${colour.toString(16).padStart(6, '0')}`;
  if (greys.includes(colour)) return cell.isBold() ? 'bold grey text' : undefined;
  return colour < 16 && colours[(colour % 8) - 1] ? undefined : `the colour ${colour} of 256`;
}
