import { V86 } from 'v86';
import type { FromGuest, ToGuest } from './guest.ts';
import { machine } from './machine.ts';
import { failureOf, Said } from './said.ts';
import { type Decoder, unpack } from './unpack.ts';

// The machine has a thread of its own: it may be busy without the page being slow, and ending the thread ends all of it.

const lines = [0, 1, 2] as const;
let made: Promise<V86> | undefined;
let emulator: V86 | undefined;
let decoder: Decoder | undefined;
let state: ArrayBuffer | undefined;
const said = new Said();
let flushing = false;

function tell(message: FromGuest): void {
  postMessage(message);
}

/** Bytes come one by one; they are handed on together. */
function flush(): void {
  flushing = false;
  for (const message of said.handOn()) tell(message);
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
      said.take(line, byte);
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
  said.forget();
  tell({ type: 'restored' });
  await emulator.run();
}

function failed(error: unknown): void {
  tell(failureOf(error));
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
