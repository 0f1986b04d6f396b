import { PresenceContext } from 'framer-motion';
import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MovingGroup, placed } from './MovingGroup.tsx';

const standing = { part: 'process:web', lit: false, x: 40, y: 8, opacity: 0.6, reduced: false, children: null };

/** A group as it is first drawn: in a drawing that comes with it, or in one that is there already. */
function first(more: Partial<ComponentProps<typeof MovingGroup>>, isFirstDrawing = false): string {
  const presence = { id: 'group', isPresent: true, initial: false as const, register: () => () => {} };
  const group = <MovingGroup {...standing} {...more} />;
  return renderToStaticMarkup(isFirstDrawing ? <PresenceContext value={presence}>{group}</PresenceContext> : group);
}

test('in the first drawing a group stands in its place, as strong as it is', () => {
  expect(first({ from: { x: 1, y: 2 } }, true)).toBe(
    '<g data-part="process:web" style="transform:translate(40px, 8px);opacity:0.6"></g>',
  );
});

test('one that comes later begins unseen where it comes from', () => {
  expect(first({ from: { x: 1, y: 2 } })).toContain('style="transform:translate(1px, 2px);opacity:0"');
});

test('one that comes from nowhere begins unseen in its own place', () => {
  expect(first({})).toContain('style="transform:translate(40px, 8px);opacity:0"');
});

test('a group that is pointed at is lit, and another is not', () => {
  expect(first({ lit: true })).toContain('class="hot"');
  expect(first({ lit: false })).not.toContain('class');
});

test('a place is the transform that leads there', () => {
  expect(placed(-3, 0.5)).toBe('translate(-3px, 0.5px)');
});
