import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { find } from './find.ts';
import { type Entry, options } from './options.ts';

function indexOf(entries: Partial<Entry>[]): MiniSearch<Entry> {
  const index = new MiniSearch(options);
  index.addAll(
    entries.map((entry, id) => ({
      id,
      title: '',
      place: '',
      text: '',
      path: `/${id}`,
      kind: 'step' as const,
      ...entry,
    })),
  );
  return index;
}

const paths = (index: MiniSearch<Entry>, query: string) => find(index, query).found.map(({ path }) => path);

test('whole words are found; only the one that is being typed may be a beginning', () => {
  const index = indexOf([{ title: 'free -m' }, { title: 'pgrep -f tree' }, { title: 'freeze group' }]);
  expect(paths(index, 'free ')).toEqual(['/0']);
  expect(paths(index, 'free')).toEqual(['/0', '/2']);
  expect(find(index, 'free group').whole).toBe(0);
});

test('what has every word stands before what has some, unless it is a list of everything', () => {
  const index = indexOf([
    { text: 'memory memory memory' },
    { text: 'limits of many kinds, and what they do to what a program takes of the memory' },
    { text: 'memory limit', kind: 'list' },
  ]);
  expect(paths(index, 'memory limits').slice(0, 2)).toContain('/1');
  expect(paths(index, 'memory limits')[0]).toBe('/1');
  expect(find(index, 'memory limits').whole).toBe(2);
});

test('a step is found once, in its first take unless another has more of the words', () => {
  const index = indexOf([
    { title: 'ps aux', path: '/pid/#one/3' },
    { title: 'ps aux', text: 'docker run --pid=host', path: '/pid/#one/3/pid-host' },
  ]);
  expect(paths(index, 'ps aux')).toEqual(['/pid/#one/3']);
  expect(paths(index, 'ps aux --pid=host')).toEqual(['/pid/#one/3/pid-host']);
});

test('a word that stands nowhere is named, and what is spelled like it is found', () => {
  const index = indexOf([{ text: 'namespace' }, { text: 'veth' }]);
  expect(find(index, 'namespaec ')).toMatchObject({ whole: 0, unknown: ['namespaec'], found: [{ path: '/0' }] });
  expect(find(index, 'xyzzyx')).toEqual({ found: [], whole: 0, unknown: ['xyzzyx'] });
});

test('what readers write stands for what the site writes', () => {
  const index = indexOf([{ text: 'the JVM since 10' }, { title: 'nc 127.0.0.1 80' }, { text: 'ended by SIGKILL' }]);
  expect(paths(index, 'java')).toEqual(['/0']);
  expect(paths(index, 'localhost')).toEqual(['/1']);
  expect(paths(index, 'exit code 137')).toEqual(['/2']);
});

test('words that every question has find nothing by themselves', () => {
  expect(find(indexOf([{ text: 'why does it do that' }]), 'why does it')).toEqual({ found: [], whole: 0, unknown: [] });
});

test('what is missing answers to the whole of one of its names', () => {
  const index = indexOf([
    { title: 'Docker Desktop', kind: 'near', also: 'docker desktop, lima' },
    { text: 'docker run' },
  ]);
  expect(paths(index, 'docker run')).toEqual(['/1']);
  expect(paths(index, 'docker desktop')[0]).toBe('/0');
  expect(paths(index, 'lim')).toEqual(['/0']);
});
