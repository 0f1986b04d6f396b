import { expect, test } from 'vitest';
import layers from '../../content/scenes/layers/scene.ts';
import type { SceneScript, Sign } from '../recording/script.ts';
import { compile } from './compile.ts';
import { readRecordings } from './read.ts';

/** The scene with other signs in one of its steps. */
function withSigns(step: string, signs: Sign[]): SceneScript {
  return { ...layers, steps: layers.steps.map((each) => (each.id === step ? { ...each, signs } : each)) };
}

async function compiled(script: SceneScript) {
  return compile(script, await readRecordings('.', script));
}

test('a sign whose words stand neither in the output nor in what was typed ends in one sentence', async () => {
  const made: Sign = { sign: 'file', pane: 'web', of: 'web', within: 'upper', at: '/nothing' };
  await expect(compiled(withSigns('write', [made]))).rejects.toThrow(
    /step write: expected "\/nothing" of the sign file/,
  );
});

test('a sign of a command that failed must say so, and no other may', async () => {
  const seen: Sign = { sign: 'run', pane: 'host', at: '/note', says: 'No such file or directory' };
  await expect(compiled(withSigns('again', [seen]))).rejects.toThrow(/expected the command in host to end well/);
  const failed: Sign = { sign: 'file', pane: 'web', of: 'web', within: 'upper', at: '/note', fails: true };
  await expect(compiled(withSigns('write', [failed]))).rejects.toThrow(
    /expected the command in web to end with an error/,
  );
});

test('that nothing was printed is proven by the output as well', async () => {
  await expect(compiled(withSigns('write', [{ sign: 'reads', pane: 'web', of: 'web' }]))).rejects.toThrow(
    /no output in web/,
  );
});
