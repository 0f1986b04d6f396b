import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { V86 } from 'v86';
import { expect, test } from 'vitest';
import { machine } from './machine.ts';
import { type Decoder, unpack } from './unpack.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('v86/build/v86.wasm'));
const packed = Uint8Array.from(readFileSync('workbench/state.zst')).buffer;

/** A machine that is off, and the decoder in its processor. */
async function switchedOff(): Promise<{ emulator: V86; decoder: Decoder }> {
  const parts: { decoder?: Decoder } = {};
  const emulator = new V86({
    ...machine,
    async wasm_fn(imports) {
      const { exports } = (await WebAssembly.instantiate(wasm, imports)).instance;
      parts.decoder = exports as unknown as Decoder;
      return exports;
    },
    autostart: false,
  });
  await new Promise<void>((loaded) => emulator.add_listener('emulator-loaded', () => loaded()));
  return { emulator, decoder: parts.decoder as Decoder };
}

test('a machine that is given the unpacked state is the one that v86 unpacks itself', async () => {
  const saved = async (state: (decoder: Decoder) => ArrayBuffer) => {
    const { emulator, decoder } = await switchedOff();
    await emulator.restore_state(state(decoder));
    return Buffer.from(await emulator.save_state());
  };
  const theirs = await saved(() => packed.slice(0));
  const ours = await saved((decoder) => unpack(packed, decoder));
  expect(ours.length).toBe(theirs.length);
  expect(theirs.length).toBeGreaterThan(30_000_000);
  let different = 0;
  for (let at = 0; at < ours.length; at += 1) if (ours[at] !== theirs[at]) different += 1;
  // Two machines that v86 has both unpacked differ in a dozen bytes.
  expect(different).toBeLessThan(100);
});
