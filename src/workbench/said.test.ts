import { expect, test } from 'vitest';
import * as words from '../words/index.ts';
import { failureOf, Said } from './said.ts';

test('what each line said is handed on together, in its order, and only once', () => {
  const said = new Said();
  for (const byte of [104, 105]) said.take(0, byte);
  said.take(2, 33);
  said.take(0, 10);
  expect(said.handOn()).toEqual([
    { type: 'said', line: 0, bytes: Uint8Array.of(104, 105, 10) },
    { type: 'said', line: 2, bytes: Uint8Array.of(33) },
  ]);
  expect(said.handOn()).toEqual([]);
});

test('what a machine said before it was restored is no part of what it says after', () => {
  const said = new Said();
  said.take(1, 97);
  said.forget();
  said.take(1, 98);
  expect(said.handOn()).toEqual([{ type: 'said', line: 1, bytes: Uint8Array.of(98) }]);
});

test('a reader is told when there is no memory left, and else what the error says, whatever was thrown', () => {
  expect(failureOf(new RangeError('WebAssembly.Memory(): could not allocate memory'))).toEqual({
    type: 'failed',
    reason: words.workbench.noMemory,
  });
  expect(failureOf(new TypeError('no'))).toEqual({ type: 'failed', reason: 'no' });
  expect(failureOf('gone')).toEqual({ type: 'failed', reason: 'gone' });
  expect(failureOf(undefined)).toEqual({ type: 'failed', reason: 'undefined' });
});
