import { quotaOf, writeLimitOf, writtenBy } from '../../../host/cgroups.ts';
import { meterPart } from '../../../host/entity.ts';
import type { Cgroup, Supply } from '../../../host/facts.ts';
import type { Metered } from '../../../recording/script.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import type { GaugePlan } from './plan.ts';
import * as wording from './words.ts';

/** What a gauge shows: how full it is (1 is its brim), where its line is, and what is written below it. */
export interface Gauge {
  of: Metered;
  name: string;
  fill: number | undefined;
  line: number | undefined;
  used: string;
  limit: string;
  /** What happened at the line: how often it was reached, and what became of who wanted more. */
  note?: string;
  /** How high it has been. */
  peak?: number;
  /** How much of it can not be given back: files in memory. */
  kept?: number;
  /** How full it was at equal moments of the step that is drawn, by what was sampled. */
  played?: number[];
}

/** With a limit, the line stands here, so that what runs up to it is seen; without one, a full tube is all that the host has. */
const lineAt = 0.8;

/** Bytes in few letters: `63.9 MiB`. */
export function bytesText(bytes: number): string {
  const unit = bytes >= 2 ** 30 ? 'GiB' : bytes >= 2 ** 20 ? 'MiB' : 'KiB';
  const value = bytes / { GiB: 2 ** 30, MiB: 2 ** 20, KiB: 2 ** 10 }[unit];
  return `${value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${unit}`;
}

/** A number of CPUs: `0.25 CPU`. */
export function cpusText(cpus: number): string {
  return `${Math.round(cpus * 100) / 100} CPU${cpus > 1 ? 's' : ''}`;
}

/** What was sampled in a step of one meter: CPUs in use, bytes, processes, or bytes written a second, at equal moments. */
export interface Played {
  of: Metered;
  values: number[];
}

/** The gauges of a cgroup; `rates` are what its samples came to on average: CPUs, and bytes written a second. */
export function gaugesOf(
  group: Cgroup,
  supply: Supply | undefined,
  rates: Partial<Record<Metered, number>>,
  kinds: Metered[],
  played?: Played,
): Gauge[] {
  return kinds.map((of) => {
    const gauge = gaugeOf[of](group, supply, rates);
    const brim = played?.of === of ? brimOf(of, group, supply) : undefined;
    return played && brim ? { ...gauge, played: played.values.map((value) => Math.min(1, value / brim)) } : gauge;
  });
}

/** What a full tube is: a little above the limit, or all that the host has. */
function brimOf(of: Metered, group: Cgroup, supply: Supply | undefined): number | undefined {
  const given = { cpu: quotaOf(group), memory: group.memoryMax, pids: group.pidsMax, io: writeLimitOf(group) }[of];
  if (given !== undefined && given >= 0) return given / lineAt;
  return of === 'cpu' ? supply?.cpus : of === 'memory' ? supply?.memory : undefined;
}

const gaugeOf: Record<
  Metered,
  (group: Cgroup, supply: Supply | undefined, rates: Partial<Record<Metered, number>>) => Gauge
> = {
  cpu(group, supply, { cpu }) {
    const quota = quotaOf(group);
    const seconds = (group.cpuStat.usage_usec ?? 0) / 1e6;
    const weight = group.cpuWeight ?? 100;
    return {
      of: 'cpu',
      name: wording.gauges.cpu,
      ...level(cpu, quota, supply?.cpus),
      ...noted(group.cpuStat.nr_throttled, wording.stops),
      used: cpu === undefined ? wording.secondsUsed(seconds.toFixed(1)) : cpusText(cpu),
      limit:
        quota === undefined ? (weight === 100 ? wording.noLimit : wording.weight(weight)) : wording.of(cpusText(quota)),
    };
  },
  memory(group, supply) {
    const limit = group.memoryMax < 0 ? undefined : group.memoryMax;
    return {
      of: 'memory',
      name: wording.gauges.memory,
      ...level(group.memoryCurrent, limit, supply?.memory),
      ...noted(group.memoryEvents.oom_kill || group.memoryEvents.max, (times) =>
        group.memoryEvents.oom_kill ? wording.killed(times) : wording.held(times),
      ),
      ...part('peak', group.memoryPeak, limit ?? supply?.memory, limit),
      ...part('kept', group.memoryStat?.shmem, limit ?? supply?.memory, limit),
      used: bytesText(group.memoryCurrent),
      limit: limit === undefined ? wording.noLimit : wording.of(bytesText(limit)),
    };
  },
  pids(group) {
    const limit = group.pidsMax < 0 ? undefined : group.pidsMax;
    return {
      of: 'pids',
      name: wording.gauges.pids,
      ...level(group.pidsCurrent, limit, undefined),
      ...noted(group.pidsEvents?.max, wording.refused),
      used: String(group.pidsCurrent),
      limit: limit === undefined ? wording.noLimit : wording.of(limit),
    };
  },
  io(group, _supply, { io }) {
    const limit = writeLimitOf(group);
    return {
      of: 'io',
      name: wording.gauges.io,
      ...level(io, limit, undefined),
      used: group.ioStat ? bytesText(writtenBy(group)) : wording.notRead,
      limit: limit === undefined ? wording.noLimit : wording.perSecond(bytesText(limit)),
    };
  },
};

