import { quotaOf, writeLimitOf } from '../../../host/cgroups.ts';
import { meterPart } from '../../../host/entity.ts';
import type { Cgroup, CgroupSample, Supply } from '../../../host/facts.ts';
import type { Metered } from '../../../recording/script.ts';
import type { Sampled } from '../../building/geometry.ts';
import type { Format, Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import { bytesText, cpusText } from './gauges.ts';
import type { BlockPlan } from './plan.ts';
import * as wording from './words.ts';

/** One cgroup's samples: seconds since the first, and values that the kind says. */
export interface Series {
  of: Metered;
  points: { t: number; value: number }[];
  seconds: number;
}

const fieldOf: Record<Metered, Exclude<keyof CgroupSample, 'path'>> = {
  cpu: 'usage',
  memory: 'memory',
  pids: 'pids',
  io: 'written',
};

/** The samples of the container with this id; undefined when there are fewer than two. */
export function seriesOf({ of, samples }: Sampled, id: string): Series | undefined {
  const field = fieldOf[of];
  const points = samples.flatMap(({ t, cgroups }) => {
    const value = cgroups.find(({ path }) => path.includes(id))?.[field];
    return value === undefined ? [] : [{ t, value }];
  });
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2 || last.t <= first.t) return undefined;
  // Microseconds become seconds; of what is written only what was written here counts.
  const scale = of === 'cpu' ? 1e-6 : 1;
  const base = of === 'cpu' || of === 'io' ? first.value : 0;
  return {
    of,
    points: points.map(({ t, value }) => ({ t: t - first.t, value: (value - base) * scale })),
    seconds: last.t - first.t,
  };
}

/** How much a counter grew a second: CPUs in use, or bytes written. */
export function rateOf({ points, seconds }: Series): number {
  return (points.at(-1)?.value ?? 0) / seconds;
}

/** The highest value: of CPU time, the highest rate between two samples. */
export function highestOf(series: Series): number {
  if (series.of !== 'cpu') return Math.max(...series.points.map(({ value }) => value));
  return Math.max(...pairsOf(series).map(({ from, to }) => (to.value - from.value) / (to.t - from.t)));
}

function pairsOf({ points }: Series) {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from && to.t > from.t ? [{ from, to }] : [];
  });
}

/** The values of so many columns of equal time: of CPU time how much of each column it was used, of others the highest. */
export function columnsOf(series: Series, count: number): number[] {
  const { points, seconds } = series;
  const width = seconds / count;
  if (series.of === 'cpu') return growthOf(series, count);
  let held = points[0]?.value ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const inside = points.filter(({ t }) => t >= index * width && t < (index + 1) * width);
    const value = Math.max(held, ...inside.map((point) => point.value));
    held = inside.at(-1)?.value ?? held;
    return inside.length > 0 ? Math.max(...inside.map((point) => point.value)) : value;
  });
}

/** How fast a counter grew in each of so many columns of equal time, a second. */
export function growthOf({ points, seconds }: Series, count: number): number[] {
  const width = seconds / count;
  const grown = (from: number, to: number) => valueAt(points, to) - valueAt(points, from);
  return Array.from({ length: count }, (_, index) => grown(index * width, (index + 1) * width) / width);
}

/** A counter between two samples: it grew evenly, as far as anyone knows. */
function valueAt(points: Series['points'], t: number): number {
  const at = points.findIndex((point) => point.t >= t);
  const [from, to] = [points[at - 1], points[at]];
  if (!to) return points.at(-1)?.value ?? 0;
  if (!from) return to.value;
  return from.value + ((to.value - from.value) * (t - from.t)) / (to.t - from.t);
}

interface Scale {
  /** What the top edge stands for. */
  top: number;
  /** Where the line is, in the same unit; undefined: there is none. */
  line: number | undefined;
  topText: string;
  lineText: string;
}

/** The scale of a strip: up to the limit and a little more, or as high as it came. */
function scaleOf(series: Series, sampled: Sampled, group: Cgroup | undefined, supply: Supply | undefined): Scale {
  const high = highestOf(series);
  const scale = (line: number | undefined, text: (value: number) => string): Scale => {
    const top = line === undefined ? high * 1.15 || 1 : Math.max(line, high) * 1.15;
    return {
      top,
      line,
      topText: wording.upTo(text(high)),
      lineText: line === undefined ? wording.noLimit : wording.line(text(line)),
    };
  };
  if (series.of === 'memory') return scale(group && limitIn(group.memoryMax), bytesText);
  if (series.of === 'pids') return scale(group && limitIn(group.pidsMax), String);
  if (series.of === 'io') {
    const limit = group && writeLimitOf(group);
    const top = Math.max(high, (limit ?? 0) * series.seconds) * 1.05 || 1;
    const lineText = limit === undefined ? wording.noLimit : wording.dashes(bytesText(limit));
    return { top, line: undefined, topText: wording.written(bytesText(high)), lineText };
  }
  const quota = group && quotaOf(group);
  // Side by side they are compared: one scale for all.
  const paths = new Set(sampled.samples.flatMap(({ cgroups }) => cgroups.map(({ path }) => path)));
  const all = [...paths].flatMap((path) => seriesOf(sampled, path) ?? []).map(highestOf);
  const top = Math.max(high, quota ?? 0, ...all) > 1.1 ? (supply?.cpus ?? Math.ceil(high)) : 1;
  const lineText = quota === undefined ? wording.noQuota : wording.quota(cpusText(quota));
  return { top, line: quota, topText: wording.top(cpusText(top)), lineText };
}

function limitIn(value: number): number | undefined {
  return value < 0 ? undefined : value;
}

