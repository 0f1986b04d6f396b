import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import script from '../../content/scenes/hostname/scene.ts';
import SceneView from '../../src/scene/SceneView.tsx';
import { compileScene } from './scene.ts';

/** More with `FUZZ_CASES=500`; the seed of each case is its number. */
const cases = Number(process.env.FUZZ_CASES ?? 40);
const folder = 'content/scenes/hostname';
const files = ['default/host.cast', 'default/web.cast', 'named/host.cast', 'default/facts.json', 'uts-host/facts.json'];
const hostile = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '\\u001b]8;;javascript:alert(1)\\u0007',
  '\\u001b[999999999C',
  '\\u001b[?1049h',
  '\\u001b]133;D;0\\u0007',
  '\\u0000',
  '"__proto__":{"x":1},',
  '-1',
  '1e999',
  'null',
  '{',
];

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'fuzz-'));
  await cp(folder, path.join(root, folder), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

/** Numbers from 0 to 1 that a seed decides: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mutated(text: string, next: () => number): string {
  const below = (count: number) => Math.floor(next() * count);
  const at = below(text.length);
  const lines = text.split('\n');
  const line = below(lines.length);
  const ways = [
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(at + 1 + below(40)),
    () => text.slice(0, at) + hostile[below(hostile.length)] + text.slice(at),
    () => text.slice(0, at) + String.fromCharCode(32 + below(95)) + text.slice(at + 1),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.toSpliced(line, 0, lines[below(lines.length)] ?? '').join('\n'),
    () => text.replace(/\d+/g, (number) => (next() < 0.02 ? `${below(1e9)}` : number)),
    () => text.replace(/"[a-z][\w-]*"/gi, (word) => (next() < 0.005 ? 'null' : word)),
  ];
  return ways[below(ways.length)]?.() ?? '';
}

/** What came of it: played, or the sentence that refused it. */
async function outcome(file: string, text: string): Promise<string> {
  const target = path.join(root, folder, file);
  const original = await readFile(target, 'utf8');
  await writeFile(target, text);
  try {
    const html = renderToStaticMarkup(createElement(SceneView, { data: await compileScene(root, script) }));
    return /<(?:img|script)\b|\son\w+=|javascript:[^&<]*["']/.test(html) ? 'markup got into the page' : 'played';
  } catch (error) {
    return error instanceof Error ? error.message : `${error}`;
  } finally {
    await writeFile(target, original);
  }
}

test('a scene whose files nobody touched is played', async () => {
  expect(await outcome('default/host.cast', await readFile(path.join(folder, 'default/host.cast'), 'utf8'))).toBe(
    'played',
  );
});

test(
  'however a recording is mutilated, it is played, or refused in one sentence that names it; nothing hangs, nothing becomes markup',
  async () => {
    const surprises: string[] = [];
    for (let seed = 1; seed <= cases; seed += 1) {
      const next = numbers(seed);
      const file = files[seed % files.length] ?? '';
      let text = await readFile(path.join(folder, file), 'utf8');
      for (let times = 0; times <= next() * 3; times += 1) text = mutated(text, next);
      const began = performance.now();
      const came = await outcome(file, text);
      if (came !== 'played' && !(came.startsWith(folder) && !came.includes('\n'))) surprises.push(`${seed}: ${came}`);
      if (performance.now() - began > 20_000) surprises.push(`${seed}: took ${performance.now() - began} ms`);
    }
    expect(surprises).toEqual([]);
  },
  60_000 + cases * 2000,
);
