import { expect, test } from 'vitest';
import type { Moved } from '../../../content/since.ts';
import type { SceneData } from '../../scene/data.ts';
import { stepsOf } from './moved.ts';

const step = (id: string, announce: string) => ({ id, announce });
const scenes = [
  {
    id: 'a',
    title: 'A',
    takes: [{ id: 'plain', steps: [step('one', 'Nothing.'), step('two', 'From Docker 29.5 on it is another.')] }],
  },
] as unknown as SceneData[];
const homes = new Map([['a', { path: '/pid/' }]]);
const row = (more: Partial<Moved>): Moved => ({
  from: '29.5',
  was: 'x',
  now: 'y',
  source: { href: 'https://example.org', title: 'Notes' },
  ...more,
});

test('a row leads to the steps that recorded it', () => {
  expect(stepsOf(row({ steps: [{ scene: 'a', step: 'two' }] }), scenes, homes)).toEqual([
    { href: '/pid/#a/2', scene: 'a', title: 'A', step: 2 },
  ]);
  expect(stepsOf(row({ at: { href: '/pid/', name: 'PID' } }), scenes, homes)).toEqual([]);
});

test('a row names what is there, and its step names the release', () => {
  expect(() => stepsOf(row({ steps: [{ scene: 'a', step: 'one' }] }), scenes, homes)).toThrow(
    'content/since.ts, 29.5, "x": expected "after" of a, one to name Docker 29.5, found "Nothing.".',
  );
  expect(() => stepsOf(row({ from: '29.0', steps: [{ scene: 'a', step: 'two' }] }), scenes, homes)).toThrow(
    'to name Docker 29, found',
  );
  expect(() => stepsOf(row({ steps: [{ scene: 'a', step: 'three' }] }), scenes, homes)).toThrow(
    'content/since.ts, 29.5, "x": expected a step of a (one, two), found "three".',
  );
  expect(() => stepsOf(row({}), scenes, homes)).toThrow('expected steps or a place in the text, found neither.');
});
