import type { Terminal } from '@xterm/xterm';
import type { KeyName } from './keys.ts';

/** A terminal that a reader types into. */
export interface Shell {
  write(bytes: Uint8Array): void;
  /** Empty, as if nothing had been said yet. */
  clear(): void;
  focus(): void;
  /** As if a key had been pressed. */
  press(key: KeyName): void;
  /** Has so many rows from now on. */
  fit(rows: number): void;
  dispose(): void;
}

/** What a shell tells its page. */
export interface ShellEvents {
  onType(text: string): void;
  /** The reader wants to leave by keyboard. */
  onLeave(): void;
}

/**
 * Ties a terminal to its page. Escape leaves, but belongs to a program that has the other screen, as editors do; Shift+Tab goes to what
 * stands before the terminal, always. Ctrl+C copies while something is selected and interrupts otherwise, and Ctrl+V pastes. Every other
 * key is the shell's.
 */
export function tie(terminal: Terminal, { onType, onLeave }: ShellEvents): void {
  // Whether a key is held down of which xterm.js has made something, or will.
  let held = false;
  let taken = false;
  terminal.attachCustomKeyEventHandler((event) => {
    const down = event.type === 'keydown';
    if (down || event.type === 'keyup') held = down;
    // Safari ends a composition before it sends its last key, and marks that with 229. https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode
    if (event.isComposing || event.keyCode === 229) {
      taken = true;
      return true;
    }
    if (down) taken = false;
    if (event.key === 'Escape' && !event.ctrlKey && !event.altKey) {
      if (terminal.buffer.active.type === 'alternate') return true;
      if (down) onLeave();
      return false;
    }
    if (event.key === 'Tab' && event.shiftKey) return false;
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (control && event.key.toLowerCase() === 'c' && terminal.hasSelection()) {
      if (down) {
        navigator.clipboard?.writeText(terminal.getSelection());
        terminal.clearSelection();
        event.preventDefault();
      }
      return false;
    }
    // Left to the browser, which pastes.
    return !(control && event.key.toLowerCase() === 'v');
  });
  terminal.onData((text) => {
    if (held) taken = true;
    onType(text);
  });
  // Text that comes without a key (dictation, a panel of emoji) xterm.js leaves out in its screen reader mode.
  // https://github.com/xtermjs/xterm.js/blob/6.0.0/src/browser/CoreBrowserTerminal.ts `_inputEvent`
  const { textarea } = terminal;
  textarea?.addEventListener('input', (event) => {
    const { data, inputType, isComposing } = event as InputEvent;
    if (data && inputType === 'insertText' && !isComposing && !(held && taken)) onType(data);
  });
  textarea?.addEventListener('blur', () => {
    held = false;
  });
}
