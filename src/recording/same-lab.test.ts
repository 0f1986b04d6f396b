import { expect, test } from 'vitest';
import { manifestMistakes } from './manifest.ts';
import { sameLab } from './same-lab.ts';
import { sampleProvenance } from './sample-recording.ts';

test('recordings of one lab agree, whatever the scene and the date', () => {
  const other = {
    ...sampleProvenance,
    scene: 'hostname',
    script: '2'.repeat(64),
    recorded: '2026-02-01T00:00:00.000Z',
  };
  expect(sameLab([sampleProvenance, other])).toEqual([]);
  expect(sameLab([])).toEqual([]);
});

test('a recording of another lab is named, with the first thing that differs', () => {
  const other = { ...sampleProvenance, scene: 'hostname', kernel: '7.3.0', docker: '29.0.0' };
  expect(sameLab([sampleProvenance, other])).toEqual([
    'hostname/default: expected kernel 7.2.4+deb14-amd64 as in one-process/default, found 7.3.0; record it again.',
  ]);
});

test('the manifest counts every byte of every file, and every file', () => {
  const hash = (text: string) => `#${text}`;
  const files = { 'host.cast': 'abc', 'recording.json': '{"files":{"host.cast":"#abc"}}' };
  const told = (changed: Record<string, string>) => manifestMistakes('demo/default', changed, hash).join('\n');
  expect(told(files)).toBe('');
  expect(told({ ...files, 'host.cast': 'abd' })).toBe('demo/default/host.cast: expected SHA-256 #abc, found #abd.');
  expect(told({ ...files, 'web.cast': '' })).toBe('demo/default/web.cast: expected SHA-256 none, found #.');
  expect(told({ 'recording.json': files['recording.json'] })).toContain('found no such file');
  expect(told({ 'host.cast': 'abc' })).toContain('expected a recording.json');
});