function noted(times: number | undefined, text: (times: number) => string): { note?: string } {
  return times ? { note: text(times) } : {};
}

function part(name: 'peak' | 'kept', value: number | undefined, most: number | undefined, limit: number | undefined) {
  if (!value || !most) return {};
  return { [name]: Math.min(1, value / (limit === undefined ? most : most / lineAt)) };
}

function level(value: number | undefined, limit: number | undefined, all: number | undefined) {
  const line = limit === undefined ? undefined : lineAt;
  const brim = limit === undefined ? all : limit / lineAt;
  const fill = value === undefined || brim === undefined ? undefined : Math.min(1, value / brim);
  return { fill, line };
}

/** A gauge as shapes: the pipe into it, the tube, what is in it, how high it was, the limit, and lines of words. */
export function gaugeShapes(gauge: Gauge, name: string, at: GaugePlan, pipeY: number, size: number): Shape[] {
  const pen = penFor(meterPart(name), `gauge:${gauge.of}:${name}`);
  const { x: left, y, width, height } = at;
  const x = left + width / 2;
  const foot = y + height;
  const high = (share: number) => Math.round(share * (height - 2));
  const filled = high(gauge.fill ?? 0);
  const beside = at.words.anchor === 'start';
  const across = (share: number, out: number): [number, number][] => [
    [left - out, foot - 1 - high(share)],
    [left + width + out, foot - 1 - high(share)],
  ];
  const lines = beside
    ? [
        ['used', gauge.used],
        ['most', gauge.note ?? gauge.limit],
      ]
    : [
        ['name', gauge.name],
        ['used', gauge.used],
        ['most', gauge.limit],
        ['note', gauge.note ?? ''],
      ];
  return [
    ...(pipeY < y
      ? [
          pen.line('drop', {
            points: [
              [x, pipeY],
              [x, y],
            ],
            stroke: 'ink',
            strokeWidth: 2,
          }),
        ]
      : []),
    pen.box('tube', { x: left, y, width, height, radius: 2, fill: 'paper', stroke: 'line', strokeWidth: 1.2 }),
    ...(filled > 0 ? [pen.box('fill', { ...inTube(at, filled, 0.45), ...playedIn(gauge, filled, high) })] : []),
    ...(gauge.kept && high(gauge.kept) > 0 ? [pen.box('kept', inTube(at, high(gauge.kept), 0.8))] : []),
    ...(gauge.peak === undefined
      ? []
      : [pen.line('peak', { points: across(gauge.peak, 0), stroke: 'ink', strokeWidth: 1.2, dash: 'dashes' })]),
    ...(gauge.line === undefined
      ? []
      : [pen.line('limit', { points: across(gauge.line, beside ? 3 : 5), stroke: 'ink', strokeWidth: 2.4 })]),
    ...lines.flatMap(([id = '', text = ''], index) => {
      const font = id === 'name' || id === 'note' ? 'sans-bold' : 'sans';
      const tone = id === 'most' && !(beside && gauge.note) ? 'soft' : 'ink';
      const { width: room, anchor } = at.words;
      const line = { x: at.words.x, y: at.words.y + index * (size + 3), size, anchor, font, tone } as const;
      return text === '' ? [] : [pen.text(id, { ...line, text: shorten(text, font, size, room) })];
    }),
  ];
}

/** How high the tube stood before, as shares of how high it stands; nothing where it stood so all the time. */
function playedIn({ played = [] }: Gauge, filled: number, high: (share: number) => number): { plays?: number[] } {
  const plays = played.map((share) => Math.round((100 * high(share)) / filled) / 100);
  return plays.some((share) => share !== 1) ? { plays } : {};
}

function inTube({ x, y, width, height }: GaugePlan, filled: number, strength: number) {
  const box = { x: x + 1, y: y + height - 1 - filled, width: width - 2, height: filled };
  return { ...box, fill: 'soft', strength } as const;
}
