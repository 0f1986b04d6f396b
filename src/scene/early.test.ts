import { afterEach, expect, test, vi } from 'vitest';
import type { Score } from '../player/state.ts';
import { acts } from './acts.ts';
import { actOfKey } from './early.ts';

const score: Score = { takes: ['default'], steps: 3, asks: { default: [0, 0, 0] } };

/** A key on an element of that name, as far as it is asked for anything; selectors here are names with commas between. */
function key(name: string, on = 'section', more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const isOne = (selector: string) => selector.split(',').includes(on);
  const target = { matches: isOne, closest: (selector: string) => (isOne(selector) ? target : null) };
  return { key: name, target, ...more } as unknown as KeyboardEvent;
}

/** What a key does on a page that shows everything, or one element alone. */
function does(event: KeyboardEvent, answers = 0, alone = false) {
  vi.stubGlobal('document', { fullscreenElement: alone ? {} : null });
  return actOfKey(event, score, answers);
}

afterEach(() => vi.unstubAllGlobals());

test('every key that means something does one of the acts', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'Home', 'End', 's', 'f', '?', ' ', '1'];
  const done = keys.map((name) => does(key(name))?.[0]);
  expect(done).toEqual(['next', 'back', 'home', 'end', 'speed', 'full', 'help', 'next', 'seek']);
  for (const what of done) expect(Object.hasOwn(acts, what ?? '')).toBe(true);
});

test('a number goes to its step as far as there are steps, and answers while a question stands', () => {
  expect(does(key('3'))).toEqual(['seek', 3]);
  expect(does(key('4'))).toBeUndefined();
  expect(does(key('0'))).toBeUndefined();
  expect(does(key('2'), 2)).toEqual(['pick', 1]);
  expect(does(key('3'), 2)).toEqual(['seek', 3]);
});

test('the space bar is left to what it presses', () => {
  for (const on of ['button', 'a', 'summary']) expect(does(key(' ', on)), on).toBeUndefined();
});

test('no key is taken from a field, from an input method or from a shortcut', () => {
  for (const on of ['input', 'select', 'textarea']) expect(does(key('s', on)), on).toBeUndefined();
  for (const held of ['ctrlKey', 'metaKey', 'altKey', 'isComposing'])
    expect(does(key('s', 'section', { [held]: true })), held).toBeUndefined();
});

test('a presenter’s clicker steps a scene that fills the screen, and else scrolls the page', () => {
  expect(does(key('PageDown'))).toBeUndefined();
  expect(does(key('PageDown'), 0, true)).toEqual(['next', 0]);
  expect(does(key('PageUp'), 0, true)).toEqual(['back', 0]);
});

test('a key that means nothing here does nothing', () => {
  for (const name of ['x', 'Tab', 'Shift', 'F5', 'Enter']) expect(does(key(name)), name).toBeUndefined();
});
