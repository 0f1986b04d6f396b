import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { broken, drawCards, lightColours, plainCss, svgOf } from './card.ts';

const colours = lightColours(readFileSync('src/site/styles/tokens.css', 'utf8'));
const css = readFileSync('src/diagram/views/diagram.css', 'utf8');
const card = {
  path: 'cards/a.png',
  kicker: 'Namespaces & more',
  title: 'PID: the same process has two numbers',
  name: 'Site',
  tone: 'pid',
  drawing: '<svg class="dg" viewBox="0 0 490 400"><rect class="f-paper s-pid" width="9" height="9"></rect></svg>',
};

test('a text is broken where it would be wider than it may, and a long word stands alone', () => {
  const width = (text: string) => text.length;
  expect(broken('one two three', width, 8)).toEqual(['one two', 'three']);
  expect(broken('unbreakable a', width, 4)).toEqual(['unbreakable', 'a']);
});

test('the styles of the diagrams come out plain, every colour found among the tokens', () => {
  const plain = plainCss(css, colours);
  expect(plain).not.toMatch(/var\(|@media|light-dark/);
  expect(plain).toContain(`stroke: ${colours.get('pid')}`);
  expect(() => plainCss('a { fill: var(--none) }', colours)).toThrow(/expected the colour --none/);
});

test('a card holds words as text and its drawing within its frame', () => {
  const svg = svgOf(card, { colours, css: '' }, { width: (text) => text.length * 25 });
  expect(svg).toContain('Namespaces &amp; more');
  expect(svg.match(/<text/g)).toHaveLength(5);
  const [, x, y, scale] = /translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)/.exec(svg)?.map(Number) ?? [];
  expect(Number(x) + 490 * Number(scale)).toBeLessThanOrEqual(1200 - 48);
  expect(Number(y) + 400 * Number(scale)).toBeLessThanOrEqual(630 - 48);
});

test('a card is a PNG of the size that previews ask for', async () => {
  const [picture] = await drawCards(process.cwd(), [card]);
  const bytes = Buffer.from(picture?.bytes ?? []);
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});
