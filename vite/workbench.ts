import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { fail } from '../src/compile/author-error.ts';
import type { Lock } from '../workbench/lock.ts';

const name = 'virtual:workbench';
const files = {
  lock: 'workbench/lock.json',
  state: 'workbench/state.zst',
  collector: 'lab/collect.sh',
  v86: 'node_modules/v86',
};

/** `virtual:workbench` is what the page must know of its machine. A state that is not the one in the lock, or not this v86's, fails the build. */
export function workbench(): Plugin {
  let root = process.cwd();
  return {
    name: 'workbench',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      if (id === name) return `\0${name}`;
    },
    async load(id) {
      if (id !== `\0${name}`) return;
      const read = (file: string) => readFile(path.join(root, file));
      const lock = JSON.parse((await read(files.lock)).toString()) as Lock;
      const state = await read(files.state);
      const sha256 = hashOf(state);
      if (sha256 !== lock.sha256.state) fail({ file: files.state }, `the sha256 ${lock.sha256.state}`, sha256);
      const { version } = JSON.parse((await read(`${files.v86}/package.json`)).toString()) as { version: string };
      if (version !== lock.v86) fail({ file: files.lock }, `npm's v86 ${lock.v86}`, version);
      const wasm = await read(`${files.v86}/build/v86.wasm`);
      this.addWatchFile(path.join(root, files.collector));
      return [
        `export const collector = ${JSON.stringify(forGuest((await read(files.collector)).toString()))};`,
        `export const parts = ${JSON.stringify({ wasm: partOf(wasm), state: partOf(state) })};`,
        `export const made = ${JSON.stringify({ v86: lock.v86, kernel: lock.kernel })};`,
      ].join('\n');
    },
  };
}

function partOf(content: Buffer) {
  return { bytes: content.length, sha256: hashOf(content) };
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What the button fetches, in MB as a server that packs sends it: the state is packed already. */
export async function megabytesOf(root: string): Promise<string> {
  const [state, wasm] = await Promise.all(
    [files.state, `${files.v86}/build/v86.wasm`].map((file) => readFile(path.join(root, file))),
  );
  return (((state?.length ?? 0) + gzipSync(wasm ?? '').length) / 1e6).toFixed(1);
}

/** The collector for a serial line, which is slow: without comments, and without what only the lab asks for. */
export function forGuest(script: string): string {
  return script
    .replace(/^if asked (?:meters|fence|slab|strangers|machines); then\n[\s\S]*?\nfi\n/gm, '')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/^\n+/gm, '');
}
