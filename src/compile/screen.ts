import { createRequire } from 'node:module';
import type { Printed, Row, Run } from '../scene/data.ts';
import { lookOf, strangeLook } from './looks.ts';

// Its package.json names an ES module that is not in the package, so what an import finds depends on who resolves it.
const { Terminal }: typeof import('@xterm/headless') = createRequire(import.meta.url)('@xterm/headless');

/** What one pane shows when a step is over, read from a real terminal's cells. */
export interface ScreenStep extends Omit<Printed, 'marks' | 'bytes'> {
  /** The prompt that waits then. */
  idle: Row | undefined;
  /** The output did not end with a new line: the prompt stands behind it. */
  unfinished: boolean;
  /** What static rows can't show as the terminal did: expected, found. */
  refused: [expected: string, found: string] | undefined;
}

/** Modes that change to a screen without history: https://invisible-island.net/xterm/ctlseqs/ctlseqs.html */
const otherScreens: unknown[] = [47, 1047, 1049];

interface Cell {
  row: number;
  column: number;
}

/** A pane's terminal: 80 columns, and rows enough that nothing ever leaves at the top. */
export class Screen {
  #terminal;
  /** The prompt that was printed last, and whether it still waits for a line. */
  #prompt: { from: Cell; to: Cell } | undefined;
  #waits = false;
  /** What the shell said during this step: a prompt began here, a line was handed over here. */
  #asked: Cell | undefined;
  #handedOver: Cell | undefined;
  #firstRow = 0;
  /** The rows of prompt and command as they stood then. */
  #commandThen: string[] = [];
  /** The first sequence that takes away what was shown, in words. */
  #cleared: string | undefined;
  #strange: string | undefined;

