import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { type Decoder, unpack } from './unpack.ts';

async function decoder(): Promise<Decoder> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('v86/build/v86.wasm'));
  const module = await WebAssembly.compile(wasm);
  const env = Object.fromEntries(
    WebAssembly.Module.imports(module).map(({ name, kind }) => [
      name,
      kind === 'table' ? new WebAssembly.Table({ element: 'anyfunc', initial: 4096 }) : () => 0,
    ]),
  );
  return (await WebAssembly.instantiate(module, { env })).exports as unknown as Decoder;
}

const { buffer } = Uint8Array.from(readFileSync('workbench/state.zst'));

test('the committed state is unpacked to as many bytes as its own header says, the same each time', async () => {
  const v86 = await decoder();
  const state = unpack(buffer, v86);
  const [magic, version, length] = new Int32Array(state, 0, 3);
  expect({ magic: (magic ?? 0) >>> 0, version, length }).toEqual({
    magic: 0x86768676,
    version: 6,
    length: state.byteLength,
  });
  const hash = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');
  expect(hash(unpack(buffer, v86))).toBe(hash(state));
  // The last part is there: what follows the header names where each part lies.
  const [infoLength = 0] = new Int32Array(state, 12, 1);
  const info = JSON.parse(new TextDecoder().decode(new Uint8Array(state, 16, infoLength))) as {
    buffer_infos: { offset: number; length: number }[];
  };
  const last = info.buffer_infos.at(-1);
  expect((last?.offset ?? 0) + (last?.length ?? 0)).toBeLessThanOrEqual(length ?? 0);
});
