/** What v86.wasm exports of the zstd decoder in it, by which v86 reads a packed state as well. */
export interface Decoder {
  memory: WebAssembly.Memory;
  zstd_create_ctx(bytes: number): number;
  zstd_get_src_ptr(context: number): number;
  zstd_read(context: number, bytes: number): number;
  zstd_read_free(at: number, bytes: number): void;
  zstd_free_ctx(context: number): void;
}

const headerBytes = 16;
/** In words, from the header's start. https://github.com/copy/v86/blob/master/src/state.js */
const totalLength = 2;
const atOnce = 1 << 20;

/** The bytes of a saved state that came as one zstd frame. v86 takes either, and these in half the time. */
export function unpack(packed: ArrayBuffer, decoder: Decoder): ArrayBuffer {
  const context = decoder.zstd_create_ctx(packed.byteLength);
  // An address is unsigned, and the memory's buffer is another one whenever the memory has grown.
  const memory = (at: number, bytes: number) => new Uint8Array(decoder.memory.buffer, at >>> 0, bytes);
  memory(decoder.zstd_get_src_ptr(context), packed.byteLength).set(new Uint8Array(packed));
  const read = (bytes: number) => {
    const at = decoder.zstd_read(context, bytes);
    const part = memory(at, bytes).slice();
    decoder.zstd_read_free(at, bytes);
    return part;
  };
  const header = read(headerBytes);
  const state = new Uint8Array(new Uint32Array(header.buffer)[totalLength] ?? 0);
  state.set(header);
  for (let done = headerBytes; done < state.length; done += atOnce)
    state.set(read(Math.min(atOnce, state.length - done)), done);
  decoder.zstd_free_ctx(context);
  return state.buffer;
}
