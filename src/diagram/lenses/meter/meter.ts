import { cgroupOf } from '../../../host/cgroups.ts';
import { meterPart } from '../../../host/entity.ts';
import type { Cgroup, HostFacts } from '../../../host/facts.ts';
import { hostProcesses, processesOf } from '../../../host/views.ts';
import type { Metered } from '../../../recording/script.ts';
import { nameOf, parentOf, withDigits } from '../../building/cgroup-paths.ts';
import { processChips } from '../../building/chips.ts';
import type { Lens, PlacedRoom, Sampled } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import { wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten, tailOf } from '../../paper/text.ts';
import { bytesText, cpusText, gaugeShapes, gaugesOf } from './gauges.ts';
import { type BlockPlan, type MeterPlan, maxChips, meterPlan } from './plan.ts';
import { emptyStrip, highestOf, rateOf, seriesOf, stripShapes } from './strip.ts';

/** Each container on a pipe from the kernel, with a meter for each thing that its cgroup counts, and what was sampled below. */
export const meterLens: Lens = {
  cells: (container, facts) => Math.min(processesOf(container, facts).length, maxChips + 1),
  hostRows: () => 0,
  bottom(canvas, metrics) {
    const { parent } = meterPlan(canvas, metrics).nodes;
    return parent.y + parent.height;
  },
  draw(facts, rooms, canvas, metrics, _veiled, { sampled }) {
    const plan = meterPlan(canvas, metrics);
    const kinds = kindsOf(facts);
    return [
      ...treeShapes(facts, rooms, plan, metrics),
      ...rooms.flatMap((room) => {
        const at = plan.blocks[room.place];
        return at
          ? blockShapes(facts, room, at, metrics, kinds, canvas.sampled ? sampled : undefined, !!canvas.sampled)
          : [];
      }),
    ];
  },
  about(facts, room, _veiled, _canvas, { sampled }) {
    const group = cgroupOf(room.container.name, facts);
    if (!group) return 'has no cgroup that was read.';
    const gauges = gaugesOf(group, facts.supply, ratesOf(room, sampled), kindsOf(facts));
    const words = gauges.map(({ name, used, limit }) => `${name} ${used}, ${limit}`);
    return `is metered by ${nameOf(withDigits(group.path, 12))}: ${words.join('; ')}.${aboutSamples(room, sampled)}`;
  },
};

/** Three meters: the disk's in place of the pids' where a container's writes are limited. */
function kindsOf(facts: HostFacts): Metered[] {
  const limited = facts.cgroups.some(({ ioMax = {} }) => Object.keys(ioMax).length > 0);
  return limited ? ['cpu', 'memory', 'io'] : ['cpu', 'memory', 'pids'];
}

function ratesOf({ container }: Room, sampled: Sampled | undefined): Partial<Record<Metered, number>> {
  const series = sampled?.fresh ? seriesOf(sampled, container.id) : undefined;
  return series ? { [series.of]: rateOf(series) } : {};
}

function aboutSamples({ container }: Room, sampled: Sampled | undefined): string {
  const series = sampled && seriesOf(sampled, container.id);
  if (!series) return '';
  const over = `read ${series.points.length} times in ${series.seconds.toFixed(1)} s`;
  const high = highestOf(series);
  if (series.of === 'cpu') return ` Its CPU time, ${over}: ${cpusText(rateOf(series))} on average.`;
  if (series.of === 'pids') return ` Its processes and threads, ${over}: up to ${high}.`;
  if (series.of === 'io') return ` What it wrote to disk, ${over}: ${bytesText(high)}.`;
  return ` Its memory, ${over}: up to ${bytesText(high)}.`;
}

