import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { glossary } from '../content/glossary.ts';
import { remarkTerms } from './terms.ts';

function Term({ id, children }: { id: string; children: string }) {
  return createElement('a', { href: id }, children);
}

function Source() {
  return createElement('sup', null, 'capabilities');
}

async function render(markdown: string): Promise<string> {
  const { default: Content } = await evaluate(markdown, { ...runtime, remarkPlugins: [remarkTerms] });
  return renderToStaticMarkup(createElement(Content, { components: { Term, Source } }));
}

test('a term is linked where it is named first, in the form in which it stands there', async () => {
  expect(await render('Of namespaces and **a cgroup**, and another namespace.')).toBe(
    '<p>Of <a href="namespace">namespaces</a> and <strong>a <a href="cgroup">cgroup</a></strong>, and another namespace.</p>',
  );
});

test('the longer of two terms that begin at one place is meant', async () => {
  expect(await render('The overlay file system.')).toContain('<a href="overlay">overlay file system</a>');
});

test.each([
  '`namespace`',
  '[a namespace](/x)',
  '<Source />',
  'a sub-namespace',
  'kernel',
  '## A namespace',
  '- a namespace',
])('%s stays as it is', async (markdown) => {
  expect(await render(markdown)).not.toContain('href="namespace"');
  expect(await render(markdown)).not.toContain('href="kernel"');
});

test('the glossary is in the order of the alphabet, and no form means two things', () => {
  const names = glossary.map(({ term }) => term.replace(/^\W/, '').toLowerCase());
  expect(names).toEqual(names.toSorted());
  const forms = glossary.flatMap(({ term, also = [] }) => [term, ...also]).map((form) => form.toLowerCase());
  expect(new Set(forms).size).toBe(forms.length);
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
});
