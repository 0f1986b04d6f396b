import { coursePart, machinePart } from '../../../host/entity.ts';
import type { HostFacts, Machine } from '../../../host/facts.ts';
import { processesOf } from '../../../host/views.ts';
import type { Canvas, Lens, PlacedRoom, RoomPlan, Told } from '../../building/geometry.ts';
import { type Metrics, wallDepth } from '../../building/metrics.ts';
import { labelOf } from '../../building/moment.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape, Way } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { answersOf, hostAnswers, type Said, wrapped } from './answers.ts';
import {
  answerHeight,
  type Building,
  buildings,
  buildingTop,
  floorsOf,
  labelBaseline,
  legendTop,
  thick,
} from './plan.ts';

/** Whose kernel answers: a container’s room stands on the host’s slab, a machine has a slab of its own and is a process on the host. */
export const slabLens: Lens = {
  // Rooms stand beside machines, and their walls leave them the width that they need.
  measures: { tall: { pitch: 3.5 }, landscape: { pitch: 1.6, roomLeft: 140 } },
  cells: () => 1,
  hostRows: (facts) => machinesOf(facts, 'vm').length,
  bottom: (_canvas, metrics) =>
    metrics.format === 'landscape' ? 140 : buildingTop(metrics) + floorsOf(metrics).ground + answerHeight.tall - 18,
  places(canvas, metrics) {
    const { left, right, pad } = metrics;
    const low = [lowRoom(left + pad), ...(canvas.hostChips > 0 ? [] : [lowKernel(right - pad)])].map(roomPlan);
    if (metrics.format === 'landscape') return canvas.rooms.map((_, place) => low[place]);
    const [y, height] = [buildingTop(metrics), floorsOf(metrics).end];
    return buildings(canvas, metrics).rooms.map(({ x, width }) => roomPlan({ x, y, width, height }));
  },
  draw(facts, rooms, canvas, metrics, veiled, told) {
    if (metrics.format === 'landscape') return lowShapes(facts, rooms, canvas, metrics, veiled, told);
    const answers = answersOf(facts, told);
    const places = buildings(canvas, metrics);
    const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
    return [
      ...sharedLegend(rooms, slabLens, metrics, { x: metrics.left + metrics.pad, legendTop: legendTop(metrics) }),
      ...rooms.flatMap((room) => {
        const at = places.rooms[room.place];
        return at ? roomShapes(facts, room, at, metrics, veiled, answers) : [];
      }),
      ...machinesOf(facts, 'vm').flatMap((machine, index) => {
        const at = places.machines[index];
        if (!at) return [];
        const { name } = machine;
        const pen = penFor(machinePart(name));
        return [
          pen.text('title', {
            x: at.x + 4,
            y: labelBaseline(metrics),
            text: shorten('virtual machine', 'sans-bold', 13, at.width - 8),
            size: 13,
            font: 'sans-bold',
          }),
          pen.box('building', {
            x: at.x + 1.5,
            y: top,
            width: at.width - 3,
            height: floors.end,
            stroke: 'ink',
            strokeWidth: 3,
          }),
          ...ownSlab(machine, at, metrics, veiled, answers),
        ];
      }),
      ...hostAnswers(answers, metrics, top + floors.ground),
    ];
  },
  // Where others answer too, what tells this kernel from them.
  motto(facts) {
    const [host] = machinesOf(facts, 'host');
    return (host && bootOf(host)) || undefined;
  },
  aboutHost(facts, told) {
    const said = answersOf(facts, told)
      .filter(({ by }) => by === 'host' || machinesOf(facts, 'vm').some(({ name }) => name === by))
      .map(({ by, text }) => `In this step ${by} was answered: ${text.replace(/\.+$/, '')}.`);
    const machines = machinesOf(facts, 'vm').map(
      ({ pid, processes }) =>
        `On it runs a virtual machine, which is process ${pid} of the host and has ${processes} processes on a kernel of its own.`,
    );
    return [...machines, ...said].join(' ');
  },
  about(facts, { container }, veiled, _canvas, told) {
    const sentry = sandboxOf(container.name, facts);
    const answer = answersOf(facts, told).find(({ by }) => by === container.name);
    const said = answer ? ` In this step it was answered: ${answer.text.replace(/\.+$/, '')}.` : '';
    if (!sentry) return `stands on the host’s kernel, which answers its system calls.${said}`;
    const version = veiled.includes(machinePart(container.name)) ? '' : `, Linux ${sentry.kernel}`;
    return `stands on a kernel of its own, gVisor’s Sentry${version}, which is process ${sentry.pid} of the host.${said}`;
  },
  ways(facts, rooms, canvas, metrics, packet) {
    // In a low picture the answers alone are drawn, on the slab that gave them.
    if (packet.to !== 'kernel' || metrics.format === 'landscape') return [];
    const places = buildings(canvas, metrics);
    const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
    const from = top + floors.chip + thick.chip;
    const way = (name: string, lane: number, end: number, kernel: string): Way => ({
      id: `way:${name}/kernel`,
      points: [
        [lane, from],
        [lane, end],
      ],
      stops: [name, kernel],
    });
    const asked = (name: string) => packet.from === 'all' || packet.from === name;
    return [
      ...rooms.flatMap(({ place, container, wall }) => {
        const at = places.rooms[place];
        if (!at || !wall || !asked(container.name)) return [];
        const sentry = sandboxOf(container.name, facts);
        return [way(container.name, at.lane, top + (sentry ? floors.slab : floors.ground), sentry ? 'Sentry' : 'host')];
      }),
      ...machinesOf(facts, 'vm').flatMap(({ name }, index) => {
        const at = places.machines[index];
        return at && asked(name) ? [way(name, at.lane, top + floors.slab, name)] : [];
      }),
    ];
  },
};

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the room of a container on the host's kernel stands in a low picture. */
function lowRoom(x: number): Area {
  return { x, y: 59, width: 132, height: 56 };
}

