/** A serial line: 0 and 2 have shells, 1 has the collector. */
export type Line = 0 | 1 | 2;

/** What the page tells the machine's thread. */
export type ToGuest =
  /** The processor: it can be made while the state is still on its way. */
  | { type: 'make'; wasm: ArrayBuffer }
  | { type: 'start'; state: ArrayBuffer }
  | { type: 'reset' }
  | { type: 'type'; line: Line; bytes: Uint8Array };

/** What the machine's thread tells the page. */
export type FromGuest =
  | { type: 'restored' }
  | { type: 'said'; line: Line; bytes: Uint8Array }
  /** The processor waits for interrupts and lets none through: it will never go on. */
  | { type: 'halted' }
  | { type: 'failed'; reason: string };
