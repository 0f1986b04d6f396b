import * as words from '../words/index.ts';

/** A file of the workbench: where it is, how long it must be, and the SHA-256 of what is in it. */
export interface File {
  url: string;
  bytes: number;
  sha256: string;
}

const cacheName = 'workbench';

/**
 * Fetches a file, or takes it from what the browser keeps of an earlier visit. Reports how many bytes have come.
 * Throws an Error of one sentence when it does not come whole, and the signal's reason when it was cancelled.
 */
export async function download(
  file: File,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const kept = await keptFile(file);
  if (kept) {
    onBytes(kept.byteLength);
    return kept;
  }
  let response: Response;
  try {
    response = await fetch(file.url, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error(words.workbench.noConnection);
  }
  if (!response.ok || !response.body) throw new Error(words.workbench.answered(response.status));
  const bytes = await readAll(response.body, file.bytes, signal, onBytes);
  if (!(await isWhole(bytes.buffer, file))) throw new Error(words.workbench.changed);
  // The answer copies the bytes now; whoever gets them may hand them on to a thread, and then they are gone from here.
  keep(file, new Response(bytes));
  return bytes.buffer;
}

/** All bytes of a stream that must have this many. */
async function readAll(
  body: ReadableStream<Uint8Array>,
  expected: number,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(expected);
  const reader = body.getReader();
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (length + part.value.length > expected) throw new RangeError();
      whole.set(part.value, length);
      length += part.value.length;
      onBytes(length);
    }
  } catch (error) {
    if (signal.aborted || error instanceof RangeError) {
      if (signal.aborted) throw error;
      length = Number.POSITIVE_INFINITY;
    }
  }
  if (length < expected) throw new Error(words.workbench.cutShort(length, expected));
  if (length > expected) throw new Error(words.workbench.tooLong);
  return whole;
}

/** Whether these are the bytes that the page was built with. A page without TLS can't ask the browser for a hash: there, length tells. */
async function isWhole(content: ArrayBuffer, { bytes, sha256 }: File): Promise<boolean> {
  if (content.byteLength !== bytes) return false;
  if (typeof crypto.subtle !== 'object') return true;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}

/** What an earlier visit has kept. Storage that is forbidden, absent (pages without TLS) or corrupt keeps nothing. */
async function keptFile(file: File): Promise<ArrayBuffer | undefined> {
  try {
    const found = await (await caches.open(cacheName)).match(file.url);
    const kept = await found?.arrayBuffer();
    return kept && (await isWhole(kept, file)) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a file for the next visit, in the place of older ones of the same kind; the name of each ends with a hash. */
async function keep({ url }: File, answer: Response): Promise<void> {
  try {
    const cache = await caches.open(cacheName);
    const kind = url.split('.').at(-1) ?? '';
    for (const old of await cache.keys()) if (old.url.endsWith(kind)) await cache.delete(old);
    await cache.put(url, answer);
  } catch {
    // Full or forbidden: it is fetched again next time.
  }
}