/** Where the building with a kernel of its own stands in a low picture. */
function lowKernel(right: number): Area {
  return { x: right - 178, y: 22, width: 178, height: 86 };
}

function roomPlan(at: Area): RoomPlan {
  return { ...at, labelBaseline: at.y - 5, inside: at, legendTop: 0 };
}

function machinesOf(facts: HostFacts, kind: Machine['kind']): Machine[] {
  return (facts.machines ?? []).filter((machine) => machine.kind === kind);
}

function sandboxOf(name: string, facts: HostFacts): Machine | undefined {
  return machinesOf(facts, 'sandbox').find((machine) => machine.name === name);
}

/** The beginning of a boot id, as much as tells two apart. */
function bootOf(machine: Machine): string | undefined {
  return machine.bootId && `boot id ${machine.bootId.slice(0, 8)}…`;
}

/** A container’s room: with its process on the host’s slab, or with a sandbox’s kernel between. */
function roomShapes(
  facts: HostFacts,
  room: PlacedRoom,
  at: Building,
  metrics: Metrics,
  veiled: string[],
  answers: Said[],
): Shape[] {
  const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
  const { container, wall, first, hostname } = room;
  const outer = { labelBaseline: labelBaseline(metrics), x: at.x, y: top, width: at.width, height: floors.end };
  const inside = { ...at.inner, y: top, height: floors.end };
  const shapes = wallShapes(room, slabLens, metrics, { ...outer, inside, legendTop: 0 });
  if (!wall || !first) return shapes;
  const sentry = sandboxOf(container.name, facts);
  if (sentry) return [...shapes, ...ownSlab(sentry, at, metrics, veiled, answers)];

  const pen = penFor(coursePart('uts', container), `hostname:${container.name}`);
  const down = penFor(`container:${container.name}`, `call:${container.name}`);
  const chipTop = top + floors.chip;
  const rest = processesOf(container, facts).length - 1;
  const more = { x: at.inner.x + 2, y: chipTop + thick.chip + 20, size: 12.5, tone: 'soft' } as const;
  const words = { x: at.lane - 10, y: top + floors.end + 36, size: 12.5, tone: 'soft' } as const;
  return [
    ...shapes,
    titleShape(pen, hostname ?? '', at, top + floors.title),
    ...chipShapes(penFor(`process:${container.name}`), labelOf(first), at, chipTop),
    ...(rest > 0 ? [down.text('more', { ...more, text: `and ${rest} more` })] : []),
    ...downShapes(down, 'call', at.lane, chipTop + thick.chip, top + floors.ground),
    down.text('words', { ...words, text: 'system call', anchor: 'end' }),
  ];
}

