import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startOf } from '../player/transition.ts';
import { keep, recall, remember, remembered, rememberPlace } from './memory.ts';

const start = startOf({ takes: ['default'], steps: 3, asks: {} });
let kept: Record<string, string> = {};

beforeEach(() => {
  kept = {};
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('a scene’s answers come back, and those of other scenes stay', () => {
  remember('a', { ...start, picks: { 'default/2': 1 } });
  remember('b', { ...start, speed: 2, picks: { 'default/0': -1 } });
  expect(remembered('a')).toEqual({ speed: 2, picks: { 'default/2': 1 } });
  expect(remembered('b').picks).toEqual({ 'default/0': -1 });
  expect(remembered('c').picks).toEqual({});
});

test('a place is remembered beside the answers, and a scene that was seen to its end once', () => {
  remember('a', { ...start, picks: { 'default/2': 1 } });
  rememberPlace('a', '/pid/#a/2', false);
  expect(recall()).toMatchObject({ last: '/pid/#a/2', done: [] });
  for (const last of ['/pid/#a/3', '/pid/#a/3']) rememberPlace('a', last, true);
  rememberPlace('a', '/pid/#a', false);
  expect(recall()).toMatchObject({ last: '/pid/#a', done: ['a'], picks: { 'a/default/2': 1 } });
});

test('whatever stands in the storage, nothing but known speeds and whole numbers is taken from it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      kept['isolate:v1'] = text;
      const { speed, picks } = remembered('a');
      expect([undefined, 0.5, 2, 'instant']).toContain(speed);
      expect(Object.values(picks ?? {}).every(Number.isInteger)).toBe(true);
    }),
  );
});

test('a storage that throws is as good as none', () => {
  const forbid = () => {
    throw new Error('forbidden');
  };
  vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid });
  expect(() => remember('a', start)).not.toThrow();
  expect(remembered('a')).toEqual({ picks: {} });
});

test('a scene that remembers leaves the ledger’s answers as they are', () => {
  expect(keep({ ledger: { disk: 'shared' } })).toBe(true);
  remember('a', { ...start, picks: { 'default/2': 1 } });
  expect(recall()).toEqual({ speed: 1, picks: { 'a/default/2': 1 }, ledger: { disk: 'shared' } });
});

test('who keeps something learns when the storage is full', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  });
  expect(keep({ ledger: {} })).toBe(false);
});
