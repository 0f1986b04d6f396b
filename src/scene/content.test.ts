import { beforeAll, expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { recordings, script } from '../compile/fixture.ts';
import { Screen, textOf } from '../compile/screen.ts';
import { contents, nextBytes, tinted } from './content.ts';
import type { SceneData, TakeData } from './data.ts';

let scene: SceneData;
let take: TakeData;
beforeAll(async () => {
  scene = await compile(script, recordings());
  take = scene.takes[0] as TakeData;
});

test('each step’s content begins with the one before it, so that a step forward only appends', () => {
  for (const { id } of scene.panes) {
    const texts = contents(take, id);
    expect(texts).toHaveLength(take.steps.length + 1);
    texts.forEach((text, step) => {
      expect(text.startsWith(texts[step - 1] ?? '')).toBe(true);
    });
  }
});

test('a pane that is not open shows nothing, and its prompt when it opens', () => {
  const [before, after] = contents(take, 'web');
  expect(before).toBe('');
  expect(after).toContain(':/# ');
});

test('a run appends exactly what the next step’s content adds', () => {
  for (let step = 0; step < take.steps.length; step += 1)
    for (const [pane, bytes] of Object.entries(nextBytes(scene, take, step))) {
      const [before = '', after = ''] = contents(take, pane).slice(step);
      const opened = tinted(take.steps[step]?.opened[pane] ?? '');
      expect(before + bytes.map(([, text]) => text).join('') + opened).toBe(after);
    }
});

test('the tint changes colours and not text', async () => {
  const [, text = ''] = contents(take, 'host');
  const show = async (bytes: string) => textOf((await new Screen(80, bytes).open(bytes)) ?? []);
  expect(await show(text)).toBe(await show(text.replaceAll('\u001b[36m', '').replaceAll('\u001b[39m', '')));
  expect(tinted('\u001b]133;A\u0007$ \u001b]133;B\u0007')).toBe(
    '\u001b]133;A\u0007\u001b[36m$ \u001b[39m\u001b]133;B\u0007',
  );
});
