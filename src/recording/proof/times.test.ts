import { describe, expect, test } from 'vitest';
import { type PaneRecording, paneRecording, parseCast } from '../parse.ts';
import type { CastEvent, TakeFacts } from '../recording.ts';
import { sampleCast, samplePrompt, sampleProvenance, sampleStart } from '../sample-recording.ts';
import type { SceneScript } from '../script.ts';
import type { Verdict } from './claim.ts';
import { proveTimes, timesOf } from './times.ts';
import { facts as host } from './told.ts';

const recorded = sampleProvenance.recorded;
const step = { pane: 'host', type: 'date' };
const scene: SceneScript = {
  ...{ id: 'sample', title: 'A sample', lens: 'pid', panes: { host: { title: 'host', rows: 5 } } },
  ...{ takes: { default: { label: 'as it is' } }, entities: {} },
  steps: ['one', 'two'].map((id) => ({ id, run: step, before: 'x', after: 'y' })),
};

/** Two steps of a pane: marked, typed, handed over, ended. */
function pane(
  change: Partial<Record<'handed' | 'ended' | 'last' | 'next', number>> = {},
  timestamp = Date.parse(recorded) / 1000,
) {
  const { handed = 3, ended = 3.2, last = ended, next = 12 } = change;
  const events: CastEvent[] = [
    [1, 'o', samplePrompt(0)],
    [2, 'm', 'one'],
    [handed, 'o', `date\r\n${sampleStart}`],
    [ended, 'o', `now\r\n${samplePrompt(0)}`],
    ...(last > ended ? [[last, 'o', '\u001b[K'] satisfies CastEvent] : []),
    [next, 'm', 'two'],
    [next + 1, 'o', `date\r\n${sampleStart}now\r\n${samplePrompt(0)}`],
  ];
  return paneRecording(parseCast(sampleCast(events, { timestamp }), 'host.cast'), 'host.cast');
}

function told(one: PaneRecording, readings: Partial<TakeFacts['steps'][number]> = {}): string {
  const verdict: Verdict = { compared: 0, failures: [] };
  const steps = ['one', 'two'].map((id) => ({ id, after: host, ...(id === 'one' ? readings : {}) }));
  proveTimes(
    { scene, take: 'default', panes: { host: one }, facts: { provenance: sampleProvenance, start: host, steps } },
    verdict,
  );
  expect(verdict.compared).toBeGreaterThan(5);
  return verdict.failures.map(({ what, expected, found }) => `${what}: ${expected}, ${found}`).join('\n');
}

test('a line is handed over and has ended when its marks came', () => {
  const [first] = pane().steps;
  expect(first && timesOf(first)).toEqual([3, 3.2]);
});

describe('the times of a take', () => {
  test('agree with the header, the keys, the commands and the host’s clock', () => {
    expect(told(pane())).toBe('');
    const clock = Date.parse(recorded) / 1000 + 8;
    expect(told(pane(), { after: { ...host, clock } })).toBe('');
  });

  test.each<[string, PaneRecording, string]>([
    ['a header of another time', pane({}, 5), 'the timestamp of pane host'],
    ['a line that nobody can have typed so fast', pane({ handed: 2.1 }), 'when the line was handed over in step one'],
    ['a command that took 100 s', pane({ ended: 103, next: 120 }), 'how long the command took in step one'],
    ['something behind the prompt', pane({ last: 9 }), 'what came behind the prompt in step one'],
    ['a step that begins before the last one was over', pane({ next: 3.3 }), 'what came last in step one'],
    ['a long silence', pane({ next: 900 }), 'the pause behind it in step one'],
  ])('are refused with %s', (_, one, sentence) => {
    expect(told(one)).toContain(sentence);
  });

  test('are refused with a clock that the host can’t have read then, and with samples of a step that has none', () => {
    expect(told(pane(), { after: { ...host, clock: Date.parse(recorded) / 1000 + 100 } })).toContain(
      'the clock after step one',
    );
    expect(told(pane(), { samples: [{ t: 3, cgroups: [] }] })).toContain('the samples of step one');
  });
});
