import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Site } from '../site.ts';
import { ChapterContext, gathering } from './chapter-context.ts';
import { Heading, Link, Subheading, Table } from './text.tsx';

test('a heading’s address is its own words, code and signs included or left out alike each time', () => {
  const html = renderToStaticMarkup(
    <Heading>
      What <code>/proc</code> shows, and doesn’t
    </Heading>,
  );
  expect(html).toContain('<h2 id="what-proc-shows-and-doesn-t"><a class="anchor" href="#what-proc-shows-and-doesn-t">');
  expect(renderToStaticMarkup(<Subheading>A clock</Subheading>)).toBe('<h3 id="a-clock">A clock</h3>');
});

test('a table is named after its columns, so that two tables of a page are told apart', () => {
  const html = renderToStaticMarkup(
    <Table>
      <thead>
        <tr>
          <th />
          <th>escape</th>
          <th>
            fixed <em>in</em>
          </th>
        </tr>
      </thead>
      <tbody />
    </Table>,
  );
  expect(html).toContain('aria-label="Table: escape, fixed in"');
});

test('a link to a page of the site leads below the base, and no other link is changed', () => {
  const linked = (href: string, prefix?: string) =>
    renderToStaticMarkup(
      <ChapterContext
        value={{
          site: { base: '/repo/' } as Site,
          file: '',
          homes: new Map(),
          gathered: gathering(),
          ...(prefix ? { prefix } : {}),
        }}
      >
        <Link href={href}>x</Link>
      </ChapterContext>,
    );
  expect(linked('/user/#root-outside/3')).toBe('<a href="/repo/user/#root-outside/3">x</a>');
  for (const href of ['https://example.org/user/', '//example.org/', '#a-clock', '#two-walls/2'])
    expect(linked(href), href).toBe(`<a href="${href}">x</a>`);
  expect(linked('#a-clock', 'chapter-pid-')).toBe('<a href="#chapter-pid-a-clock">x</a>');
  expect(linked('#two-walls/2', 'chapter-pid-')).toBe('<a href="#two-walls/2">x</a>');
});
