import { capabilityNames } from '../../../host/capabilities.ts';
import type { HostFacts } from '../../../host/facts.ts';
import { type FenceView, fenceOf, granted, holds, type Rail, railPart, rails } from '../../../host/fence.ts';
import type { Canvas, RoomPlan, Told } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { type DoorPlan, namesCaps, type RowPlan } from './plan.ts';
import { arrowDown, errorIn, type Fate, fateAt, sign } from './way.ts';
import * as wording from './words.ts';

const ink = { fill: 'paper', stroke: 'ink', strokeWidth: 1.6 } as const;
/** How a rail is drawn that holds something back, by what became of the call. */
const looks = {
  idle: ink,
  passed: { fill: 'paper', stroke: 'soft', strokeWidth: 1.4 },
  stopped: { fill: 'mark', stroke: 'ink', strokeWidth: 3.4 },
  behind: { fill: 'paper', stroke: 'soft', strokeWidth: 1.4 },
  unreached: { stroke: 'line', strokeWidth: 1.2 },
} as const;

/** The fence below a room: a rail for each mechanism, dotted where it holds nothing back, and the call of this step on its way down. */
export function fenceShapes(
  facts: HostFacts,
  room: Room,
  at: RoomPlan,
  plan: DoorPlan,
  canvas: Canvas,
  metrics: Metrics,
  veiled: string[],
  told: Told,
): Shape[] {
  const fence = fenceOf(room.container, facts);
  if (!fence) return [];
  const { name } = room.container;
  const tries = told.tries?.by === name ? told.tries : undefined;
  const alone = plan.low.length === 1;
  const [x, width] = alone ? [plan.from, plan.to - plan.from] : [at.x, at.width];
  const lane = alone ? (metrics.format === 'tall' ? x + 116 : 158) : x + width - 14;
  const size = metrics.format === 'tall' ? 12.5 : 13;
  const shapes = rails.flatMap((rail, index): Shape[] => {
    const row = plan.rows[index];
    if (!row) return [];
    const part = railPart(rail, name);
    const kept = veiled.includes(part);
    const open = !kept && !holds(rail, fence);
    // A rail that goes and the dots that come are two groups, as in a wall.
    const pen = penFor(part, `${part}/${kept ? 'kept' : open ? 'open' : 'shut'}`);
    const fate = tries && !kept ? fateAt(rail, tries) : undefined;
    const baseline = row.y + headOf(row, rail, metrics) / 2 + middle(size);
    const tone = open || fate === 'unreached' ? 'soft' : 'ink';
    const lacks = rail === 'caps' && tries?.needs && (fate === 'stopped' || fate === 'behind');
    const title = lacks ? wording.lacks(tries.needs?.toUpperCase()) : wording.rails[rail];
    const called = shorten(title, 'sans-bold', size, (alone ? lane - x : width) - 24);
    const end = alone ? x + width - 9 : lane - 10;
    const start = alone ? lane + (fate === 'passed' ? 22 : 11) : x + 8 + measure(called, 'sans-bold', size) + 10;
    const value = kept
      ? '?'
      : (fate && wordsAt(rail, fate, open, fence, tries?.needs, tries?.says, metrics)) ||
        shown(rail, fence, told, part, metrics);
    return [
      pen.box('rail', {
        x,
        y: row.y,
        width,
        height: row.height,
        radius: 2,
        ...(open ? { stroke: 'soft' as const, strokeWidth: 1.4, dash: 'dots' as const } : looks[fate ?? 'idle']),
        ...(fate === 'stopped' && !open && metrics.format === 'landscape' ? { strokeWidth: 2.6 } : {}),
      }),
      pen.text('name', { x: x + 9, y: baseline, text: called, size, font: 'sans-bold', tone }),
      ...(end - start > 18
        ? [
            pen.text('value', {
              x: end,
              y: baseline,
              text: shorten(value, 'sans', size, end - start),
              size,
              anchor: 'end',
              tone,
            }),
          ]
        : []),
      ...(rail === 'caps' && !kept && metrics.format === 'tall'
        ? pales(pen, fence, x, width, row, metrics, canvas)
        : []),
      ...(rail === 'caps' && !kept && metrics.format === 'tall' ? namesOf(pen, fence, x, width, row, told) : []),
      ...(fate && !open ? sign(pen, fate, lane, row.y + headOf(row, rail, metrics) / 2) : []),
    ];
  });
  return [...shapes, ...callShapes(room, at, plan, metrics, lane, told)];
}

/** How much of a rail's height its words have. */
function headOf(row: RowPlan, rail: Rail, metrics: Metrics): number {
  return rail === 'caps' && metrics.format === 'tall' ? 26 : row.height;
}

function wordsAt(
  rail: Rail,
  fate: Fate,
  open: boolean,
  fence: FenceView,
  needs: string | undefined,
  says: string | undefined,
  { format }: Metrics,
): string | undefined {
  if (fate === 'stopped') return format === 'tall' ? errorIn(says ?? '') : says;
  if (fate === 'behind') return wording.wouldToo;
  if (fate === 'passed' && !open && rail === 'caps' && needs)
    return format === 'tall' ? wording.isOneOf(needs.toUpperCase(), granted(fence)) : wording.has(needs.toUpperCase());
  return undefined;
}

