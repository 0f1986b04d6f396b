import { cgroupOf } from '../../../host/cgroups.ts';
import { meterPart } from '../../../host/entity.ts';
import type { Cgroup, HostFacts } from '../../../host/facts.ts';
import { hostProcesses, processesOf } from '../../../host/views.ts';
import type { Metered } from '../../../recording/script.ts';
import { nameOf, parentOf, withDigits } from '../../building/cgroup-paths.ts';
import { processChips } from '../../building/chips.ts';
import type { Canvas, Lens, PlacedRoom, Sampled, Told } from '../../building/geometry.ts';
import { heightsOf, type Metrics } from '../../building/metrics.ts';
import type { Room } from '../../building/moment.ts';
import { wallShapes } from '../../building/room.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { middle, shorten, tailOf } from '../../paper/text.ts';
import { bytesText, cpusText, gaugeShapes, gaugesOf, type Played } from './gauges.ts';
import { type Area, type BlockPlan, type MeterPlan, meterPlan } from './plan.ts';
import { killedIn, readOf, readShapes } from './reading.ts';
import { columnsOf, emptyStrip, growthOf, highestOf, rateOf, seriesOf, stripShapes } from './strip.ts';
import * as wording from './words.ts';

/** Each container on a pipe from the kernel, with a meter for each thing that its cgroup counts, and what was sampled below. */
export const meterLens: Lens = {
  measures: { tall: { pitch: 2.6 }, landscape: { pitch: 1.5, roomLeft: 104 } },
  cells: (container, facts) => Math.min(processesOf(container, facts).length, 3),
  hostRows: () => 0,
  bottom: (canvas, metrics) => meterPlan(canvas, metrics).bottom,
  places: (canvas, metrics) => meterPlan(canvas, metrics).blocks.map(({ room }) => room),
  draw(facts, rooms, canvas, metrics, _veiled, told) {
    const plan = meterPlan(canvas, metrics);
    return [
      ...treeShapes(facts, rooms, plan, metrics),
      ...rooms.flatMap((room) => {
        const at = plan.blocks[room.place];
        return at ? blockShapes(room, at, { facts, plan, metrics, canvas, told }) : [];
      }),
    ];
  },
  about(facts, room, _veiled, _canvas, told) {
    const { sampled } = told;
    const group = cgroupOf(room.container.name, facts);
    if (!group) return wording.notMetered;
    const gauges = gaugesOf(group, facts.supply, ratesOf(room, sampled), kindsOf(facts));
    const words = gauges.map(({ name, used, limit, note }) => `${name} ${used}, ${limit}${note ? `, ${note}` : ''}`);
    const killed = killedIn(room, facts, told);
    const struck = killed ? ` ${wording.struckOut(killed)}` : '';
    const read = readOf(room, facts, told).join('; ');
    const said = read ? ` ${wording.readInStep(read.replace(/\.$/, ''))}` : '';
    return `${wording.metered(nameOf(withDigits(group.path, 12)), words)}${aboutSamples(room, sampled)}${struck}${said}`;
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

/** At how many moments a gauge shows what was sampled: a twentieth of a second each where it takes 1.2 s. */
const moments = 24;

/** What was sampled in this very step, at equal moments; what is counted as a rate. */
function playedIn({ container }: Room, sampled: Sampled | undefined): Played | undefined {
  const series = sampled?.fresh ? seriesOf(sampled, container.id) : undefined;
  if (!series) return undefined;
  return { of: series.of, values: (series.of === 'io' ? growthOf : columnsOf)(series, moments) };
}

function aboutSamples({ container }: Room, sampled: Sampled | undefined): string {
  const series = sampled && seriesOf(sampled, container.id);
  if (!series) return '';
  const over = wording.sampled(series.points.length, series.seconds.toFixed(1));
  const high = highestOf(series);
  if (series.of === 'cpu') return ` ${wording.series.cpu(over, cpusText(rateOf(series)))}`;
  if (series.of === 'pids') return ` ${wording.series.pids(over, high)}`;
  if (series.of === 'io') return ` ${wording.series.io(over, bytesText(high))}`;
  return ` ${wording.series.memory(over, bytesText(high))}`;
}

/** The root of the cgroup tree on the slab, the cgroup above the containers', and the main pipe up from there. */
function treeShapes(
  facts: HostFacts,
  rooms: PlacedRoom[],
  { blocks, mainX, nodes }: MeterPlan,
  metrics: Metrics,
): Shape[] {
  if (!nodes) return [];
  const pen = penFor('host', 'tree');
  const { root, parent } = nodes;
  const scope = facts.cgroups[0]?.path ?? hostProcesses(facts).find(({ comm }) => comm === 'dockerd')?.cgroup ?? '/';
  const running = rooms.filter(({ container }) => cgroupOf(container.name, facts));
  const highest = Math.min(...running.map(({ place }) => blocks[place]?.pipe.at(-1)?.[1] ?? parent.y));
  const centre = parent.y + parent.height / 2;
  const name = (id: string, at: Area, text: string) =>
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
        [lowest.x + lowest.width / 2, lowest.y + lowest.height + 6],
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
      text: wording.tree.find((words) => shorten(words, 'sans', 12, room) === words) ?? '',
      size: 12,
      tone: 'soft',
    }),
  ];
}

