import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { recordings, script } from './fixture.ts';
import { sceneModule } from './module.ts';

test('the module gives back the same scene, with each shape written once', async () => {
  const scene = await compile(script, recordings());
  const code = sceneModule(scene);
  const module: { default: unknown } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(module.default).toEqual(JSON.parse(JSON.stringify(scene)));
  expect(code.match(/"text":"103 processes"/g)).toHaveLength(2);
});
