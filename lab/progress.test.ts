import { expect, test } from 'vitest';
import { askedBy, leftOf, startingAt, summaryOf } from './progress.ts';

const scenes = ['beside', 'eight', 'hostname'].map((id) => ({ id }));

test('a command line names scenes, and the one to begin at is none of those', () => {
  expect(askedBy(['eight', '--check', 'hostname'])).toEqual({ check: true, names: ['eight', 'hostname'] });
  expect(askedBy(['--from', 'eight', '--check'])).toEqual({ check: true, names: [], from: 'eight' });
  expect(askedBy([])).toEqual({ check: false, names: [] });
  expect(() => askedBy(['--from'])).toThrow('Expected the name of a scene after --from, found none.');
  expect(() => askedBy(['--from', '--check'])).toThrow('after --from');
});

test('a run goes on at a scene, with all that come after it', () => {
  expect(startingAt(scenes, 'eight')).toEqual([{ id: 'eight' }, { id: 'hostname' }]);
  expect(startingAt(scenes, undefined)).toEqual(scenes);
  expect(() => startingAt(scenes, 'pid')).toThrow(
    'Expected a scene to begin at (beside, eight, hostname), found "pid".',
  );
});

test('what is left is told from what is done', () => {
  expect(leftOf([], 10)).toBe('0 of 10 takes');
  expect(leftOf([60_000, 120_000], 10)).toBe('2 of 10 takes, about 12 min left');
  expect(leftOf([1000], 1)).toBe('1 of 1 takes, none left');
});

test('a summary has every part with its time, and the time of all', () => {
  const parts = [
    { name: 'build', ms: 42_400, ok: true },
    { name: 'record --check', ms: 3_725_000, ok: false },
    { name: 'verify', ms: 0 },
  ];
  expect(summaryOf(parts).split('\n')).toEqual([
    '  build           passed in 42 s',
    '  record --check  failed in 62 min 5 s',
    '  verify          not run',
    '  all             62 min 47 s',
  ]);
});