/** Px of a column, and of a step of its height: fine enough to see, coarse enough to send. */
const grain = { column: 3, cpu: 4, other: 1 };

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The empty strip of a container of which nothing was sampled yet. */
export function emptyStrip(name: string, at: Place, size: number): Shape[] {
  const pen = penFor(meterPart(name), `strip:${name}/none`);
  const text = shorten(wording.notSampled, 'sans', size, at.width - 6);
  const y = at.y + at.height / 2 + 4;
  return [
    pen.box('plot', { ...at, stroke: 'line', dash: 'dashes' }),
    pen.text('none', { x: at.x + at.width / 2, y, text, size, anchor: 'middle', tone: 'soft' }),
  ];
}

/** What was sampled of a container, and what it is held against. */
interface Sampling {
  name: string;
  series: Series;
  sampled: Sampled;
  group: Cgroup | undefined;
  supply: Supply | undefined;
}

/** What was sampled of a container, over time: the area below the values, and the limit as a line. */
export function stripShapes(
  { name, series, sampled, group, supply }: Sampling,
  { strip: at, narrow }: Pick<BlockPlan, 'strip' | 'narrow'>,
  format: Format,
  read: boolean,
): Shape[] {
  // One strip is one group: another step's is another, and comes anew.
  const pen = penFor(meterPart(name), `strip:${name}/${sampled.samples[0]?.t ?? 0}`);
  const scale = scaleOf(series, sampled, group, supply);
  const foot = at.y + at.height;
  const lineY = scale.line === undefined ? undefined : foot - Math.round((scale.line / scale.top) * at.height);
  const limit = series.of === 'io' && group ? writeLimitOf(group) : undefined;
  return [
    pen.box('plot', { ...at, fill: 'paper', stroke: 'line' }),
    { ...pen.line('area', areaOf(series, scale.top, at)), reveals: true },
    ...(lineY === undefined
      ? []
      : [
          pen.line('limit', {
            points: [
              [at.x, lineY],
              [at.x + at.width, lineY],
            ],
            stroke: 'ink',
            strokeWidth: 1.6,
          }),
        ]),
    ...(limit === undefined
      ? []
      : [
          pen.line('rate', {
            points: [
              [at.x, foot],
              [at.x + at.width, Math.round(foot - ((limit * series.seconds) / scale.top) * at.height)],
            ],
            stroke: 'ink',
            strokeWidth: 1.4,
            dash: 'dashes',
          }),
        ]),
    ...(format === 'landscape' ? [] : stripWords(pen, { series, scale, narrow, read }, at)),
  ];
}

/** What a strip says: of what, over how long, and on which scale. */
interface StripWords {
  series: Series;
  scale: Scale;
  narrow: boolean;
  /** Whether something was read since, which then has the line above a narrow strip. */
  read: boolean;
}

function stripWords(pen: Pen, { series, scale, narrow, read }: StripWords, at: Place): Shape[] {
  const foot = at.y + at.height;
  const small = { size: 12, tone: 'soft' } as const;
  const title = wording.strip(wording.strips[series.of], series.points.length);
  const seconds = `${series.seconds.toFixed(1)} s`;
  const room = narrow ? at.width : at.width - 128;
  const half = at.width - (narrow ? 44 : 96);
  const top = narrow
    ? { x: at.x, y: at.y - 7, text: shorten(scale.topText, 'sans', 12, at.width), ...small }
    : { x: at.x + at.width, y: at.y - 8, text: scale.topText, anchor: 'end' as const, ...small };
  return [
    pen.text('title', {
      x: at.x,
      y: at.y - (narrow ? 22 : 8),
      text: shorten(title, 'sans-bold', 12, room),
      size: 12,
      font: 'sans-bold',
    }),
    // The line above a narrow strip goes to what was read since.
    ...(narrow && read ? [] : [pen.text('top', top)]),
    ...(narrow ? [] : [pen.text('from', { x: at.x, y: foot + 14, text: '0 s', ...small })]),
    pen.text('line', {
      x: narrow ? at.x : at.x + at.width / 2,
      y: foot + 14,
      text: shorten(scale.lineText, 'sans', 12, half),
      anchor: narrow ? 'start' : 'middle',
      ...small,
    }),
    pen.text('to', { x: at.x + at.width, y: foot + 14, text: seconds, anchor: 'end', ...small }),
  ];
}

function areaOf(series: Series, top: number, at: Place) {
  // No finer than it was read: what is between two samples is not known. Of several CPUs it is counted at different moments of each.
  const samples = series.of === 'cpu' && top > 1 ? 3 : 1.4;
  const column = Math.max(grain.column, Math.round((samples * at.width) / series.points.length));
  const count = Math.floor(at.width / column);
  // Whole steps fill the height, so that a full column is full and not between two steps.
  const steps = Math.floor(at.height / (series.of === 'cpu' ? grain.cpu : grain.other));
  const foot = at.y + at.height;
  const heights = columnsOf(series, count).map((value) =>
    Math.round((Math.round(Math.min(1, value / top) * steps) * at.height) / steps),
  );
  const points: [number, number][] = [[at.x, foot]];
  heights.forEach((height, index) => {
    const x = at.x + index * column;
    if (height === heights[index - 1]) return;
    const before = heights[index - 1];
    if (before !== undefined) points.push([x, foot - before]);
    points.push([x, foot - height]);
  });
  const end = at.x + count * column;
  points.push([end, foot - (heights.at(-1) ?? 0)], [end, foot]);
  return { points, fill: 'soft', stroke: 'ink', strokeWidth: 1, strength: 0.7 } as const;
}