  constructor(columns: number, everything: string) {
    const rows = everything.split('\n').length + Math.ceil(everything.length / columns) + 1;
    this.#terminal = new Terminal({ cols: columns, rows, scrollback: 0, allowProposedApi: true });
    const { parser } = this.#terminal;
    parser.registerOscHandler(133, (data) => this.#hook(data[0]));
    const clears = (how: string) => {
      this.#cleared ??= how;
      return false;
    };
    parser.registerEscHandler({ final: 'c' }, () => clears('a terminal that was reset (ESC c)'));
    for (const final of ['h', 'l'])
      parser.registerCsiHandler({ prefix: '?', final }, (params) => {
        const other = params.flat().find((mode) => otherScreens.includes(mode));
        return other !== undefined && clears(`the other screen (ESC[?${other}${final})`);
      });
  }

  /** Shows what the pane printed before the first step; gives back the prompt that waits. */
  async open(text: string): Promise<Row | undefined> {
    await this.#write(text);
    return this.#idle();
  }

  /** What takes away what was shown before, in the words of a refusal; undefined: nothing does. */
  #lost(above: string[], firstRow: number): string | undefined {
    if (this.#cleared) return this.#cleared;
    const kept = [...above, ...this.#commandThen];
    const start = firstRow - above.length;
    const stands = this.#cursor().row >= firstRow && kept.every((row, i) => row === this.#text(start + i));
    return stands ? undefined : 'a screen that was cleared or written over (as by ESC[H ESC[2J)';
  }

  #text(y: number): string {
    return this.#terminal.buffer.active.getLine(y)?.translateToString(true) ?? '';
  }

  #texts(from: number, to: number): string[] {
    return Array.from({ length: Math.max(to - from, 0) }, (_, i) => this.#text(from + i));
  }

  /** Shows what the pane printed in a step. `typed`: the step's input went here; `closes`: its shell ended. */
  async step(text: string, typed: boolean, closes: boolean): Promise<ScreenStep> {
    const promptBefore = this.#waits ? this.#prompt : undefined;
    const firstRow = promptBefore?.from.row ?? this.#cursor().row;
    const above = this.#texts(0, firstRow);
    const said = await this.#listen(text, firstRow);
    const lost = this.#lost(above, firstRow);
    if (closes) this.#waits = false;

    const end = said.asked ?? this.#cursor();
    const rows: Row[] = [];
    this.#strange = undefined;
    const last = end.column === 0 ? end.row - 1 : end.row;
    for (let row = firstRow; row <= last; row += 1)
      rows.push(this.#row(row, promptBefore, row === end.row ? end.column : undefined));
    const commandEnd = said.handedOver?.row ?? firstRow + rows.length;
    const unfinished = said.asked !== undefined && said.asked.column > 0;
    const refused: ScreenStep['refused'] = lost
      ? ['output that leaves what stands above it', lost]
      : this.#strange
        ? ['looks that the static rows have too (six colours, grey and bold)', this.#strange]
        : undefined;
    return { rows, firstRow, commandRows: typed ? commandEnd - firstRow : 0, idle: this.#idle(), unfinished, refused };
  }

  /** Shows a text and gives back what the shell said in it. */
  async #listen(text: string, firstRow: number): Promise<{ asked: Cell | undefined; handedOver: Cell | undefined }> {
    this.#asked = undefined;
    this.#handedOver = undefined;
    this.#firstRow = firstRow;
    this.#commandThen = [];
    await this.#write(text);
    return { asked: this.#asked, handedOver: this.#handedOver };
  }

  #hook(letter: string | undefined): boolean {
    const cell = this.#cursor();
    if (letter === 'A') this.#asked = cell;
    if (letter === 'B') this.#prompt = { from: this.#asked ?? { row: cell.row, column: 0 }, to: cell };
    if (letter === 'B') this.#waits = true;
    if (letter === 'C') this.#handedOver = cell;
    if (letter === 'C') this.#commandThen = this.#texts(this.#firstRow, cell.row);
    if (letter === 'C') this.#waits = false;
    return true;
  }

  #idle(): Row | undefined {
    if (!this.#waits || !this.#prompt) return undefined;
    const row = this.#row(this.#prompt.from.row, this.#prompt);
    // The blank behind the prompt is what the cursor stands after.
    const last = row.at(-1);
    if (last) last.text += ' '.repeat(Math.max(this.#prompt.to.column - textOf(row).length, 0));
    return row;
  }

  #cursor(): Cell {
    const { baseY, cursorY, cursorX } = this.#terminal.buffer.active;
    if (baseY > 0) throw new Error('A pane printed more rows than its terminal was given.');
    return { row: cursorY, column: cursorX };
  }

  #write(text: string): Promise<void> {
    return new Promise((done) => this.#terminal.write(text, done));
  }

  #row(y: number, prompt: { from: Cell; to: Cell } | undefined, stop = this.#terminal.cols): Row {
    const line = this.#terminal.buffer.active.getLine(y);
    const runs: Run[] = [];
    let blanks = '';
    for (let x = 0; line && x < stop; x += 1) {
      const cell = line.getCell(x);
      if (!cell || cell.getWidth() === 0) continue;
      const inPrompt = prompt && y === prompt.from.row && x >= prompt.from.column && x < prompt.to.column;
      const look = inPrompt ? 'prompt' : lookOf(cell);
      if (!inPrompt) this.#strange ??= strangeLook(cell);
      const chars = cell.getChars() || ' ';
      if (chars === ' ') {
        blanks += chars;
        continue;
      }
      const last = runs.at(-1);
      if (last && last.look === look) last.text += blanks + chars;
      else {
        // Blanks have no look of their own: they go with the run before them.
        if (last) last.text += blanks;
        else if (blanks) runs.push({ text: blanks });
        const first = runs.at(-1);
        if (first && first.look === look) first.text += chars;
        else runs.push(look ? { text: chars, look } : { text: chars });
      }
      blanks = '';
    }
    return runs;
  }
}

/** A row's text as a reader sees it. */
export function textOf(row: Row): string {
  return row.map((run) => run.text).join('');
}
