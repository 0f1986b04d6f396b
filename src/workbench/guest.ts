/** A serial line: 0 and 2 have shells, 1 has the collector. */
export type Line = 0 | 1 | 2;

/** What the page tells the machine's thread. */
export type ToGuest =
  | { type: 'start'; wasm: ArrayBuffer; state: ArrayBuffer }
  | { type: 'reset' }
  | { type: 'type'; line: Line; bytes: Uint8Array };

/** What the machine's thread tells the page. */
export type FromGuest =
  | { type: 'restored' }
  | { type: 'said'; line: Line; bytes: Uint8Array }
  | { type: 'failed'; reason: string };
