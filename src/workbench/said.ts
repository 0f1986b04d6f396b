import * as words from '../words/index.ts';
import type { FromGuest, Line } from './guest.ts';

const lines: readonly Line[] = [0, 1, 2];

/** What the serial lines say, byte by byte, until it is handed on together. */
export class Said {
  #bytes: number[][] = [[], [], []];

  /** Takes a byte of a line. */
  take(line: Line, byte: number): void {
    this.#bytes[line]?.push(byte);
  }

  /** All that was said, a message for each line that said something; from then on nothing was. */
  handOn(): FromGuest[] {
    const said = this.#bytes;
    this.forget();
    return lines.flatMap((line) =>
      said[line]?.length ? [{ type: 'said', line, bytes: Uint8Array.from(said[line]) }] : [],
    );
  }

  forget(): void {
    this.#bytes = [[], [], []];
  }
}

/** What the page is told of an error. */
export function failureOf(error: unknown): FromGuest {
  const told = error instanceof Error ? error.message : String(error);
  // A RangeError is what engines throw where there is no room for a WebAssembly memory. https://webassembly.github.io/spec/js-api/#memories
  return { type: 'failed', reason: error instanceof RangeError ? words.workbench.noMemory : told };
}
