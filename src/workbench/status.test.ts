import { expect, test } from 'vitest';
import { nextStatus, type Status, type StatusEvent } from './status.ts';

const after = (...events: StatusEvent[]) => events.reduce<Status>(nextStatus, { name: 'off' });

test('The way to a prompt leads over the fetched and the restored state.', () => {
  const way: StatusEvent[] = [
    { type: 'start', total: 10 },
    { type: 'loaded', bytes: 4 },
    { type: 'fetched' },
    { type: 'prompt', afterMs: 700 },
  ];
  expect(way.map((_, index) => after(...way.slice(0, index + 1)).name)).toEqual([
    'fetching',
    'fetching',
    'restoring',
    'on',
  ]);
});

test('What arrives after the reader has cancelled changes nothing.', () => {
  const cancelled: StatusEvent[] = [{ type: 'start', total: 10 }, { type: 'cancel' }];
  for (const late of [
    { type: 'loaded', bytes: 10 },
    { type: 'fetched' },
    { type: 'prompt', afterMs: 1 },
    { type: 'fail', sentence: 'The connection was closed.' },
  ] as StatusEvent[])
    expect(after(...cancelled, late)).toEqual({ name: 'off' });
});

test('A failure says its sentence, and one may start again.', () => {
  const failed = after({ type: 'start', total: 10 }, { type: 'fail', sentence: 'The file was cut short.' });
  expect(failed).toEqual({ name: 'failed', sentence: 'The file was cut short.' });
  expect(nextStatus(failed, { type: 'start', total: 10 }).name).toBe('fetching');
});
