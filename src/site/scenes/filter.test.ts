import { expect, test } from 'vitest';
import { filterRules, slugOf } from './filter.ts';

test('a chapter’s word is its path without its slashes, and the first chapter has one too', () => {
  expect(['/pid/', '/'].map(slugOf)).toEqual(['pid', 'introduction']);
});

test('each chapter and lens hides what is not its own, and only pairs without a scene say that there is none', () => {
  const rules = filterRules([
    { chapter: 'pid', lens: 'pid' },
    { chapter: 'pid', lens: 'wall' },
    { chapter: 'uts', lens: 'uts' },
  ]);
  const hides = (name: string, value: string) =>
    `main:has(.shelf-filter [name=${name}][value="${value}"]:checked) .shelf>:not([data-${name}="${value}"]){display:none}`;
  for (const chapter of ['pid', 'uts']) expect(rules.split(hides('chapter', chapter))).toHaveLength(2);
  for (const lens of ['pid', 'wall', 'uts']) expect(rules.split(hides('lens', lens))).toHaveLength(2);
  const none = [...rules.matchAll(/value="(\w+)"\]:checked\):has\([^)]*value="(\w+)"[^)]*\) \.shelf-none/g)];
  expect(none.map(([, chapter, lens]) => `${chapter} ${lens}`)).toEqual(['pid uts', 'uts pid', 'uts wall']);
});
