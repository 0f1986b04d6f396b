import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { sampleHost } from '../host/sample.ts';
import { LivingDiagram } from './LivingDiagram.tsx';
import { layout } from './layout/layout.ts';
import { groupsOf } from './marks.tsx';
import { StaticDiagram } from './StaticDiagram.tsx';

const facts = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const drawing = layout(facts, 'pid', 'full');
const still = renderToStaticMarkup(<StaticDiagram drawing={drawing} />);
const living = renderToStaticMarkup(
  <LivingDiagram drawing={drawing} lit={null} onPoint={() => {}} reduced={false} interactiveParts={[]} />,
);
const found = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, part]) => part);

test('both views draw the same parts, marks and texts in the same order', () => {
  for (const pattern of [/data-part="([^"]*)"/g, /<(rect|path|text)\b/g, />([^<]+)<\/text>/g, /class="([^"]*)"/g])
    expect(found(living, pattern)).toEqual(found(still, pattern));
});

test('the picture is one image with the drawing’s alternative as its name', () => {
  expect(still).toMatch(/^<svg class="dg" viewBox="0 0 490 \d+" role="img" aria-label="Host dockerhost: /);
  expect(still).not.toMatch(/ (id|style|tabindex)=/);
});

test('the markup of one drawing stays small, since a page holds one per step and width', () => {
  expect(still.length).toBeLessThan(8000);
});

test('every group begins at whole pixels, so that both views are rounded alike', () => {
  for (const { x, y } of groupsOf(drawing)) expect([x, y]).toEqual([Math.round(x), Math.round(y)]);
});
