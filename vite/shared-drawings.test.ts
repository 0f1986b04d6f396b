import { expect, test } from 'vitest';
import { withSharedDrawings } from './shared-drawings.ts';

const hatching = '<svg><defs><pattern id="hatch"></pattern></defs></svg>';
const rect = (x: number, look = 'f-paper s-line') =>
  `<rect x="${x}" y="2" width="30" height="40" class="${look}"></rect>`;
const words = (text: string, look = '') => `<text x="1" y="2"${look && ` class="${look}"`}>${text}</text>`;
const way = '<g class="way"><path d="M0 0h9"></path><path d="M9 0l2 2"></path></g>';

/** A page with a scene whose steps are drawn with these shapes. */
function page(...steps: string[]): string {
  const drawn = steps.map(
    (shapes, k) =>
      `<svg class="dg" viewBox="0 0 9 9" role="img" aria-label="New: ${k}. Host dockerhost: 9 processes."><g data-part="host">${shapes}</g></svg>`,
  );
  return `${hatching}<section id="one">${drawn.join('<p>A step.</p>')}</section>`;
}

/** The shapes of each drawing, with every reference followed; `fresh` is told of each shape that is or stands in something fresh. */
function drawn(html: string): string[] {
  return [...html.matchAll(/<svg class="dg".*?<\/svg>/gs)].map(([svg]) =>
    svg
      .replaceAll(/<use href="#(\w+)"( class="fresh")?\/>/g, (_, id, fresh = '') => {
        const target = new RegExp(`<g id="${id}">(.*?)</g>(?=<g id|</defs>)`, 's').exec(html)?.[1];
        return `<g${fresh}>${target}</g>`;
      })
      .replaceAll(/<g class="fresh">(.*?)<\/g>/gs, (_, inside: string) =>
        inside.replaceAll(/<(rect|path|text)([^>]*?)(\/?)>/g, '<$1$2 fresh$3>'),
      )
      .replaceAll(/ class="([^"]*?) ?fresh"/g, (_, look) => (look ? ` class="${look}" fresh` : ' fresh'))
      .replaceAll(
        /<svg[^>]*>|<\/svg>|<g>|<g data[^>]*>|<\/g>|<g class="way">|<\/(?:rect|path)>|(?<=<[^>]*)\/(?=>)/g,
        '',
      ),
  );
}

test('every drawing shows the same shapes in the same order, and the same of them are fresh', () => {
  const served = page(
    rect(1) + rect(2) + words('web'),
    rect(1) + rect(2) + words('web', 'fresh') + rect(3, 'f-paper s-line fresh'),
    rect(1) + rect(2) + words('web', 'b') + rect(3) + way,
    rect(2) + rect(1) + rect(3) + way,
  );
  const shared = withSharedDrawings(served);
  expect(shared).not.toBe(served);
  expect(drawn(shared)).toEqual(drawn(served));
  expect(drawn(shared)[1]?.match(/ fresh/g)).toHaveLength(2);
  const touched = page(rect(1) + rect(2), rect(1) + rect(2, 'f-paper s-line fresh'));
  expect(drawn(withSharedDrawings(touched))).toEqual(drawn(touched));
});

test('what several drawings have is written once, and shapes that always follow each other have one reference', () => {
  const shared = withSharedDrawings(page(rect(1) + rect(2) + rect(3), rect(1) + rect(2), rect(1) + rect(2) + rect(4)));
  expect(shared.match(/x="1"/g)).toHaveLength(1);
  expect(shared.match(/<use /g)).toHaveLength(3);
  expect(shared).toContain(`">${rect(1)}${rect(2)}</g>`.replaceAll('></rect>', '/>'));
  const apart = withSharedDrawings(page(rect(1) + rect(2), rect(1) + rect(2), rect(3) + rect(2)));
  expect(apart.match(/x="2"/g)).toHaveLength(1);
});

test('what is referred to refers to nothing, since a reference is drawn as a copy', () => {
  const defined = /<\/pattern>(.*?)<\/defs>/s.exec(withSharedDrawings(page(rect(1), rect(1) + rect(2), rect(2))))?.[1];
  expect(defined).toContain('<rect');
  expect(defined).not.toContain('<use');
});

test('each drawing has its own name, and a name of two drawings is written once', () => {
  const shared = withSharedDrawings(page(rect(1), rect(1), rect(1)).replace('New: 2', 'New: 1'));
  const names = [...shared.matchAll(/ aria-labelledby="(\w+)"/g)].map(
    ([, id]) => new RegExp(`id="${id}"><text>(.*?)</text>`).exec(shared)?.[1],
  );
  expect(names).toEqual([0, 1, 1].map((k) => `New: ${k}. Host dockerhost: 9 processes.`));
  expect(shared.match(/Host dockerhost/g)).toHaveLength(2);
});

test('a page without a place for it, and a drawing that stands alone, stay as they are', () => {
  for (const html of [page(rect(1), rect(1)).replace(hatching, ''), page(rect(1) + rect(1))])
    expect(withSharedDrawings(html)).toBe(html);
});
