import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paneRecording, parseCast, plainText } from './parse.ts';
import type { CastEvent } from './recording.ts';
import { sampleCast, samplePrompt, sampleStart } from './sample-recording.ts';

const file = 'host.cast';
const pane = (events: CastEvent[]) => paneRecording(parseCast(sampleCast(events), file), file);

describe('parseCast', () => {
  test('gives the header and every event back', () => {
    const events: CastEvent[] = [
      [0.5, 'o', 'a'],
      [0.5, 'm', 'start'],
      [2, 'o', '\u001b[1mb\r\n'],
    ];
    const cast = parseCast(sampleCast(events), file);
    expect(cast.events).toEqual(events);
    expect(cast.header.provenance.docker).toBe('28.5.2+dfsg4');
  });

  test('names the file, the line, what was expected and what was found', () => {
    expect(() => parseCast('', file)).toThrow('host.cast, line 1: expected JSON, found "".');
    expect(() => parseCast(sampleCast([], { version: 3 }), file)).toThrow(
      'line 1: expected "version" to be 2, found 3.',
    );
    expect(() => parseCast(sampleCast([], { width: 0 }), file)).toThrow(
      'expected "width" to be a whole number, found 0.',
    );
    expect(() => parseCast(sampleCast([], { provenance: undefined }), file)).toThrow(
      'expected "provenance", found nothing.',
    );
    expect(() => parseCast(`${sampleCast([])}[1,"i","x"]\n`, file)).toThrow(
      'host.cast, line 2: expected [seconds, "o" or "m", text], found [1,"i","x"].',
    );
    expect(() => parseCast(`${sampleCast([])}[1,"o"\n`, file)).toThrow('line 2: expected JSON');
    expect(() =>
      pane([
        [2, 'o', ''],
        [1, 'o', ''],
      ]),
    ).toThrow('host.cast, line 3: expected a time of at least 2, found 1.');
  });
});

describe('paneRecording', () => {
  test('cuts prompt, command, output and exit status at the marks', () => {
    const recording = pane([
      [1, 'o', samplePrompt(0)],
      [3, 'm', 'list'],
      [3.5, 'o', 'l'],
      [3.75, 'o', 's'],
      [4, 'o', `\r\n${sampleStart}file\r\n${samplePrompt(2)}`],
      [6, 'm', 'wait'],
      [7, 'm', 'again'],
      [7.5, 'o', `pwd\r\n${sampleStart}/root\r\n${samplePrompt(0)}`],
    ]);
    expect(recording.opening).toEqual([[1, samplePrompt(0)]]);
    expect(recording.steps.map(({ step, ran }) => [step, ran])).toEqual([
      ['list', true],
      ['wait', false],
      ['again', true],
    ]);
    expect(recording.steps[0]).toMatchObject({
      prompt: 'root@dockerhost:~# ',
      command: 'ls',
      output: 'file\r\n',
      exitCode: 2,
    });
    expect(recording.steps[0]?.events.map(([seconds]) => seconds)).toEqual([0.5, 0.75, 1]);
    expect(recording.steps[1]).toMatchObject({ prompt: '', command: '', output: '', exitCode: null, events: [] });
    expect(recording.steps[2]).toMatchObject({ prompt: 'root@dockerhost:~# ', command: 'pwd', exitCode: 0 });
  });

  test('has no exit status for a command that does not end, and keeps late output in the step in which it came', () => {
    const [first, second] = pane([
      [1, 'o', samplePrompt(0)],
      [2, 'm', 'sleep'],
      [3, 'o', `sleep 9\r\n${sampleStart}half`],
      [4, 'm', 'kill'],
      [5, 'o', `late\r\n${samplePrompt(137)}`],
    ]).steps;
    expect(first).toMatchObject({ command: 'sleep 9', output: 'half', exitCode: null, ran: true });
    expect(second).toMatchObject({ command: '', ran: false });
    expect(second?.events).toEqual([[1, `late\r\n${samplePrompt(137)}`]]);
  });

  test('undoes readline’s wrap at the right margin, whichever way it moves the cursor', () => {
    const wrapped = (echo: string) =>
      pane([
        [1, 'o', samplePrompt(0)],
        [2, 'm', 's'],
        [3, 'o', `${echo}\r\n${sampleStart}${samplePrompt(0)}`],
      ]).steps[0]?.command;
    expect(wrapped('echo aaaa \rbbbb')).toBe('echo aaaabbbb');
    expect(wrapped('echo aaaab\rbbbb')).toBe('echo aaaabbbb');
    expect(wrapped('echo \u001b[7ma\u001b[0m')).toBe('echo a');
    // What bash 5.2 prints when Enter is pressed behind a line that ends in the last column.
    expect(wrapped(`echo aab \r\u001b[A${'\u001b[C'.repeat(79)}\u001b[Kb`)).toBe('echo aab');
    expect(wrapped('echo aab \r\u001b[A\u001b[79C\u001b[Kb')).toBe('echo aab');
    expect(wrapped('echo aab \rb')).toBe('echo aabb');
  });

  test('refuses two commands in one step', () => {
    const twice = `a\r\n${sampleStart}${samplePrompt(0)}b\r\n${sampleStart}${samplePrompt(0)}`;
    expect(() =>
      pane([
        [1, 'm', 's'],
        [2, 'o', twice],
      ]),
    ).toThrow(
      // biome-ignore format: one line says it
      'host.cast: expected at most one command in step "s", found 2.',
    );
  });

  test('finds the same steps wherever the output was cut into events', () => {
    const text = `ls\r\n${sampleStart}one\r\ntwo\r\n${samplePrompt(1)}`;
    const whole = pane([[1, 'o', samplePrompt(0)], [2, 'm', 's'], [3, 'o', text]]).steps[0]; // biome-ignore format: one line says it
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: text.length - 1 })), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), text.length];
        const parts = cuts.slice(1).map((end, index): CastEvent => [3 + index, 'o', text.slice(cuts[index], end)]);
        const step = pane([[1, 'o', samplePrompt(0)], [2, 'm', 's'], ...parts]).steps[0];
        expect({ ...step, events: [] }).toEqual({ ...whole, events: [] });
      }),
    );
  });
});

test('plainText drops colours, titles and marks and keeps the rest', () => {
  expect(plainText('\u001b]0;title\u0007\u001b[01;32ma\u001b[0m\tb\u001b(B\u001b]133;A\u001b\\c\r\n')).toBe(
    'a\tbc\r\n',
  );
});
