import { describe, expect, test } from 'vitest';
import type { SceneScript } from '../recording/script.ts';
import { checkScript } from './check-script.ts';
import { shutDoors } from './compile.ts';
import { script } from './fixture.ts';

const [first, second] = script.steps as [SceneScript['steps'][number], SceneScript['steps'][number]];
const told: SceneScript = {
  ...script,
  lens: 'door',
  doors: ['boot', 'clock'],
  steps: [first, { ...second, opens: ['clock'] }],
};

test('a door stays shut until a step opens it, and open from then on', () => {
  expect(shutDoors(told, -1)).toEqual(['door:boot', 'door:clock']);
  expect(shutDoors(told, 0)).toEqual(['door:boot', 'door:clock']);
  expect(shutDoors(told, 1)).toEqual(['door:boot']);
  expect(shutDoors({ ...told, steps: [...told.steps, first] }, 2)).toEqual(['door:boot']);
});

describe('a scene with doors is refused', () => {
  const checked = (change: Partial<SceneScript>) => () => checkScript({ ...told, ...change }, 'scene.ts');

  test('with another lens, or with more doors than there is room for', () => {
    expect(checked({})).not.toThrow();
    expect(checked({ lens: 'pid' })).toThrow('the lens door');
    expect(checked({ doors: ['boot', 'clock', 'memory', 'load', 'keys', 'disk'] })).toThrow('at most five doors');
  });

  test('when a step opens a door that it does not have', () => {
    expect(checked({ doors: ['boot'] })).toThrow('"clock"');
  });
});
