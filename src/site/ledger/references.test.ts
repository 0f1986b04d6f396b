import { expect, test } from 'vitest';
import type { Resource } from '../../../content/ledger.ts';
import type { SceneData } from '../../scene/data.ts';
import { checkIds, onlySourced, shownIn } from './references.ts';

const scenes = [
  {
    id: 'a',
    title: 'A',
    takes: [
      { id: 'default', steps: [{ id: 'one' }, { id: 'two' }] },
      { id: 'bare', steps: [{ id: 'one' }, { id: 'two' }] },
    ],
  },
] as unknown as SceneData[];
const homes = new Map([['a', { path: '/pid/' }]]);
const resource = (more: Partial<Resource>): Resource => ({
  id: 'x',
  name: 'X',
  by: 'nothing',
  is: ['shared'],
  default: 'the host’s',
  changes: 'nothing',
  ...more,
});

test('a step becomes the address at which it is over', () => {
  const shown = { scene: 'a', step: 'two' };
  expect(shownIn(resource({ shown }), scenes, homes)).toEqual({ href: '/pid/#a/2', scene: 'a', title: 'A', step: 2 });
  expect(shownIn(resource({ shown: { ...shown, take: 'bare' } }), scenes, homes)?.href).toBe('/pid/#a/2/bare');
});

test.each([
  [{}, 'content/ledger.ts, x: expected a step that shows it or a source, found neither.'],
  [{ shown: { scene: 'b', step: 'one' } }, 'content/ledger.ts, x: expected a scene (a), found "b".'],
  [{ shown: { scene: 'a', step: 'three' } }, 'content/ledger.ts, x: expected a step of a (one, two), found "three".'],
  [
    { shown: { scene: 'a', step: 'one', take: 'c' } },
    'content/ledger.ts, x: expected a take of a (default, bare), found "c".',
  ],
])('%j ends the build in one sentence', (more, sentence) => {
  expect(() => shownIn(resource(more), scenes, homes)).toThrow(sentence);
});

test('a scene that no chapter shows can’t be linked to', () => {
  expect(() => shownIn(resource({ shown: { scene: 'a', step: 'one' } }), scenes, new Map())).toThrow(
    'content/ledger.ts, x: expected a scene that stands in a chapter, found "a".',
  );
});

test('the resources that no step shows are listed', () => {
  const list = [resource({ shown: { scene: 'a', step: 'one' } }), resource({ id: 'y', name: 'Y' })];
  expect(onlySourced(list)).toBe('content/ledger.ts: 1 of 2 resources have a source and no step: Y.');
  expect(onlySourced(list.slice(0, 1))).toBeUndefined();
  expect(() => checkIds([resource({}), resource({})])).toThrow('expected an id of its own for X, found "x" twice.');
});
