import { V86 } from 'v86';
import type { FromGuest, ToGuest } from './guest.ts';
import { machine } from './machine.ts';
import { type Decoder, unpack } from './unpack.ts';

// The machine has a thread of its own: it may be busy without the page being slow, and ending the thread ends all of it.

const lines = [0, 1, 2] as const;
let made: Promise<V86> | undefined;
let emulator: V86 | undefined;
let decoder: Decoder | undefined;
let state: ArrayBuffer | undefined;
let pending: number[][] = [[], [], []];
let flushing = false;

function tell(message: FromGuest): void {
  postMessage(message);
}

/** Bytes come one by one; they are handed on together. */
function flush(): void {
  flushing = false;
  const said = pending;
  pending = [[], [], []];
  for (const line of lines) if (said[line]?.length) tell({ type: 'said', line, bytes: Uint8Array.from(said[line]) });
}

async function make(wasm: ArrayBuffer): Promise<V86> {
  const machineNow = new V86({
    ...machine,
    async wasm_fn(imports) {
      const { exports } = (await WebAssembly.instantiate(wasm, imports)).instance;
      decoder = exports as unknown as Decoder;
      return exports;
    },
    autostart: false,
  });
  for (const line of lines)
    machineNow.add_listener(`serial${line}-output-byte`, (byte: number) => {
      pending[line]?.push(byte);
      if (flushing) return;
      flushing = true;
      setTimeout(flush, 5);
    });
  // Told by v86, and missing from its types.
  machineNow.add_listener('cpu-event-halt' as 'emulator-stopped', () => tell({ type: 'halted' }));
  await new Promise<void>((loaded) => machineNow.add_listener('emulator-loaded', () => loaded()));
  return machineNow;
}

async function start(saved: ArrayBuffer): Promise<void> {
  emulator = await made;
  // Once, so that a reset needs not wait for it.
  state = decoder ? unpack(saved, decoder) : saved;
  await restore();
}

async function restore(): Promise<void> {
  if (!emulator || !state) return;
  await emulator.stop();
  // v86 writes into what it is given.
  await emulator.restore_state(state.slice(0));
  pending = [[], [], []];
  tell({ type: 'restored' });
  await emulator.run();
}

function failed(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  // A RangeError is what engines throw where there is no room for a WebAssembly memory. https://webassembly.github.io/spec/js-api/#memories
  tell({ type: 'failed', reason: error instanceof RangeError ? 'this browser has no memory left for it.' : words });
}

// v86 makes its processor in a promise that it gives to nobody.
addEventListener('unhandledrejection', ({ reason }) => failed(reason));

addEventListener('message', ({ data }: MessageEvent<ToGuest>) => {
  if (data.type === 'make') {
    made = make(data.wasm);
    made.catch(failed);
  } else if (data.type === 'start') start(data.state).catch(failed);
  else if (data.type === 'reset') restore().catch(failed);
  else emulator?.serial_send_bytes(data.line, data.bytes);
});
