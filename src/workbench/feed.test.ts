import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { HostFacts } from '../host/facts.ts';
import { createFeed } from './feed.ts';

const answer = readFileSync('src/host/fixtures/collected-busybox.txt', 'utf8');

function begin() {
  const sent: string[] = [];
  const facts: HostFacts[] = [];
  const feed = createFeed('echo', (text) => sent.push(text), {
    words: () => ['uts'],
    onFacts: (each) => facts.push(each),
  });
  return { sent, facts, feed };
}

test('The guest is given the collector before it is asked the first time.', () => {
  const { sent, feed } = begin();
  feed.stir();
  expect(sent).toEqual(['store 4\necho']);
  feed.said('stored\r\n');
  expect(sent.at(-1)).toBe('read uts\n');
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
  expect(sent.filter((text) => text === 'read uts\n')).toHaveLength(2);
});

test('A guest whose end of the line begins anew is given the collector again.', () => {
  const { sent, feed } = begin();
  feed.stir();
  feed.said('stored\n');
  feed.said('== host\nworkb\nready\n');
  expect(sent.at(-1)).toBe('store 4\necho');
});