/** What the blocks of a drawing are drawn from. */
interface Metering {
  facts: HostFacts;
  plan: MeterPlan;
  metrics: Metrics;
  canvas: Canvas;
  told: Told;
}

/** A container's block: its room, its meters on the pipe, and what was sampled or read of it. */
function blockShapes(room: PlacedRoom, at: BlockPlan, metering: Metering): Shape[] {
  const { facts, plan, metrics, canvas, told } = metering;
  const { container } = room;
  const low = metrics.format === 'landscape';
  const sampled = canvas.sampled ? told.sampled : undefined;
  const group = cgroupOf(container.name, facts);
  const series = sampled && seriesOf(sampled, container.id);
  const inner = at.room.inside;
  const chips = { x: inner.x + (low ? 2 : 6), y: inner.y + (low ? 2 : 4), width: inner.width - (low ? 4 : 12) };
  const killed = killedIn(room, facts, told);
  const most = killed && low ? 0 : plan.chips;
  const read = readOf(room, facts, told);
  // What is read later takes the strip's place where there is not room for both.
  const strip = series && sampled && (!low || sampled.fresh || read.length === 0);
  return [
    ...wallShapes(room, meterLens, metrics, at.room),
    ...(room.wall ? roomChips(metering, room, chips, most, killed) : []),
    ...(group ? pipeShapes(metering, room, group, at, sampled) : []),
    ...(strip
      ? stripShapes(
          { name: container.name, series, sampled, group, supply: facts.supply },
          at,
          metrics.format,
          read.length > 0,
        )
      : []),
    ...(canvas.sampled && !series && group && read.length === 0 ? emptyStrip(container.name, at.strip, plan.size) : []),
    ...readShapes(room, read, at, metrics, !!strip),
  ];
}

/** The processes, and below them the one that this step saw killed, with a cross. */
function roomChips(
  { facts, metrics }: Metering,
  room: Room,
  at: { x: number; y: number; width: number },
  most: number,
  killed: string | undefined,
): Shape[] {
  const heights = heightsOf.landscape;
  const low = metrics.format === 'landscape';
  // One row of a low room: what is not drawn is not counted either.
  const named = room.processes.slice(0, most).map((process) => ({ ...process, args: process.comm }));
  const shown = low ? { ...room, processes: named } : room;
  const chips = processChips(facts, shown, at, most, heights);
  if (!killed) return chips;
  const y =
    at.y + Math.min(most, room.processes.length) * heights.cell + (room.processes.length > most && !low ? 20 : 0);
  return [...chips, ...struckOut(room.container.name, killed, { ...at, y }, low)];
}