/** What a rail holds back; where the step's output reads it, as it is read there. */
function shown(rail: Rail, fence: FenceView, told: Told, part: string, { format }: Metrics): string {
  if (!told.about?.includes(part) || told.tries) return railValue(rail, fence);
  if (rail === 'caps') {
    const mask = format === 'tall' ? fence.mask : fence.mask.replace(/^0+/, '');
    return `${granted(fence)} of ${fence.effective.length}: ${mask}`;
  }
  if (rail === 'seccomp') return wording.withMode(railValue(rail, fence), fence.seccomp);
  return rail === 'apparmor' && fence.profile ? wording.profile(fence.profile) : railValue(rail, fence);
}

/** A pale for each capability that is withheld, in the order of their numbers, and a gap for one that is granted: one line, because a page has many. */
function pales(
  pen: Pen,
  { effective }: FenceView,
  x: number,
  width: number,
  row: RowPlan,
  metrics: Metrics,
  canvas: Canvas,
): Shape[] {
  const top = row.y + 28;
  const foot = namesCaps(canvas) ? top + 11 : row.y + row.height - 6;
  const pitch = (width - 18) / effective.length;
  const points = effective.flatMap((has, index): [number, number][] => {
    const at = Math.round(x + 9 + (index + 0.5) * pitch);
    const pale: [number, number][] = [
      [at, foot],
      [at, top],
      [at, foot],
    ];
    return has ? [] : pale;
  });
  return points.length > 0
    ? [pen.line('pales', { points, stroke: 'ink', strokeWidth: Math.min(metrics.pitch, pitch * 0.4) })]
    : [];
}

/** The names of those that are granted, once a step has read them. */
function namesOf(pen: Pen, fence: FenceView, x: number, width: number, row: RowPlan, { reports = [] }: Told): Shape[] {
  if (!reports.some(({ of }) => of === 'capabilities')) return [];
  const lines = wrapped(grantedNames(fence), width - 18, Math.floor((row.height - 43) / 14));
  return lines.map((text, index) =>
    pen.text(`granted-${index}`, { x: x + 9, y: row.y + 53 + index * 14, text, size: 12, tone: 'soft' }),
  );
}

/** The names of the capabilities that a fence leaves, without their prefix. */
export function grantedNames({ mask }: FenceView): string[] {
  return capabilityNames(mask).map((name) => name.replace(/^cap_/, ''));
}

/** Names in so many lines, and the number of those for which there is no room. */
export function wrapped(names: string[], width: number, most: number): string[] {
  for (let shown = names.length; shown > 0; shown--) {
    const rest = names.length - shown;
    const words = [...names.slice(0, shown), ...(rest > 0 ? [common.more(rest)] : [])];
    const lines: string[] = [];
    for (const [index, word] of words.entries()) {
      const text = index < words.length - 1 ? `${word},` : word;
      const longer = lines.length > 0 ? `${lines.at(-1)} ${text}` : text;
      if (lines.length > 0 && measure(longer, 'sans', 12.5) <= width) lines[lines.length - 1] = longer;
      else lines.push(text);
    }
    if (lines.length <= most && lines.every((line) => measure(line, 'sans', 12.5) <= width)) return lines;
  }
  return [];
}

/** The call itself: from the room through the rails that let it pass, and what became of it. */
function callShapes(
  room: Room,
  at: RoomPlan,
  plan: DoorPlan,
  metrics: Metrics,
  lane: number,
  { tries }: Told,
): Shape[] {
  const { name } = room.container;
  if (tries?.by !== name) return [];
  const pen = penFor(`container:${name}`, `call:${name}`);
  const { stoppedBy } = tries;
  const stop = stoppedBy && plan.rows[rails.indexOf(stoppedBy)];
  const foot = (plan.rows.at(-1)?.y ?? 0) + (plan.rows.at(-1)?.height ?? 0) + 10;
  const low = metrics.format === 'landscape';
  const from = low ? at.y + 6 : at.inside.y + at.inside.height - 5;
  const line: [number, number][] = [
    [lane, from],
    [lane, stop ? stop.y - 3 : foot],
  ];
  const y = low ? at.labelBaseline : at.y + at.height + 20;
  const right = low ? at.inside.x + at.inside.width - 5 : plan.to - 4;
  const call = shorten(tries.call, 'mono', 13, right - lane - 12);
  const verdict = stop ? common.refused : tries.says;
  const space = right - lane - 12 - measure(call, 'mono', 13) - 12;
  return [
    ...arrowDown(pen, 'call', line),
    ...(plan.low.length === 1
      ? [
          pen.text('name', { x: lane + 10, y, text: call, size: 13, font: 'mono' }),
          ...(space > 24 && !(stop && low)
            ? [
                pen.text('verdict', {
                  x: right,
                  y,
                  text:
                    measure(verdict, 'sans-bold', 13) <= space
                      ? verdict
                      : shorten(wording.passes, 'sans-bold', 13, space),
                  size: 13,
                  font: 'sans-bold',
                  anchor: 'end',
                }),
              ]
            : []),
        ]
      : []),
  ];
}

/** What a rail holds back, in a few words. */
export function railValue(rail: Rail, fence: FenceView): string {
  switch (rail) {
    case 'seccomp':
      return wording.seccomp(fence.seccomp);
    case 'caps':
      return wording.granted(granted(fence), fence.effective.length);
    case 'apparmor':
      return fence.profile || wording.noProfile;
    case 'paths':
      return wording.paths(fence.masked.length, fence.readOnly.length);
    case 'devices': {
      const { all, rules } = fence.devices ?? { all: false, rules: [] };
      return wording.devices(all, rules);
    }
  }
}