/** What has a kernel of its own: its processes, that kernel, what stands between it and the host, and the process that it is there. */
function ownSlab(machine: Machine, at: Building, metrics: Metrics, veiled: string[], answers: Said[]): Shape[] {
  const { name, kind, processes, pid } = machine;
  const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
  const part = machinePart(name);
  const pen = penFor(part, `kernel:${name}`);
  const { inner, lane } = at;
  const chip = top + floors.chip;
  const gate = top + floors.gate;
  const process = top + floors.process;
  const count = `${processes} ${processes === 1 ? 'process' : 'processes'}`;
  const words = { x: lane - 10, y: chip + thick.chip + 17, size: 12.5, tone: 'soft' } as const;
  return [
    ...chipShapes(penFor(part, `inside:${name}`), count, at, chip),
    // Outside of the building there is no wall to keep clear of.
    ...chipShapes(
      penFor(part, `process:${name}`),
      `${pid} ${kind === 'vm' ? 'qemu' : 'runsc'}`,
      { inner: at },
      process,
    ),
    titleShape(pen, veiled.includes(part) ? '?' : machine.hostname, at, top + floors.title),
    ...downShapes(pen, 'call', lane, chip + thick.chip, top + floors.slab),
    pen.text('words', { ...words, text: 'system call', anchor: 'end' }),
    ...slabShapes(machine, pen, at, top + floors.slab, veiled.includes(part), answers, 12),
    pen.box('gate', {
      ...inner,
      y: gate,
      height: thick.gate,
      radius: 2,
      stroke: 'ink',
      strokeWidth: 1.2,
      dash: 'dashes',
    }),
    pen.text('gate-words', {
      x: inner.x + 8,
      y: gate + thick.gate / 2 + middle(12.5),
      text: gateWords(kind, inner.width - 12),
      size: 12.5,
    }),
    ...downShapes(pen, 'out', lane, gate + thick.gate, process),
    ...downShapes(pen, 'ground', lane, process + thick.chip, top + floors.ground),
  ];
}

/** What stands between that kernel and the host, in as many words as there is room for. */
function gateWords(kind: Machine['kind'], room: number): string {
  const words = kind === 'vm' ? ['virtual devices', 'devices'] : ['filtered calls', 'filter'];
  return words.find((text) => measure(text, 'sans', 12.5) <= room) ?? shorten(words[1] ?? '', 'sans', 12.5, room);
}

/** A slab inside a building: the kernel that answers there, and what tells it from another. */
function slabShapes(
  machine: Machine,
  pen: Pen,
  { inner }: Pick<Building, 'inner'>,
  y: number,
  hidden: boolean,
  answers: Said[],
  size: number,
): Shape[] {
  const { kind, kernel } = machine;
  const boot = hidden ? 'boot id ?' : bootOf(machine);
  const second = kind === 'sandbox' ? 'the Sentry' : boot;
  const line = (text: string, font: 'sans-bold' | 'sans', size: number) => shorten(text, font, size, inner.width - 16);
  // The version whole, rather than the word before it.
  const full = hidden ? 'Linux ?' : `Linux ${kernel}`;
  const name = line(measure(full, 'sans-bold', 13) <= inner.width - 16 ? full : kernel, 'sans-bold', 13);
  const said = answers.find(({ by, own }) => own && by === machine.name);
  const rows = said ? wrapped(said.text, inner.width - 12, size).slice(0, 2) : [];
  return [
    pen.box('slab', { ...inner, y, height: thick.slab, fill: 'slab', hatched: true }),
    pen.text('kernel', { x: inner.x + 8, y: y + 17, text: name, size: 13, font: 'sans-bold', tone: 'on-slab' }),
    ...(second === undefined
      ? []
      : [pen.text('boot', { x: inner.x + 8, y: y + 34, text: line(second, 'sans', size), size, tone: 'on-slab' })]),
    ...rows.map((text, index) =>
      pen.text(`answer-${index}`, {
        x: inner.x + 6,
        y: y + 52 + index * 16,
        text,
        size,
        font: 'mono',
        tone: 'on-slab',
      }),
    ),
  ];
}

