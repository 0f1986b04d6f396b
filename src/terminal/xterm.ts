import { Terminal } from '@xterm/xterm';
import { bytesOf } from './keys.ts';
import { type Shell, type ShellEvents, tie } from './shell.ts';
import { silence } from './silence.ts';
import { theme } from './theme.ts';

/** A terminal that shows what it is told and nothing else. */
export interface LivingScreen {
  /** Shows this text, as a real terminal would after printing all of it: appends where it can, and begins anew where it must. */
  show(text: string, shown?: (cursorRow: number) => void): void;
  dispose(): void;
}

const columns = 80;
const fontSize = 12.5;
/** In CSS px. */
export const rowHeight = 19;

// xterm.js shows no cursor until it was focused or has seen the other screen once.
const cursorShown = '\u001b[?47h\u001b[?47l';

/** Opens an xterm.js of 80 columns in an element, over the static rows and cell for cell like them. */
export async function openScreen(host: HTMLElement, rows: number): Promise<LivingScreen> {
  const terminal = new Terminal({
    ...(await looks(host, rows)),
    scrollback: 0,
    disableStdin: true,
    cursorInactiveStyle: 'block',
  });
  silence(terminal.parser);
  terminal.open(host);
  // Never focusable: xterm.js would swallow Tab, and the page has the text in its transcript.
  if (terminal.textarea) terminal.textarea.disabled = true;

  terminal.write(cursorShown);
  let shown = '';
  let gone = false;
  return {
    show(text, done) {
      if (!text.startsWith(shown)) {
        // Between two writes: what was written before may still wait to be parsed, and must not come after the reset.
        terminal.write('', () => terminal.reset());
        shown = '';
      }
      terminal.write(text.slice(shown.length), () => {
        // What still waited to be parsed when the terminal went.
        if (!gone) done?.(terminal.buffer.active.cursorY);
      });
      shown = text;
    },
    dispose() {
      gone = true;
      terminal.dispose();
    },
  };
}

/** Opens an xterm.js that takes what is typed, and reads to those who can't see it. */
export async function openShell(host: HTMLElement, rows: number, label: string, events: ShellEvents): Promise<Shell> {
  const terminal = new Terminal({
    ...(await looks(host, rows)),
    scrollback: 1000,
    screenReaderMode: true,
    cursorInactiveStyle: 'outline',
  });
  terminal.open(host);
  terminal.textarea?.setAttribute('aria-label', label);
  tie(terminal, events);
  return {
    write: (bytes) => terminal.write(bytes),
    clear: () => terminal.write('', () => terminal.reset()),
    focus: () => terminal.focus(),
    press: (key) => terminal.input(bytesOf(key, terminal.modes.applicationCursorKeysMode)),
    fit: (rows) => terminal.resize(columns, rows),
    dispose: () => terminal.dispose(),
  };
}

/** In the face of what the terminal lies over. It is waited for: xterm.js measures it when it opens, and does not measure again. */
async function looks(host: HTMLElement, rows: number) {
  const { fontFamily } = getComputedStyle(host);
  const font = `${fontSize}px ${fontFamily}`;
  // One after the first stands in, and is as wide; that one of them is not there would be a failure of them all.
  await document.fonts.load(`${fontSize}px ${fontFamily.split(',')[0]}`).catch(() => {});
  return {
    cols: columns,
    rows,
    cursorBlink: false,
    fontFamily,
    fontSize,
    lineHeight: lineHeight(font),
    allowTransparency: true,
    linkHandler: null,
    theme,
  } as const;
}

/** The factor that makes a row 19px high: xterm.js rounds the font's own height up to device pixels, then the product down. */
function lineHeight(font: string): number {
  const ratio = window.devicePixelRatio;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 1.12;
  context.font = font;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('W');
  const own = Math.ceil((fontBoundingBoxAscent + fontBoundingBoxDescent) * ratio);
  return Math.max((rowHeight * ratio + 0.01) / own, 1);
}
