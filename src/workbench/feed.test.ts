import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { HostFacts } from '../host/facts.ts';
import { createFeed } from './feed.ts';

const answer = readFileSync('src/host/fixtures/collected-busybox.txt', 'utf8');

function begin() {
  const sent: string[] = [];
  const facts: HostFacts[] = [];
  const nonsense: number[] = [];
  const answers: number[] = [];
  const feed = createFeed('echo', (text) => sent.push(text), {
    words: () => ['uts'],
    rows: () => 9,
    onAnswer: () => answers.push(facts.length),
    onFacts: (each) => facts.push(each),
    onNonsense: () => nonsense.push(facts.length),
  });
  return { sent, facts, nonsense, answers, feed };
}

test('The guest is given the collector before it is asked the first time.', () => {
  const { sent, feed } = begin();
  feed.stir();
  expect(sent).toEqual(['store 4\necho']);
  feed.said('stored\r\n');
  expect(sent.at(-1)).toBe('read uts rows 9\n');
});

test('An answer that comes in pieces is read when it is whole.', () => {
  const { facts, feed } = begin();
  feed.stir();
  feed.said('stored\n');
  feed.said(answer.slice(0, 700));
  expect(facts).toEqual([]);
  feed.said(answer.slice(700));
  expect(facts.map(({ hostname }) => hostname)).toEqual(['dockerhost']);
});

test('However often something stirs while an answer is awaited, one question follows.', () => {
  const { sent, feed } = begin();
  feed.stir();
  feed.said('stored\n');
  for (let times = 0; times < 5; times++) feed.stir();
  feed.said(answer);
  expect(sent.filter((text) => text === 'read uts rows 9\n')).toHaveLength(2);
});

test('A guest whose end of the line begins anew is given the collector again.', () => {
  const { sent, feed } = begin();
  feed.stir();
  feed.said('stored\n');
  feed.said('== host\nworkb\nready\n');
  expect(sent.at(-1)).toBe('store 4\necho');
});

test('Answers without sense are told from the second one on, and one with sense begins the count anew.', () => {
  const { nonsense, answers, feed } = begin();
  // What the collector says when something is mounted over /proc.
  const empty = [
    'host\nworkbench\n6.1.0',
    'count\n1',
    'passwd',
    'containers',
    'all',
    'status',
    'stat',
    'cgroup',
    'args',
    'ns',
  ]
    .concat('cgroups', 'end')
    .map((section) => `== ${section}\n`)
    .join('');
  const answered = (text: string) => {
    feed.said(text);
    feed.stir();
  };
  feed.stir();
  feed.said('stored\n');
  for (const text of [empty, answer, empty]) answered(text);
  expect(nonsense).toEqual([]);
  answered(empty);
  expect(nonsense).toEqual([1]);
  // Whoever asks at intervals goes on after one without sense.
  expect(answers).toHaveLength(4);
});