function titleShape(pen: Pen, text: string, { inner }: Building, baseline: number): Shape {
  return pen.text('hostname', {
    x: inner.x + 2,
    y: baseline,
    text: shorten(text, 'mono', 12.5, inner.width - 4),
    size: 12.5,
    font: 'mono',
    tone: 'soft',
  });
}

function chipShapes(pen: Pen, label: string, { inner }: Pick<Building, 'inner'>, y: number): Shape[] {
  const { x, width } = inner;
  const text = shorten(label, 'mono', 12.5, width - 10);
  return [
    pen.box('chip', { x, width, y, height: thick.chip, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
    pen.text('label', { x: x + 6, y: y + thick.chip / 2 + middle(12.5), text, size: 12.5, font: 'mono' }),
  ];
}

/** A line straight down, with an arrow’s head. */
function downShapes(pen: Pen, name: string, x: number, from: number, to: number): Shape[] {
  const ink = { stroke: 'ink', strokeWidth: 1.4 } as const;
  return [
    pen.line(name, {
      points: [
        [x, from],
        [x, to],
      ],
      ...ink,
    }),
    pen.line(`${name}-head`, {
      points: [
        [x - 4.5, to - 6.5],
        [x, to - 0.5],
        [x + 4.5, to - 6.5],
      ],
      ...ink,
    }),
  ];
}

/** The same in a low picture: of a room its first process, of a machine its slab, and the host's slab below. */
function lowShapes(
  facts: HostFacts,
  rooms: PlacedRoom[],
  _canvas: Canvas,
  metrics: Metrics,
  veiled: string[],
  told: Told,
): Shape[] {
  const answers = answersOf(facts, told);
  const ground = metrics.top + 128;
  const kernels = [...machinesOf(facts, 'vm'), ...machinesOf(facts, 'sandbox')];
  const left = metrics.left + metrics.pad;
  const right = lowKernel(metrics.right - metrics.pad);
  const plain = rooms.filter(({ container }) => !sandboxOf(container.name, facts)).slice(0, 1);
  const own = kernels.slice(0, 1);
  const room = (at: PlacedRoom): Shape[] => {
    const { container, wall, first } = at;
    const place = roomPlan(lowRoom(left));
    const depth = wallDepth(metrics);
    const inside = {
      x: left + depth,
      y: place.y + depth,
      width: place.width - 2 * depth,
      height: place.height - 2 * depth,
    };
    const down = penFor(`container:${container.name}`, `call:${container.name}`);
    const lane = inside.x + inside.width / 2;
    const chip = { x: inside.x + 2, width: inside.width - 4, y: inside.y + 1 };
    const pen = penFor(`process:${container.name}`);
    const label = first ? shorten(labelOf(first), 'mono', 13, chip.width - 10) : '';
    return [
      ...wallShapes(at, slabLens, metrics, { ...place, inside }),
      ...(wall
        ? [
            pen.box('chip', { ...chip, height: 24, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
            pen.text('label', { x: chip.x + 5, y: chip.y + 12 + middle(13), text: label, size: 13, font: 'mono' }),
            ...downShapes(down, 'call', lane, chip.y + 24, ground),
          ]
        : []),
    ];
  };
  const kernel = (machine: Machine): Shape[] => {
    const { name, kind, pid } = machine;
    const part = machinePart(name);
    const pen = penFor(part, `kernel:${name}`);
    const title = kind === 'vm' ? 'virtual machine' : `container ${name}`;
    const inner = { x: right.x + 5, width: right.width - 10 };
    const process = `${pid} ${kind === 'vm' ? 'qemu' : 'runsc'}`;
    return [
      pen.text('title', {
        x: right.x + 4,
        y: 16,
        text: shorten(title, 'sans-bold', 13, right.width - 8),
        size: 13,
        font: 'sans-bold',
      }),
      pen.box('building', { ...right, stroke: 'ink', strokeWidth: 2 }),
      ...slabShapes(machine, pen, { inner }, 27, veiled.includes(part), answers, 13),
      ...downShapes(pen, 'out', right.x + 20, 108, ground),
      pen.text('process', { x: right.x + 30, y: 123, text: process, size: 13, font: 'mono' }),
    ];
  };
  return [...plain.flatMap(room), ...own.flatMap(kernel), ...hostAnswers(answers, metrics, ground)];
}