/** The root of the cgroup tree on the slab, the cgroup above the containers', and the main pipe up from there. */
function treeShapes(
  facts: HostFacts,
  rooms: PlacedRoom[],
  { blocks, mainX, nodes }: MeterPlan,
  metrics: Metrics,
): Shape[] {
  const pen = penFor('host', 'tree');
  const { root, parent } = nodes;
  const scope = facts.cgroups[0]?.path ?? hostProcesses(facts).find(({ comm }) => comm === 'dockerd')?.cgroup ?? '/';
  const running = rooms.filter(({ container }) => cgroupOf(container.name, facts));
  const highest = Math.min(...running.map(({ place }) => blocks[place]?.pipe.at(-1)?.[1] ?? parent.y));
  const centre = parent.y + parent.height / 2;
  const name = (id: string, at: typeof root, text: string) =>
    pen.text(id, {
      x: at.x + at.width / 2,
      y: centre + middle(12.5),
      text: shorten(text, 'mono', 12.5, at.width - 10),
      size: 12.5,
      font: 'mono',
      anchor: 'middle',
    });
  const above = nameOf(parentOf(scope));
  // Groups that someone made by hand stand below the root itself.
  const lowest = above === '/' ? parent : root;
  const room = root.x - metrics.left - metrics.pad - 12;
  return [
    ...(running.length > 0
      ? [
          pen.line('main', {
            points: [
              [mainX, parent.y],
              [mainX, highest],
            ],
            stroke: 'ink',
            strokeWidth: 2,
          }),
        ]
      : []),
    ...(lowest === root
      ? [
          pen.line('branch', {
            points: [
              [root.x + root.width, centre],
              [parent.x, centre],
            ],
            stroke: 'ink',
            strokeWidth: 2,
          }),
        ]
      : []),
    pen.line('foot', {
      points: [
        [lowest.x + lowest.width / 2, lowest.y + lowest.height],
        [lowest.x + lowest.width / 2, lowest.y + lowest.height + 18],
      ],
      stroke: 'ink',
      strokeWidth: 2,
    }),
    pen.box('parent', { ...parent, radius: 3, fill: 'paper', stroke: 'ink', strokeWidth: 1.4 }),
    ...(lowest === root
      ? [
          pen.box('root', { ...root, radius: 3, fill: 'paper', stroke: 'ink', strokeWidth: 1.4 }),
          name('root-name', root, '/'),
        ]
      : []),
    name('parent-name', parent, above),
    pen.text('words', {
      x: metrics.left + metrics.pad,
      y: centre + middle(12),
      text: ['the tree of cgroups', 'cgroups'].find((words) => shorten(words, 'sans', 12, room) === words) ?? '',
      size: 12,
      tone: 'soft',
    }),
  ];
}

function blockShapes(
  facts: HostFacts,
  room: PlacedRoom,
  at: BlockPlan,
  metrics: Metrics,
  kinds: Metered[],
  sampled: Sampled | undefined,
  strips: boolean,
): Shape[] {
  const { container } = room;
  const group = cgroupOf(container.name, facts);
  const series = sampled && seriesOf(sampled, container.id);
  const chips = {
    x: at.room.inside.x + metrics.inset,
    y: at.room.inside.y + 14,
    width: at.room.inside.width - 2 * metrics.inset,
  };
  return [
    ...wallShapes(room, meterLens, metrics, at.room),
    ...(room.wall ? processChips(facts, room, chips, maxChips) : []),
    ...(group ? pipeShapes(facts, room, group, at, kinds, sampled) : []),
    ...(series && sampled ? stripShapes(container.name, series, sampled, at.strip, group, facts.supply) : []),
    ...(strips && !series && group ? emptyStrip(container.name, at.strip) : []),
  ];
}

function pipeShapes(
  facts: HostFacts,
  room: PlacedRoom,
  group: Cgroup,
  at: BlockPlan,
  kinds: Metered[],
  sampled: Sampled | undefined,
): Shape[] {
  const { name } = room.container;
  const pen = penFor(meterPart(name), `pipe:${name}`);
  const pipeY = at.pipe.at(-1)?.[1] ?? 0;
  const [first, second] = at.gauges;
  const pitch = first && second ? second.x - first.x : 80;
  return [
    pen.line('pipe', { points: at.pipe, stroke: 'ink', strokeWidth: 2 }),
    pen.text('scope', {
      x: at.name.x,
      y: at.name.y,
      text: tailOf(withDigits(nameOf(group.path), 12), 'mono', 12, at.name.width),
      size: 12,
      font: 'mono',
    }),
    ...gaugesOf(group, facts.supply, ratesOf(room, sampled), kinds).flatMap((gauge, index) => {
      const place = at.gauges[index];
      return place ? gaugeShapes(gauge, name, place, pipeY, pitch) : [];
    }),
  ];
}
