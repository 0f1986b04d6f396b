import { expect, test } from 'vitest';
import { inOrder, readFrontmatter } from './frontmatter.ts';

const good = {
  title: 'PID: the same process has two numbers',
  nav: 'PID',
  path: '/pid/',
  kicker: 'Namespaces, 1 of 7',
  description: 'One process, two numbers.',
  tone: 'pid',
};

test('a chapter may leave out its colour and nothing else', () => {
  const { tone: _, ...rest } = good;
  expect(readFrontmatter('a.mdx', rest)).toEqual(rest);
  expect(() => readFrontmatter('a.mdx', { ...good, title: undefined })).toThrow(/^a\.mdx: title: .*found nothing\.$/);
});

test.each([
  ['a name that is not in the outline', { nav: 'Pids' }, /^a\.mdx: nav: .*"Network".*found "Pids"\.$/],
  ['an address without its last slash', { path: '/pid' }, /^a\.mdx: path: expected an address .*found "\/pid"\.$/],
  ['a colour that no namespace has', { tone: 'red' }, /^a\.mdx: tone: .*"pid".*found "red"\.$/],
  ['a description that previews would cut', { description: 'x'.repeat(161) }, /^a\.mdx: description: .*160/],
  ['a field that nobody reads', { author: 'me' }, /^a\.mdx: frontmatter: .*"author"/],
])('%s fails in one sentence that names file and field', (_, wrong, sentence) => {
  expect(() => readFrontmatter('a.mdx', { ...good, ...wrong })).toThrow(sentence);
});

test('a chapter without frontmatter fails in one sentence', () => {
  expect(() => readFrontmatter('a.mdx', undefined)).toThrow(/^a\.mdx: expected frontmatter .*found none\.$/);
});

test('chapters stand in the order of the outline, whatever their files are called', () => {
  const uts = { ...readFrontmatter('1.mdx', { ...good, nav: 'UTS', path: '/uts/' }), file: '1.mdx' };
  const pid = { ...readFrontmatter('2.mdx', good), file: '2.mdx' };
  expect(inOrder([uts, pid])).toEqual([pid, uts]);
});

test('two chapters with one address fail in one sentence that names both', () => {
  const one = { ...readFrontmatter('1.mdx', good), file: '1.mdx' };
  const two = { ...one, nav: 'UTS', file: '2.mdx' };
  expect(() => inOrder([one, two])).toThrow(/^2\.mdx: expected a path of its own, found 1\.mdx's "\/pid\/"\.$/);
});
