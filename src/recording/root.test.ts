import { expect, test } from 'vitest';
import { rootMistakes, rootOf } from './root.ts';

const sha256 = (text: string) => text.padEnd(64, '#');
const files = { 'b/host.cast': 'two', 'a/facts.json': 'one' };

test('the list of all recordings is sorted by path, as sha256sum writes it, and its hash is that of its text', () => {
  const { text, hash } = rootOf(files, sha256);
  expect(text).toBe(`${sha256('one')}  a/facts.json\n${sha256('two')}  b/host.cast\n`);
  expect(hash).toBe(sha256(text));
  expect(rootMistakes(text, rootOf(files, sha256))).toEqual([]);
});

test('a changed, a new, a lost and a twice listed recording are each named', () => {
  const { text } = rootOf(files, sha256);
  const told = (now: Record<string, string>, committed = text) => rootMistakes(committed, rootOf(now, sha256)).join();
  expect(told({ ...files, 'b/host.cast': 'forged' })).toContain(`expected b/host.cast with SHA-256 ${sha256('two')}`);
  expect(told({ ...files, 'c/x.cast': 'x' })).toContain('expected c/x.cast with SHA-256 none');
  expect(told({ 'a/facts.json': 'one' })).toContain('found no such file');
  expect(told(files, text + text)).toContain('expected each recording once');
});
