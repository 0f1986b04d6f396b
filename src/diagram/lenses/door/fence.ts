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
import { grantedNames, shown, wrapped } from './rail-words.ts';
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

/** What the fences of a drawing are drawn from. */
interface Fenced {
  facts: HostFacts;
  plan: DoorPlan;
  canvas: Canvas;
  metrics: Metrics;
  veiled: string[];
  told: Told;
}

/** A fence below a room: what it holds back, what of it the step tells, and where its rails and the way through them are. */
interface Fence {
  fence: FenceView;
  name: string;
  tries: Told['tries'];
  alone: boolean;
  x: number;
  width: number;
  lane: number;
}

/** The fence below a room: a rail for each mechanism, dotted where it holds nothing back, and the call of this step on its way down. */
export function fenceShapes(room: Room, at: RoomPlan, picture: Fenced): Shape[] {
  const { facts, plan, metrics, told } = picture;
  const fence = fenceOf(room.container, facts);
  if (!fence) return [];
  const { name } = room.container;
  const alone = plan.low.length === 1;
  const [x, width] = alone ? [plan.from, plan.to - plan.from] : [at.x, at.width];
  const lane = alone ? (metrics.format === 'tall' ? x + 116 : 158) : x + width - 14;
  const tries = told.tries?.by === name ? told.tries : undefined;
  const stands: Fence = { fence, name, tries, alone, x, width, lane };
  const shapes = rails.flatMap((rail, index): Shape[] => {
    const row = plan.rows[index];
    return row ? railShapes(rail, row, stands, picture) : [];
  });
  return [...shapes, ...callShapes(room, at, lane, picture)];
}

/** One rail: its name, what it holds back or what became of the call there, and the capabilities that it is made of. */
function railShapes(rail: Rail, row: RowPlan, stands: Fence, picture: Fenced): Shape[] {
  const { fence, name, tries, alone, x, width, lane } = stands;
  const { metrics, veiled, told, canvas } = picture;
  const size = metrics.format === 'tall' ? 12.5 : 13;
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
    : (fate && wordsAt(fate, rail, open, stands, metrics)) || shown(rail, fence, told, part, metrics);
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
      ? [...pales(pen, row, stands, metrics, canvas), ...namesOf(pen, row, stands, told)]
      : []),
    ...(fate && !open ? sign(pen, fate, lane, row.y + headOf(row, rail, metrics) / 2) : []),
  ];
}

/** How much of a rail's height its words have. */
function headOf(row: RowPlan, rail: Rail, metrics: Metrics): number {
  return rail === 'caps' && metrics.format === 'tall' ? 26 : row.height;
}

/** What a rail says of the call of this step. */
function wordsAt(
  fate: Fate,
  rail: Rail,
  open: boolean,
  { fence, tries }: Fence,
  { format }: Metrics,
): string | undefined {
  const { needs, says } = tries ?? {};
  if (fate === 'stopped') return format === 'tall' ? errorIn(says ?? '') : says;
  if (fate === 'behind') return wording.wouldToo;
  if (fate === 'passed' && !open && rail === 'caps' && needs)
    return format === 'tall' ? wording.isOneOf(needs.toUpperCase(), granted(fence)) : wording.has(needs.toUpperCase());
  return undefined;
}

/** A pale for each capability that is withheld, in the order of their numbers, and a gap for one that is granted: one line, because a page has many. */
function pales(
  pen: Pen,
  row: RowPlan,
  { fence: { effective }, x, width }: Fence,
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
function namesOf(pen: Pen, row: RowPlan, { fence, x, width }: Fence, { reports = [] }: Told): Shape[] {
  if (!reports.some(({ of }) => of === 'capabilities')) return [];
  const lines = wrapped(grantedNames(fence), width - 18, Math.floor((row.height - 43) / 14));
  return lines.map((text, index) =>
    pen.text(`granted-${index}`, { x: x + 9, y: row.y + 53 + index * 14, text, size: 12, tone: 'soft' }),
  );
}

/** The call itself: from the room through the rails that let it pass, and what became of it. */
function callShapes(room: Room, at: RoomPlan, lane: number, { plan, metrics, told: { tries } }: Fenced): Shape[] {
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
