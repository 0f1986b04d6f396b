import { expect, test } from 'vitest';
import type { SceneScript, StepScript } from '../recording/script.ts';
import { compile } from './compile.ts';
import { recordings, script } from './fixture.ts';

/** The sample scene with one of its steps told otherwise. */
function telling(index: number, more: Partial<StepScript>): SceneScript {
  return { ...script, steps: script.steps.map((step, at) => (at === index ? { ...step, ...more } : step)) };
}

test('a signal that no command of the step sends is an author error', async () => {
  const wrong = telling(1, { sends: { signal: 'KILL', to: 'sleep' } });
  await expect(compile(wrong, recordings())).rejects.toThrow(/a command that sends SIGKILL/);
});

test('a refusal that the step’s output does not hold is an author error', async () => {
  const wrong = telling(1, { refuses: { pane: 'web', text: 'Permission denied' } });
  await expect(compile(wrong, recordings())).rejects.toThrow(/the refusal "Permission denied" in what web answers/);
});

test('a refusal that the output holds is drawn', async () => {
  const right = telling(1, { refuses: { pane: 'web', text: 'sleep 600' } });
  await expect(compile(right, recordings())).resolves.toBeDefined();
});

test('what a marked output says of a process is drawn at its number, on the side that asked', async () => {
  const { takes } = await compile(script, recordings());
  const ids = takes[0]?.steps[1]?.drawings.tall.shapes.map(({ id }) => id);
  expect(ids).toContain('asked:web/dot-process:web');
  expect(ids).not.toContain('asked:host/dot-process:web');
});
