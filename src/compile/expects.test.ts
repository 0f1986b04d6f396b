import { describe, expect, test } from 'vitest';
import type { Expectation, SceneScript } from '../recording/script.ts';
import { compile } from './compile.ts';
import { checkStatuses } from './expects.ts';
import { recordings, script } from './fixture.ts';

/** The sample scene with something expected of its second step. */
const expecting = (...expects: Expectation[]): SceneScript => ({
  ...script,
  steps: script.steps.map((step) => (step.id === 'inside' ? { ...step, expects } : step)),
});
const built = async (...expects: Expectation[]) => compile(expecting(...expects), recordings());

describe('what a step expects of its recording', () => {
  test('is a line, with facts filled in, a status, and what no line holds', async () => {
    const right: Expectation[] = [
      { pane: 'web', line: '{sleep.inside} sleep 600' },
      { pane: 'web', status: 0 },
      { pane: 'web', lacks: 'denied' },
      { pane: 'web', number: 'ps -o', least: 11, most: 11 },
      { pane: 'web', number: 'sleep', of: 'ps -o', most: 60 },
    ];
    await expect(built(...right)).resolves.toBeDefined();
  });

  test.each<[Expectation, string]>([
    [
      { pane: 'web', line: 'Permission denied' },
      'expected a line with "Permission denied" in what web answers, found "',
    ],
    [{ pane: 'web', status: 1 }, 'expected web to end with status 1, found 0.'],
    [{ pane: 'web', lacks: 'sleep 600' }, 'expected no line with "sleep 600" in what web answers, found "'],
    [
      { pane: 'web', number: 'ps -o', most: 10 },
      'expected the number beside "ps -o" in what web answers to be 10 at most, found 11.',
    ],
    [
      { pane: 'web', number: 'ps -o', of: 'sleep', least: 20 },
      'expected the number beside "ps -o", by that beside "sleep", in what web answers to be 20 at least, found 11.',
    ],
    [{ pane: 'web', number: 'idle', most: 10 }, 'expected the number beside "idle" in what web answers, found "'],
    [{ pane: 'host', line: 'x' }, 'expected a line with "x" in what host answers, found no output at all.'],
    [{ pane: 'db', status: 0 }, 'expected what the step expects in the pane host or web, found "db".'],
  ])('ends the build in one sentence where it is not so: %o', async (expected, sentence) => {
    await expect(built(expected)).rejects.toThrow(sentence);
    await expect(built(expected)).rejects.toThrow(/^content\/scenes\/sample\/scene\.ts, step inside.*: [^\n]+\.$/);
  });
});

describe('a status that a sentence takes apart', () => {
  const told = (text: string) => () => checkStatuses(text, new Set([0, 137]), { file: 'scene.ts', step: 'end' });

  test('adds up, was recorded, and has its signal’s number', () => {
    expect(told('137 is 128 + 9, SIGKILL.')).not.toThrow();
    expect(told('Nothing of the kind.')).not.toThrow();
    expect(told('137 is 128 + 8.')).toThrow('scene.ts, step end: expected 128 + 8 to be 136, found "137 is 128 + 8".');
    expect(told('139 is 128 + 11, SIGSEGV')).toThrow('expected a status that was recorded, found "139 is 128 + 11".');
    expect(told('137 is 128 + 9, SIGTERM')).toThrow('expected SIGTERM to be 15, found "137 is 128 + 9".');
  });
});
