import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Score } from '../player/state.ts';
import { createStore, type Store } from '../player/store.ts';
import { type Act, acts } from './acts.ts';
import type { Island } from './island.ts';

const score: Score = { takes: ['default', 'shared'], steps: 3, asks: { default: [0, 0, 0], shared: [0, 0, 0] } };

/** A scene's store, what is done in it, and nothing of a page: these acts ask for none. */
function scene(): { store: Store; does: (what: Act, value?: number) => void } {
  const store = createStore(score, { speed: 'instant', quiet: false, picks: {} });
  const island = { dataset: {} } as Island;
  return { store, does: (what, value = 0) => acts[what]({ island, store, before: store.get(), value }) };
}

test('every button that a scene is drawn with has an act of its own', () => {
  const files = readdirSync('src/scene').filter((name) => name.endsWith('.tsx'));
  const asked = files.flatMap((name) =>
    [...readFileSync(`src/scene/${name}`, 'utf8').matchAll(/data-do="([^"]*)"/g)].map(([, what = '']) => what),
  );
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((what) => !Object.hasOwn(acts, what))).toEqual([]);
});

test('one button goes on to the end, and from there back to the beginning', () => {
  const { store, does } = scene();
  const seen = [1, 2, 3, 4].map(() => {
    does('press');
    return store.get().step;
  });
  expect(seen).toEqual([1, 2, 3, 0]);
});

test('a command that is typed takes the reader to its step, and leaves what stands now if that is next', () => {
  const { store, does } = scene();
  does('type', 2);
  expect(store.get()).toMatchObject({ step: 3, phase: 'rest' });
  does('seek', 1);
  does('type', 1);
  expect(store.get().step).toBe(2);
});

test('a switch of two takes goes there and back, and a list goes to the one that is named', () => {
  const { store, does } = scene();
  does('toggle');
  expect(store.get().take).toBe('shared');
  does('toggle');
  expect(store.get().take).toBe('default');
  does('take', 1);
  expect(store.get().take).toBe('shared');
});

test('the speed goes round', () => {
  const { store, does } = scene();
  const seen = [1, 2, 3, 4].map(() => {
    does('speed');
    return store.get().speed;
  });
  expect(seen).toEqual([0.5, 1, 2, 'instant']);
});

test('no act leaves a scene without a state', () => {
  for (const what of ['next', 'back', 'home', 'end', 'press', 'seek', 'pick', 'take', 'toggle'] as const) {
    const { store, does } = scene();
    does(what, 99);
    expect(store.get(), what).toMatchObject({ phase: 'rest' });
  }
});
