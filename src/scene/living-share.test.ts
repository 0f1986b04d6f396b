import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLivingShare } from './living-share.ts';

test('scenes get terminals while there are any, and then from those that were only near', () => {
  const share = createLivingShare(4);
  share.claim('a', 2, false);
  share.claim('b', 2, false);
  share.claim('c', 1, false);
  expect(['a', 'b', 'c'].filter(share.holds)).toEqual(['b', 'c']);
});

test('nobody who uses a scene loses its terminals to one that only comes near, however late that wakes', () => {
  const share = createLivingShare(4);
  share.claim('a', 2, false);
  share.claim('a', 2, true);
  share.claim('b', 3, false);
  expect(['a', 'b'].filter(share.holds)).toEqual(['a']);
  share.claim('b', 3, true);
  expect(['a', 'b'].filter(share.holds)).toEqual(['b']);
  share.release('b');
  share.claim('b', 3, false);
  share.claim('a', 2, false);
  expect(['a', 'b'].filter(share.holds)).toEqual(['a']);
});

test('a scene that is used takes terminals from the one that was used longest ago', () => {
  const share = createLivingShare(4);
  share.claim('a', 2, false);
  share.claim('b', 2, false);
  share.claim('a', 2, true);
  share.claim('c', 1, true);
  expect(['a', 'b', 'c'].filter(share.holds)).toEqual(['a', 'c']);
});

test('however scenes come and go, no more terminals are alive than the share has, and the used scene has its own', () => {
  const deed = fc.record({ scene: fc.integer({ min: 0, max: 7 }), press: fc.boolean(), gone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(deed), (deeds) => {
      const panes = (scene: number) => (scene % 3) + 1;
      const share = createLivingShare(4);
      for (const { scene, press, gone } of deeds) {
        if (gone) share.release(String(scene));
        else share.claim(String(scene), panes(scene), press);
        const alive = [0, 1, 2, 3, 4, 5, 6, 7].filter((one) => share.holds(String(one)));
        expect(alive.reduce((sum, one) => sum + panes(one), 0)).toBeLessThanOrEqual(4);
        if (press && !gone) expect(alive).toContain(scene);
      }
    }),
  );
});

test('whoever listens hears of a change, and of nothing else', () => {
  const share = createLivingShare(1);
  let heard = 0;
  const stop = share.subscribe(() => {
    heard += 1;
  });
  share.claim('a', 1, false);
  share.claim('a', 1, true);
  share.claim('b', 1, false);
  share.claim('a', 1, true);
  expect(heard).toBe(1);
  share.claim('b', 1, true);
  expect(heard).toBe(2);
  stop();
  share.release('b');
  expect(heard).toBe(2);
});