/** The chip of a process that was killed, with a cross. */
function struckOut(
  container: string,
  killed: string,
  at: { x: number; y: number; width: number },
  low: boolean,
): Shape[] {
  const pen = penFor(`container:${container}`, `killed:${container}`);
  const { y } = at;
  const x = at.x + at.width - (low ? 9 : 14);
  const cross = (up: number): [number, number][] => [
    [x - 4, y + 12 - up],
    [x + 4, y + 12 + up],
  ];
  return [
    pen.box('chip', { ...at, height: 24, radius: 3, stroke: 'ink', strokeWidth: 1.2, dash: 'dashes' }),
    pen.text('label', {
      x: at.x + (low ? 4 : 8),
      y: y + 12 + middle(13),
      text: shorten(killed, 'mono', 13, at.width - (low ? 17 : 32)),
      size: 13,
      font: 'mono',
    }),
    pen.line('cross-1', { points: cross(4), stroke: 'ink', strokeWidth: 2.2 }),
    pen.line('cross-2', { points: cross(-4), stroke: 'ink', strokeWidth: 2.2 }),
  ];
}

/** The pipe from the kernel to a block, and the gauges on it. */
function pipeShapes(
  { facts, plan, metrics, told }: Metering,
  room: PlacedRoom,
  group: Cgroup,
  at: BlockPlan,
  sampled: Sampled | undefined,
): Shape[] {
  const { name } = room.container;
  const pen = penFor(meterPart(name), `pipe:${name}`);
  const pipeY = at.pipe.at(-1)?.[1] ?? 0;
  const kinds = drawnKinds(kindsOf(facts), at.gauges.length, facts, told);
  return [
    pen.line('pipe', { points: at.pipe, stroke: 'ink', strokeWidth: 2 }),
    ...(at.name
      ? [
          pen.text('scope', {
            ...at.name,
            text: tailOf(withDigits(nameOf(group.path), 12), 'mono', 12, at.name.width),
            size: 12,
            font: 'mono',
          }),
        ]
      : []),
    ...gaugesOf(group, facts.supply, ratesOf(room, sampled), kinds, playedIn(room, sampled)).flatMap((gauge, index) => {
      const place = at.gauges[index];
      return place ? gaugeShapes(gauge, name, place, pipeY, plan.size) : [];
    }),
    ...(metrics.format === 'landscape' && room.place === 0 ? gaugeName(name, kinds[0], sampled, metrics) : []),
  ];
}

/** What the gauges beside are of, below the host's name. */
function gaugeName(name: string, of: Metered | undefined, sampled: Sampled | undefined, metrics: Metrics): Shape[] {
  if (!of) return [];
  const pen = penFor(meterPart(name), `gauge-name:${name}`);
  const at = { x: metrics.left + metrics.pad, size: 13 };
  const [first, last] = [sampled?.samples[0], sampled?.samples.at(-1)];
  const over = first && last ? `${(last.t - first.t).toFixed(1)} s` : undefined;
  const of1 = wording.gauges[of];
  return [
    pen.text('name', { ...at, y: 96, text: of1, font: 'sans-bold' }),
    ...(over ? [pen.text('over', { ...at, y: 113, text: wording.over(over), tone: 'soft' })] : []),
  ];
}

/** Of the meters those for which there is room: what is sampled first, or what is limited. */
function drawnKinds(kinds: Metered[], count: number, facts: HostFacts, { sampled, answers = [] }: Told): Metered[] {
  if (count >= kinds.length) return kinds;
  const limited: Record<Metered, boolean> = {
    cpu: facts.cgroups.some(({ cpuMax, cpuWeight = 100 }) => cpuMax[0] > 0 || cpuWeight !== 100),
    memory: facts.cgroups.some(({ memoryMax }) => memoryMax >= 0),
    pids: answers.some(({ command }) => command.includes('pids')),
    io: true,
  };
  const rank = (of: Metered) => (sampled?.of === of ? 2 : limited[of] ? 1 : 0);
  const chosen = [...kinds].sort((a, b) => rank(b) - rank(a)).slice(0, count);
  return kinds.filter((of) => chosen.includes(of));
}
