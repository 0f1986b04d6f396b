import { expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { recordings, script } from '../compile/fixture.ts';
import { plainText } from './plain-text.ts';

test('a command that is longer than its terminal is wide stands in one line', async () => {
  const scene = await compile(script, recordings());
  const step = scene.takes[0]?.steps.find(({ inputs }) => inputs.length > 0);
  const [input] = step?.inputs ?? [];
  const printed = input && step?.printed[input.pane];
  if (!input || !printed) throw new Error('The fixture has no step that types.');
  const [prompt, typed] = printed.rows[0] ?? [];
  if (!prompt || !typed) throw new Error('The fixture has no prompt with a command.');
  input.command = `docker run ${'--label a=b '.repeat(8)}sleep 600`;
  const broken = [[prompt, { text: input.command.slice(0, 62) }], [{ text: input.command.slice(62) }]];
  printed.rows.splice(0, printed.commandRows, ...broken);
  printed.commandRows = broken.length;
  expect(plainText(scene)).toContain(`  ${prompt.text}${input.command}\n`);
});

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
