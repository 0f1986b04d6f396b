import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { sampleHost } from '../../host/sample.ts';
import { withNetwork } from '../../host/sample-net.ts';
import { layout } from '../layout.ts';
import { LivingDiagram } from './LivingDiagram.tsx';
import { groupsOf } from './marks.tsx';
import { StaticDiagram } from './StaticDiagram.tsx';

const facts = sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] });
const drawing = layout(facts, 'pid', 'tall');
const still = renderToStaticMarkup(<StaticDiagram drawing={drawing} />);
const living = renderToStaticMarkup(
  <LivingDiagram drawing={drawing} lit={null} onPoint={() => {}} reduced={false} interactiveParts={[]} />,
);
const found = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].map(([, part]) => part);

test('both views draw the same parts, marks and texts in the same order', () => {
  // Only the living one may move; that is all that they differ in.
  for (const pattern of [/data-part="([^"]*)"/g, /<(rect|path|text)\b/g, />([^<]+)<\/text>/g, /class="([^"]*)"/g])
    expect(found(living.replace('"dg moving"', '"dg"'), pattern)).toEqual(found(still, pattern));
});

test('the picture is one image with the drawing’s alternative as its name', () => {
  expect(still).toMatch(/^<svg class="dg" viewBox="0 0 384 \d+" role="img" aria-label="Host dockerhost: /);
  expect(still).not.toMatch(/ (id|style|tabindex)=/);
});

test('the markup of one drawing stays small, since a page holds one per step and width', () => {
  expect(still.length).toBeLessThan(8000);
});

test('every group begins at whole pixels, so that both views are rounded alike', () => {
  for (const { x, y } of groupsOf(drawing)) expect([x, y]).toEqual([Math.round(x), Math.round(y)]);
});

test('what a gauge plays is in the living drawing alone, and only where it plays', () => {
  const box = drawing.shapes.find(({ kind }) => kind === 'box');
  if (box?.kind !== 'box') throw new Error('no box');
  const played = { ...drawing, shapes: [{ ...box, plays: [0, 2] }] };
  const alive = (plays: boolean) =>
    renderToStaticMarkup(
      <LivingDiagram
        drawing={played}
        lit={null}
        onPoint={() => {}}
        reduced={false}
        plays={plays}
        interactiveParts={[]}
      />,
    );
  expect(alive(true)).toContain('<g class="plays">');
  expect(alive(false)).not.toContain('class="plays"');
  expect(renderToStaticMarkup(<StaticDiagram drawing={played} />)).not.toContain('class="plays"');
});

describe('a packet on its way', () => {
  const sample = sampleHost({ containers: [{ name: 'db' }, { name: 'web' }] });
  const wired = withNetwork(sample, { db: ['docker0'], web: ['docker0'] });
  const sent = layout(wired, 'net', 'tall', { packet: { from: 'db', to: 'web' } });
  const alive = (reduced: boolean) =>
    renderToStaticMarkup(
      <LivingDiagram drawing={sent} lit={null} onPoint={() => {}} reduced={reduced} interactiveParts={[]} />,
    );

  test('is a line with an arrow in both views, and a dot only where there is motion', () => {
    const plain = renderToStaticMarkup(<StaticDiagram drawing={sent} />);
    for (const markup of [plain, alive(true), alive(false)]) expect(markup).toMatch(/<g class="way"><path d="M[^"]+"/);
    expect(plain).not.toContain('<circle');
    expect(alive(true)).not.toContain('<circle');
    expect(alive(false)).toContain('<circle');
  });

  test('leaves no trace in a step that sends none', () => {
    expect(still).not.toContain('class="way"');
  });
});
