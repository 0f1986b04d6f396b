import { expect, test } from 'vitest';
import { layout } from '../../src/diagram/layout/layout.ts';
import { sampleHost } from '../../src/host/sample.ts';
import { withUidMap } from '../../src/host/sample-ids.ts';
import { withNetwork } from '../../src/host/sample-net.ts';
import type { SceneScript } from '../../src/recording/script.ts';
import { compile } from './compile.ts';
import { recordings, script } from './fixture.ts';
import { trim } from './trim.ts';

const facts = withUidMap(
  withNetwork(sampleHost({ containers: [{ name: 'db' }, { name: 'web' }] }), { db: ['docker0'], web: ['docker0'] }),
  'web',
  [[0, 100000, 65536]],
);

test('a step’s packet comes through to the page, and other steps have none', async () => {
  const told: SceneScript = structuredClone(script);
  if (told.steps[1]) told.steps[1].packet = { from: 'web', to: '172.17.0.1' };
  const steps = (await compile(told, recordings())).takes[0]?.steps;
  expect(steps?.[1]?.packet).toEqual({ from: 'web', to: '172.17.0.1' });
  expect(steps?.[0]).not.toHaveProperty('packet');
});

test('the trimmed facts draw the same pictures', () => {
  const packet = { from: 'db', to: 'web' };
  for (const lens of ['net', 'user'] as const)
    for (const width of ['full', 'narrow'] as const)
      expect(layout(trim(facts, lens), lens, width, { packet })).toEqual(layout(facts, lens, width, { packet }));
});

test('interfaces and maps are only in the data of the lenses that draw them', () => {
  const kinds = (lens: SceneScript['lens']) =>
    trim(facts, lens).namespaces.filter(({ links, uidMap }) => links ?? uidMap);
  expect(kinds('pid')).toEqual([]);
  expect(kinds('net').map(({ kind }) => kind)).toEqual(['net', 'net', 'net']);
  expect(kinds('user').map(({ kind }) => kind)).toEqual(['user']);
  expect(JSON.stringify(kinds('net'))).not.toMatch(/fe80|02:00/);
});
