import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerMs, schedule, type TimedOutput, typingMs } from './schedule.ts';

const recorded: TimedOutput = {
  host: [
    [0.1, 'l'],
    [0.2, 's'],
    [0.3, '\r\n\x1b]133;C\x07'],
    [0.35, 'a\r\n'],
    [9, 'b\r\n'],
  ],
};

const recordings: fc.Arbitrary<TimedOutput> = fc.dictionary(
  fc.constantFrom('host', 'inside'),
  fc
    .array(fc.tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.constantFrom('x', '\x1b]133;C\x07', 'out\r\n')), {
      maxLength: 30,
    })
    .map((events) => events.sort((a, b) => a[0] - b[0])),
);

test('typing starts at once and the answer comes after it', () => {
  const beats = schedule(recorded, 1);
  expect(beats.map((beat) => beat.text)).toEqual(['l', 's', '\r\n\x1b]133;C\x07', 'a\r\n', 'b\r\n']);
  expect(beats[0]?.ms).toBe(0);
  expect(beats[2]?.ms).toBe(200);
});

test('a long silence is cut', () => {
  expect(schedule(recorded, 1).at(-1)?.ms).toBe(200 + 50 + 400);
});

test('half the speed takes twice the time, twice the speed half of it', () => {
  const [slow, normal, fast] = ([0.5, 1, 2] as const).map((speed) => schedule(recorded, speed).at(-1)?.ms);
  expect([slow, fast]).toEqual([(normal ?? 0) * 2, (normal ?? 0) / 2]);
});

test('instant shows everything at 0', () => {
  expect(schedule(recorded, 'instant').every((beat) => beat.ms === 0)).toBe(true);
});

test('nothing is lost or moved within a pane, moments never go back, and all of it fits', () => {
  fc.assert(
    fc.property(recordings, (given) => {
      const beats = schedule(given, 1);
      for (const [pane, events] of Object.entries(given))
        expect(beats.filter((beat) => beat.pane === pane).map((beat) => beat.text)).toEqual(
          events.map(([, text]) => text),
        );
      beats.forEach((beat, i) => {
        expect(beat.ms).toBeGreaterThanOrEqual(beats[i - 1]?.ms ?? 0);
      });
      expect(beats.at(-1)?.ms ?? 0).toBeLessThanOrEqual(typingMs + answerMs + 1);
    }),
  );
});
