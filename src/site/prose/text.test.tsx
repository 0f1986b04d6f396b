import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Heading, Subheading, Table } from './text.tsx';

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
