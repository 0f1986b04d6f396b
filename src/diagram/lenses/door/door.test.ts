import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Door, doors } from '../../../host/doors.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { sampleHost } from '../../../host/sample.ts';
import { withSlab } from '../../../host/sample-slab.ts';
import type { Try } from '../../../recording/script.ts';
import type { Drawing, Format, Shape } from '../../drawing.ts';
import { canvasOf, layout } from '../../layout.ts';
import { collisions } from '../../paper/collisions.ts';
import { texts } from '../../paper/reading.ts';

const widths: Format[] = ['tall', 'landscape'];
const one = withSlab(sampleHost({ containers: [{ name: 'web', others: [{ comm: 'bash', args: 'bash' }] }] }));
const two = withSlab(sampleHost({ containers: [{ name: 'one' }, { name: 'two' }] }));
const all = '000001ffffffffff';
const free = withSlab(one, { effective: all, bounding: all, seccomp: 0, label: 'unconfined' });

function draw(facts: HostFacts, width: Format, drawn: Door[] = [], shut: Door[] = []): Drawing {
  const canvas = canvasOf([facts], 'door', width, { doors: drawn });
  return layout(facts, 'door', width, { canvas, veiled: shut.map((door) => `door:${door}`) });
}

function shape(drawing: Drawing, id: string): Shape | undefined {
  return drawing.shapes.find((each) => each.id === id);
}

describe('doors', () => {
  test('meet nothing, however many, open or shut, at both widths', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...doors], { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(one, two, free),
        (drawn, shut, facts) => {
          for (const width of widths) expect(collisions(draw(facts, width, drawn, drawn.slice(0, shut)))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  test('tell where they lead only when they are open', () => {
    const open = draw(one, 'tall', ['boot', 'memory'], ['memory']);
    expect(texts(open)).toEqual(expect.arrayContaining(['boot id', '8f1e04c2', 'memory', '?']));
    expect(texts(open)).not.toContain('4013728 kB');
    expect(shape(open, 'door:boot:web/arrow')).toBeDefined();
    expect(shape(open, 'door:memory:web/arrow')).toBeUndefined();
    expect(open.alternative).toContain('boot id 8f1e04c2');
    expect(open.alternative).not.toContain('4013728');
  });

  test('say what the fence leaves of them', () => {
    expect(texts(draw(one, 'landscape', ['clock', 'log']))).toEqual(expect.arrayContaining(['read only', 'refused']));
    const loose = texts(draw(free, 'landscape', ['clock', 'log']));
    expect(loose).toEqual(expect.arrayContaining(['read and set', 'read']));
  });

  test('stand in each room that is over the slab, and lead to one thing', () => {
    for (const width of widths) {
      const drawing = draw(two, width, ['file']);
      const ends = ['one', 'two'].map((name) => {
        const arrow = shape(drawing, `door:file:${name}/arrow`);
        return arrow?.kind === 'line' ? arrow.points.at(-1)?.[1] : undefined;
      });
      expect(ends[0]).toBeDefined();
      expect(ends[0]).toBe(ends[1]);
      expect(texts(drawing).filter((text) => text === 'inode 131842')).toHaveLength(1);
    }
  });

  test('let the host ask without a wall, where one room stands over the slab', () => {
    expect(shape(draw(one, 'tall', ['boot'], []), 'host:way/into-boot')).toBeDefined();
    expect(shape(draw(one, 'tall', ['boot'], ['boot']), 'host:way/into-boot')).toBeUndefined();
  });
});

describe('the fence', () => {
  test('meets nothing at both widths', () => {
    for (const facts of [one, two, free, withSlab(one, { effective: '0', seccomp: 1, label: '' })])
      for (const width of widths) expect(collisions(draw(facts, width))).toEqual([]);
  });

  test('has a pale for each capability that is withheld, and none where all are granted', () => {
    const drawing = draw(one, 'tall');
    const pales = shape(drawing, 'fence:caps:web/shut/pales');
    const tops =
      pales?.kind === 'line' ? pales.points.filter(([, y], index, all) => y < (all[index - 1]?.[1] ?? 0)) : [];
    expect(tops).toHaveLength(41 - 14);
    expect(shape(draw(free, 'tall'), 'fence:caps:web/open/pales')).toBeUndefined();
    expect(texts(drawing)).toEqual(expect.arrayContaining(['14 of 41 granted', 'a filter', 'docker-default']));
    expect(drawing.alternative).toContain('capabilities: 14 of 41 granted');
  });

  test('is dotted where it holds nothing back', () => {
    const drawing = draw(free, 'tall');
    for (const rail of ['seccomp', 'caps', 'apparmor'])
      expect(shape(drawing, `fence:${rail}:web/open/rail`)).toMatchObject({ dash: 'dots' });
  });

  test('keeps back what a question asks for', () => {
    const canvas = canvasOf([one], 'door', 'tall');
    const drawing = layout(one, 'door', 'tall', { canvas, veiled: ['fence:caps:web'] });
    expect(texts(drawing)).toContain('?');
    expect(drawing.shapes.some(({ id }) => id.endsWith('/pales'))).toBe(false);
    expect(drawing.alternative).not.toContain('14 of 41');
  });

  test('stops a call at one rail: those before it are passed, and those behind are not reached or would stop it, too', () => {
    const tries: Try = {
      by: 'web',
      call: 'mount',
      needs: 'sys_admin',
      stoppedBy: 'caps',
      behind: ['apparmor'],
      says: 'permission denied',
    };
    for (const width of widths) {
      const canvas = canvasOf([one], 'door', width);
      const idle = layout(one, 'door', width, { canvas });
      const drawing = layout(one, 'door', width, { canvas, tries });
      const rail = shape(drawing, 'fence:caps:web/shut/rail');
      const call = shape(drawing, 'call:web/call');
      expect(collisions(drawing)).toEqual([]);
      expect(rail).toMatchObject({ fill: 'mark' });
      expect(shape(idle, 'call:web/call')).toBeUndefined();
      if (call?.kind !== 'line' || rail?.kind !== 'box') throw new Error('No call and no rail.');
      expect(call.points.at(-1)?.[1]).toBe(rail.y - 3);
      expect(texts(drawing)).toEqual(
        expect.arrayContaining(['permission denied', 'would refuse it, too', 'no SYS_ADMIN']),
      );
      expect(shape(drawing, 'fence:devices:web/shut/sign')).toBeUndefined();
      expect(drawing.alternative).toContain(
        'mount is stopped by capabilities: permission denied. Behind it AppArmor would, too.',
      );
    }
  });

  test('lets a call through to the slab where none of it stops it', () => {
    const tries: Try = { by: 'web', call: 'unshare(2)', says: '65534' };
    const drawing = layout(free, 'door', 'tall', { canvas: canvasOf([free], 'door', 'tall'), tries });
    const [call, slab] = [shape(drawing, 'call:web/call'), shape(drawing, 'slab/slab')];
    if (call?.kind !== 'line' || slab?.kind !== 'box') throw new Error('No call and no slab.');
    expect(slab.y - (call.points.at(-1)?.[1] ?? 0)).toBeLessThan(4);
    expect(texts(drawing)).toContain('65534');
  });

  test('is not drawn where nobody asked for it', () => {
    const plain = sampleHost({ containers: [{ name: 'web' }] });
    expect(draw(plain, 'tall').shapes.some(({ part }) => part.startsWith('fence:'))).toBe(false);
  });
});
