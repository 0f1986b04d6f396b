import { describe, expect, test } from 'vitest';
import type { SceneScript } from '../recording/script.ts';
import { compile } from './compile.ts';
import { provenanceFor, recordings, script } from './fixture.ts';
import { numbersIn } from './literals.ts';

/** The sample with a step told otherwise; what it types stays, and so does its recording. */
function told(change: Partial<SceneScript['steps'][number]>, more: Partial<SceneScript> = {}): SceneScript {
  return { ...script, ...more, steps: script.steps.map((step, at) => (at === 1 ? { ...step, ...change } : step)) };
}

async function found(scene: SceneScript): Promise<string> {
  const made = recordings();
  for (const { facts, panes } of Object.values(made)) {
    facts.provenance = provenanceFor(scene);
    for (const { header } of Object.values(panes)) header.provenance = provenanceFor(scene);
  }
  return compile(scene, made).then(
    () => 'taken',
    (error: Error) => error.message,
  );
}

describe('a number in a sentence of a scene', () => {
  test('is taken where it was typed or printed by then, or is a version of what was recorded', async () => {
    expect(await found(told({ after: '600 was typed, 11 printed, by Docker 28.5.2 on Linux 7.2: status 0.' }))).toBe(
      'taken',
    );
  });

  test.each([
    ['after', { after: 'Process 4242 is `sleep 600`.' }, '4242'],
    ['in code', { after: '`PID 4242`.' }, '4242'],
    ['as a part of a longer one', { after: 'It is 60.' }, '60'],
    ['before it is printed', { before: 'It will print 11.' }, '11'],
  ])('ends the build in one sentence: %s', async (_, change, number) => {
    const [text] = Object.values(change);
    expect(await found(told(change))).toBe(
      `content/scenes/sample/scene.ts, step inside: expected ${number} to be quoted from the facts, typed or printed by then, or vouched for in \`numbers\`, found "${text}".`,
    );
  });

  test('is looked for in questions, reasons and the right answer; a wrong answer says what is not so', async () => {
    const [predict] = script.steps.flatMap((step) => step.predict ?? []);
    if (!predict) throw new Error('The sample asks nothing.');
    const asking = (change: Partial<typeof predict>) => found(told({ predict: { ...predict, ...change } }));
    expect(await asking({ question: 'Why 4242?' })).toContain('4242');
    expect(await asking({ because: 'It is 4242.' })).toContain('4242');
    expect(await asking({ answers: ['no', '4242'] })).toContain('4242');
    expect(await asking({ answers: ['4242', '1'] })).toBe('taken');
  });

  test('may be vouched for, and nothing else may', async () => {
    const after = 'Since 1970.';
    const numbers = [{ number: '1970', why: 'time(7)' }];
    expect(await found(told({ after }, { numbers }))).toBe('taken');
    expect(await found(told({}, { numbers }))).toBe(
      'content/scenes/sample/scene.ts: expected each of `numbers` to be needed by a sentence, found 1970, which none needs.',
    );
  });
});

test('numbers are read as a reader does: groups of three are one, a list is several, an address is whole', () => {
  expect(numbersIn('1 000 000 of 64, 128 at 172.17.0.3 in {web.id12}; x86 and `file2` are names')).toEqual([
    ...['1000000', '64', '128', '172.17.0.3'],
  ]);
});
