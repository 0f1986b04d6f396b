import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from './precompress.mjs';
import { serve } from './serve.mjs';

const page = `<p>${'word '.repeat(500)}</p>`;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'packed-'));
  await writeFile(path.join(folder, 'index.html'), page);
  await writeFile(path.join(folder, 'font.woff2'), page);
});
afterEach(() => rm(folder, { recursive: true }));

test('texts get packed copies that unpack to the same, and nothing else does', async () => {
  expect(await precompress(folder)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual(['font.woff2', 'index.html', 'index.html.br', 'index.html.gz']);
  const read = (name: string) => readFile(path.join(folder, name));
  expect(brotliDecompressSync(await read('index.html.br')).toString()).toBe(page);
  expect(gunzipSync(await read('index.html.gz')).toString()).toBe(page);
});

test('the server hands out the packed copy to whoever takes it, and says so', async () => {
  await precompress(folder);
  await writeFile(path.join(folder, 'index.html.gz'), 'the copy');
  const { address, close } = await serve({ folder });
  try {
    const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await plain.text()).toBe(page);
    const packed = await fetch(address, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('vary')).toBe('accept-encoding');
    expect(await packed.text()).toBe(page);
  } finally {
    await close();
  }
});
