import type { Terminal } from '@xterm/xterm';

/** A terminal that a reader types into. */
export interface Shell {
  write(bytes: Uint8Array): void;
  /** Empty, as if nothing had been said yet. */
  clear(): void;
  focus(): void;
  dispose(): void;
}

/** What a shell tells its page. */
export interface ShellEvents {
  onType(text: string): void;
  /** The reader wants to leave by keyboard. */
  onLeave(): void;
}

/**
 * Ties a terminal to its page: Escape leaves (a program gets it as Ctrl+[), Ctrl+C copies while something is selected and
 * interrupts otherwise, and Ctrl+V pastes; every other key is the shell's.
 */
export function tie(terminal: Terminal, { onType, onLeave }: ShellEvents): void {
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.key === 'Escape' && !event.ctrlKey && !event.altKey) {
      if (event.type === 'keydown') onLeave();
      return false;
    }
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (control && event.key.toLowerCase() === 'c' && terminal.hasSelection()) {
      if (event.type === 'keydown') {
        navigator.clipboard?.writeText(terminal.getSelection());
        terminal.clearSelection();
        event.preventDefault();
      }
      return false;
    }
    // Left to the browser, which pastes.
    return !(control && event.key.toLowerCase() === 'v');
  });
  terminal.onData(onType);
}
