import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { Sourced, SourceMark, SourceNote } from '../src/site/prose/Source.tsx';
import { remarkSources } from './sources.ts';

async function render(markdown: string): Promise<string> {
  const file = { path: `${process.cwd()}/content/chapters/x.mdx`, value: markdown };
  const { default: Content } = await evaluate(file, { ...runtime, remarkPlugins: [remarkGfm, remarkSources] });
  return renderToStaticMarkup(createElement(Content, { components: { Sourced, SourceMark, SourceNote } }));
}

test('a source becomes a number in the text and a note after the paragraph', async () => {
  const html = await render('One<Source href="https://a" title="a(7)">The `table`.</Source> two.');
  expect(html).toMatch(/<p>One<sup.*?href="#source-1".*?>1<\/a><\/sup> two\.<\/p><div[^>]*id="source-1"/);
  expect(html).toContain('The <code>table</code>.');
  expect(html).toContain('<a class="source-title" href="https://a">a(7)</a>');
});

test('sources are counted through the chapter, in lists and in emphasis too', async () => {
  const source = '<Source href="https://a" title="a">x</Source>';
  const html = await render(`One${source}.\n\n- Two${source}.\n\n  More.\n- **Three${source}.**\n`);
  expect([...html.matchAll(/id="source-(\d)"/g)].map((match) => match[1])).toEqual(['1', '2', '3']);
  expect([...html.matchAll(/id="mark-(\d)"/g)].map((match) => match[1])).toEqual(['1', '2', '3']);
});

test('a table’s sources stand after the whole table', async () => {
  const source = (title: string) => `<Source href="https://a" title="${title}">x</Source>`;
  const html = await render(
    `| one | two |\n|---|---|\n| a${source('first')} | b${source('second')} |\n\nEnd${source('third')}.`,
  );
  expect(html).toMatch(/<div class="sourced"><table>.*<\/table><div[^>]*id="source-1".*id="source-2".*<p>End/s);
  expect(html).toMatch(/<td>a<sup.*?#source-1.*<td>b<sup.*?#source-2/s);
});

test('a paragraph without a source stays as it is', async () => {
  expect(await render('Plain.')).toBe('<p>Plain.</p>');
});

test('a source without an address fails in one sentence with file and line', async () => {
  await expect(render('Text.\n\nOne<Source title="a">x</Source>.')).rejects.toThrow(
    'content/chapters/x.mdx, line 3: expected <Source href="…" title="…">, found one without href.',
  );
});
