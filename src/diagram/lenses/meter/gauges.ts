import { quotaOf, writeLimitOf, writtenBy } from '../../../host/cgroups.ts';
import { meterPart } from '../../../host/entity.ts';
import type { Cgroup, Supply } from '../../../host/facts.ts';
import type { Metered } from '../../../recording/script.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { shorten } from '../../paper/text.ts';
import type { GaugePlan } from './plan.ts';

/** What a gauge shows: how full it is (1 is its brim), where its line is, and what is written below it. */
export interface Gauge {
  of: Metered;
  name: string;
  fill: number | undefined;
  line: number | undefined;
  used: string;
  limit: string;
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

/** The gauges of a cgroup; `rates` are what its samples came to on average: CPUs, and bytes written a second. */
export function gaugesOf(
  group: Cgroup,
  supply: Supply | undefined,
  rates: Partial<Record<Metered, number>>,
  kinds: Metered[],
): Gauge[] {
  return kinds.map((of) => gaugeOf[of](group, supply, rates));
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
      name: 'CPU',
      ...level(cpu, quota, supply?.cpus),
      used: cpu === undefined ? `${seconds.toFixed(1)} s used` : cpusText(cpu),
      limit: quota === undefined ? (weight === 100 ? 'no limit' : `weight ${weight}`) : `of ${cpusText(quota)}`,
    };
  },
  memory(group, supply) {
    const limit = group.memoryMax < 0 ? undefined : group.memoryMax;
    return {
      of: 'memory',
      name: 'memory',
      ...level(group.memoryCurrent, limit, supply?.memory),
      used: bytesText(group.memoryCurrent),
      limit: limit === undefined ? 'no limit' : `of ${bytesText(limit)}`,
    };
  },
  pids(group) {
    const limit = group.pidsMax < 0 ? undefined : group.pidsMax;
    return {
      of: 'pids',
      name: 'pids',
      ...level(group.pidsCurrent, limit, undefined),
      used: String(group.pidsCurrent),
      limit: limit === undefined ? 'no limit' : `of ${limit}`,
    };
  },
  io(group, _supply, { io }) {
    const limit = writeLimitOf(group);
    return {
      of: 'io',
      name: 'disk writes',
      ...level(io, limit, undefined),
      used: group.ioStat ? bytesText(writtenBy(group)) : 'not read',
      limit: limit === undefined ? 'no limit' : `${bytesText(limit)}/s`,
    };
  },
};

function level(value: number | undefined, limit: number | undefined, all: number | undefined) {
  const line = limit === undefined ? undefined : lineAt;
  const brim = limit === undefined ? all : limit / lineAt;
  const fill = value === undefined || brim === undefined ? undefined : Math.min(1, value / brim);
  return { fill, line };
}

/** A gauge as shapes: the pipe into it, the tube, what is in it, the limit, and three lines of words. */
export function gaugeShapes(gauge: Gauge, name: string, at: GaugePlan, pipeY: number, pitch: number): Shape[] {
  const pen = penFor(meterPart(name), `gauge:${gauge.of}:${name}`);
  const x = at.x + at.width / 2;
  const foot = at.y + at.height;
  const filled = Math.round((gauge.fill ?? 0) * (at.height - 2));
  const line = foot - 1 - Math.round((gauge.line ?? 0) * (at.height - 2));
  const words = (id: string, y: number, text: string, tone: 'ink' | 'soft', font: 'sans' | 'sans-bold') =>
    pen.text(id, { x, y, text: shorten(text, font, 12, pitch - 3), size: 12, anchor: 'middle', tone, font });
  return [
    pen.line('drop', {
      points: [
        [x, pipeY],
        [x, at.y],
      ],
      stroke: 'ink',
      strokeWidth: 2,
    }),
    pen.box('tube', { ...at, radius: 2, fill: 'paper', stroke: 'line', strokeWidth: 1.2 }),
    ...(filled > 0
      ? [
          pen.box('fill', {
            x: at.x + 1,
            y: foot - 1 - filled,
            width: at.width - 2,
            height: filled,
            radius: 0,
            fill: 'soft',
            strength: 0.45,
          }),
        ]
      : []),
    ...(gauge.line === undefined
      ? []
      : [
          pen.line('limit', {
            points: [
              [at.x - 5, line],
              [at.x + at.width + 5, line],
            ],
            stroke: 'ink',
            strokeWidth: 2.4,
          }),
        ]),
    words('name', foot + 17, gauge.name, 'ink', 'sans-bold'),
    words('used', foot + 33, gauge.used, 'ink', 'sans'),
    words('most', foot + 48, gauge.limit, 'soft', 'sans'),
  ];
}
