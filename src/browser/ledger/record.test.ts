import { expect, test } from 'vitest';
import type { Kept } from '../../scene/memory.ts';
import { answered, cleared, fileOf, inOrder, isWanted, type Listed, met, saidIn, standOf } from './record.ts';
import type { Sheet } from './sheet.ts';

const record: Kept = {
  speed: 2,
  quiet: true,
  picks: { 'one-process/default/2': 1 },
  ledger: { disk: 'shared' },
  done: ['one-process'],
  lessons: ['uts'],
  last: '/pid/#one-process/2',
};
const disk: Listed = { name: 'Disk space', is: ['no limit', 'shared'], said: 'shared', sourced: false };
const name: Listed = { name: 'Hostname', is: ['isolated'], said: 'limited', sourced: false };
const clock: Listed = { name: 'Clock', is: ['shared'], said: undefined, sourced: true };
const all = [disk, name, clock];

test('an answer is written beside the others, over the one of the same resource, and changes no other part of the record', () => {
  const next = answered(answered(record, 'name', 'isolated'), 'disk', 'limited');
  expect(next).toEqual({ ...record, ledger: { disk: 'limited', name: 'isolated' } });
  expect(record.ledger).toEqual({ disk: 'shared' });
});

test('a record whose answers are corrupt has none, and takes new ones', () => {
  const corrupt = { ...record, ledger: 'no' } as unknown as Kept;
  expect(saidIn(corrupt, 'disk')).toBeUndefined();
  expect(saidIn({ ledger: { disk: 'toString' } }, 'disk')).toBeUndefined();
  expect(saidIn(answered(corrupt, 'disk', 'shared'), 'disk')).toBe('shared');
});

test('what is forgotten are the answers and how far the reader came, and not how scenes are played', () => {
  expect(cleared(record)).toEqual({ speed: 2, quiet: true, picks: {}, ledger: {}, done: [], lessons: [], last: '' });
});

test('a resource is met by a question of its own scene, and by no scene whose name begins alike', () => {
  expect(met(record, 'one-process')).toBe(true);
  expect(met(record, 'one')).toBe(false);
  expect(met(record, undefined)).toBe(false);
  expect(met({}, 'one-process')).toBe(false);
});

test('the lists show what is open, what was said wrongly, what only a source says, or one standing', () => {
  const shown = (wanted: string) => all.filter((each) => isWanted(each, wanted)).map((each) => each.name);
  expect(shown('')).toEqual(['Disk space', 'Hostname', 'Clock']);
  expect(shown('open')).toEqual(['Clock']);
  expect(shown('wrong')).toEqual(['Hostname']);
  expect(shown('sourced')).toEqual(['Clock']);
  expect(shown('shared')).toEqual(['Disk space', 'Clock']);
});

test('the order is by name, by standing or by what was said, with what is open first; else as it was', () => {
  const order = (by: string) => inOrder(all, (each) => each, by).map((each) => each.name);
  expect(order('')).toEqual(['Disk space', 'Hostname', 'Clock']);
  expect(order('name')).toEqual(['Clock', 'Disk space', 'Hostname']);
  expect(order('is')).toEqual(['Hostname', 'Disk space', 'Clock']);
  expect(order('said')).toEqual(['Clock', 'Hostname', 'Disk space']);
});

test('two sentences say how far a reader is, and the file holds that and the record', () => {
  const sheet: Sheet = {
    resources: [
      { name: 'Disk space', is: ['no limit'], default: 'all', said: 'shared' },
      { name: 'Hostname', is: ['isolated'], default: 'its own', said: 'limited' },
    ],
    questions: [{ place: 'a/default/1', question: 'Which?', answer: 'this', said: 'this' }],
    seen: ['one-process'],
  };
  expect(standOf(sheet, record, 43)).toBe(
    'Here you answered 2 of 2, 1 of them as the kernel does. In the chapters you answered 1 of 1 questions, 1 as the kernel does, and saw 1 of 43 scenes to their end.',
  );
  expect(JSON.parse(fileOf(sheet, record))).toEqual({ ...sheet, record: { version: 1, ...record } });
});
