import type { HostFacts } from '../../../host/facts.ts';
import { type FenceView, fenceOf, granted, type Rail, railPart, rails } from '../../../host/fence.ts';
import type { RoomPlan } from '../../building/geometry.ts';
import type { Room } from '../../building/moment.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { below, railHeights } from './plan.ts';

/** What a rail is called. */
export const railName: Record<Rail, string> = {
  seccomp: 'seccomp',
  caps: 'capabilities',
  apparmor: 'AppArmor',
  paths: 'paths',
  devices: 'devices',
};

/** The fence below a room: a rail for each mechanism, dotted where it holds nothing back. */
export function fenceShapes(facts: HostFacts, room: Room, at: RoomPlan, veiled: string[]): Shape[] {
  const fence = fenceOf(room.container, facts);
  if (!fence) return [];
  let y = at.y + at.height + below;
  return rails.flatMap((rail) => {
    const part = railPart(rail, room.container.name);
    const kept = veiled.includes(part);
    const open = !kept && !holds(rail, fence);
    // A rail that goes and the dots that come are two groups, as in a wall.
    const pen = penFor(part, `${part}/${kept ? 'kept' : open ? 'open' : 'shut'}`);
    const height = rail === 'caps' ? railHeights.caps : railHeights.plain;
    const box = { x: at.x, y, width: at.width, height };
    const baseline = y + railHeights.plain / 2 + middle(12.5);
    const name = shorten(railName[rail], 'sans-bold', 12.5, box.width - 16);
    const space = box.width - 16 - measure(name, 'sans-bold', 12.5) - 10;
    const value = space > 18 ? shorten(kept ? '?' : railValue(rail, fence), 'sans', 12.5, space) : '';
    y += height + railHeights.gap;
    return [
      pen.box('rail', {
        ...box,
        radius: 2,
        ...(open
          ? { stroke: 'soft' as const, strokeWidth: 1.4, dash: 'dots' as const }
          : { fill: 'paper' as const, stroke: 'ink' as const, strokeWidth: 1.6 }),
      }),
      pen.text('name', {
        x: box.x + 8,
        y: baseline,
        text: name,
        size: 12.5,
        font: 'sans-bold',
        tone: open ? 'soft' : 'ink',
      }),
      pen.text('value', {
        x: box.x + box.width - 8,
        y: baseline,
        text: value,
        size: 12.5,
        anchor: 'end',
        tone: open ? 'soft' : 'ink',
      }),
      ...(rail === 'caps' && !kept ? pales(pen, fence, box) : []),
    ];
  });
}

/** A pale for each capability that is withheld, in the order of their numbers, and a gap for one that is granted: one line, because a page has many. */
function pales(pen: Pen, { effective }: FenceView, box: { x: number; y: number; width: number }): Shape[] {
  const [top, foot] = [box.y + railHeights.plain + 1, box.y + railHeights.caps - 5];
  const pitch = (box.width - 16) / effective.length;
  const points = effective.flatMap((has, index): [number, number][] => {
    const x = Math.round(box.x + 8 + (index + 0.5) * pitch);
    const pale: [number, number][] = [
      [x, foot],
      [x, top],
      [x, foot],
    ];
    return has ? [] : pale;
  });
  return points.length > 0 ? [pen.line('pales', { points, stroke: 'ink', strokeWidth: Math.min(2, pitch * 0.4) })] : [];
}

/** Whether a rail holds anything back. */
function holds(rail: Rail, fence: FenceView): boolean {
  switch (rail) {
    case 'seccomp':
      return fence.seccomp > 0;
    case 'caps':
      return fence.effective.includes(false);
    case 'apparmor':
      return fence.profile !== '' && fence.profile !== 'unconfined';
    case 'paths':
      return fence.masked.length + fence.readOnly.length > 0;
    case 'devices':
      return fence.devices?.all !== true;
  }
}

/** What a rail holds back, in a few words. */
export function railValue(rail: Rail, fence: FenceView): string {
  switch (rail) {
    case 'seccomp':
      return fence.seccomp === 0 ? 'off' : fence.seccomp === 1 ? 'strict' : 'a filter';
    case 'caps':
      return `${granted(fence)} of ${fence.effective.length} granted`;
    case 'apparmor':
      return fence.profile || 'none';
    case 'paths': {
      const [masked, readOnly] = [fence.masked.length, fence.readOnly.length];
      return masked + readOnly === 0 ? 'none held back' : `${masked} masked, ${readOnly} read-only`;
    }
    case 'devices': {
      const { all, rules } = fence.devices ?? { all: false, rules: [] };
      return all ? 'all' : rules.length > 0 ? `a list, and ${rules.join(', ')}` : 'a list';
    }
  }
}
