import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { recordings, script } from '../compile/fixture.ts';
import { plainText } from './plain-text.ts';

test('a scene as plain text holds every command, every row of output, every sentence and every drawing, in the order of the steps', async () => {
  const scene = await compile(script, recordings());
  const text = plainText(scene);
  let from = 0;
  const follows = (part: string) => {
    const at = text.indexOf(part, from);
    expect(at, part).toBeGreaterThanOrEqual(0);
    from = at;
  };
  for (const take of scene.takes)
    for (const step of take.steps) {
      for (const { rows } of Object.values(step.printed))
        for (const row of rows)
          expect(text).toContain(
            row
              .map((run) => run.text)
              .join('')
              .trimEnd(),
          );
      follows(step.announce);
      follows(step.drawings.tall.alternative);
    }
  expect(text).not.toMatch(/[^\S\n]\n/);
});
