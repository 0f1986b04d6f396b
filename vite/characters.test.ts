import { expect, test } from 'vitest';
import * as words from '../src/words/index.ts';
import { charactersOf } from './characters.ts';

test('prose and code are told apart, and what is in scripts or styles is not read from the page', async () => {
  const page = `<p>ä<code>│</code></p><pre class="x">█</pre><script>"ß"</script><style>é</style>`;
  const { prose, code } = await charactersOf(process.cwd(), [{ route: '/x/', prose: page }], []);
  expect(prose.get('ä')).toBe('page /x/');
  expect(code.get('│')).toBe('page /x/');
  expect(code.has('█')).toBe(true);
  for (const character of '│█') expect(prose.has(character)).toBe(false);
  for (const character of 'ßé') expect(prose.has(character) || code.has(character)).toBe(false);
});

test('what terminals print is code, what captions say is prose, and control characters are neither', async () => {
  const steps = [{ id: 'look', after: ['ö', { code: '→' }], printed: { host: { bytes: [[0, '\x1b[1m●']] } } }];
  const scene = { id: 'x', takes: [{ id: 'default', steps }] };
  const { prose, code } = await charactersOf(process.cwd(), [], [scene]);
  expect(prose.get('ö')).toBe('scene x, take default, step look');
  expect(code.get('●')).toBe('scene x, take default, step look, pane host');
  expect(code.has('→')).toBe(true);
  expect(prose.has('●')).toBe(false);
  expect(code.has('\x1b')).toBe(false);
});

test('a character that a page shows of a scene is looked for in the scene, which names take, step and pane', async () => {
  const opened = { web: 'root@web:/# ●' };
  const scene = { id: 'x', title: 'Ω', takes: [{ id: 'default', steps: [{ id: 'run', before: ['●'], opened }] }] };
  const page = '<h1>Ω ●</h1><code>●</code>';
  const { prose, code } = await charactersOf(process.cwd(), [{ route: '/x/', prose: page }], [scene]);
  expect(prose.get('Ω')).toBe('scene x');
  expect(prose.get('●')).toBe('scene x, take default, step run');
  expect(code.get('●')).toBe('scene x, take default, step run, pane web');
});

test('what the site says only once it runs is among its characters, wherever the words for it stand', async () => {
  const { prose } = await charactersOf(process.cwd(), [], []);
  const said = [words.search.unknown(['x']), words.type.hint, words.card.keysDo.flat()].join('');
  expect([...said].filter((character) => !prose.has(character))).toEqual([]);
});
