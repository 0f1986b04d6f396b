import { coursePart, machinePart } from '../../../host/entity.ts';
import type { HostFacts, Machine } from '../../../host/facts.ts';
import { processesOf } from '../../../host/views.ts';
import type { Lens, PlacedRoom } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import { labelOf } from '../../building/moment.ts';
import { sharedLegend, wallShapes } from '../../building/room.ts';
import type { Shape, Way } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { type Building, buildings, buildingTop, floorsOf, labelBaseline, legendTop, thick } from './plan.ts';

/** Whose kernel answers: a container’s room stands on the host’s slab, a machine has a slab of its own and is a process on the host. */
export const slabLens: Lens = {
  // Rooms stand beside machines, and their walls leave them the width that they need.
  measures: { tall: { pitch: 3.5 }, landscape: { pitch: 2.6 } },
  cells: () => 1,
  hostRows: (facts) => machinesOf(facts, 'vm').length,
  bottom: (_canvas, metrics) => buildingTop(metrics) + floorsOf(metrics).ground - 18,
  draw(facts, rooms, canvas, metrics, veiled) {
    const places = buildings(canvas, metrics);
    const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
    return [
      ...sharedLegend(rooms, slabLens, metrics, { x: metrics.left + metrics.pad, legendTop: legendTop(metrics) }),
      ...rooms.flatMap((room) => {
        const at = places.rooms[room.place];
        return at ? roomShapes(facts, room, at, metrics, veiled) : [];
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
          ...ownSlab(machine, at, metrics, veiled),
        ];
      }),
    ];
  },
  // Where others answer too, what tells this kernel from them.
  motto(facts) {
    const [host] = machinesOf(facts, 'host');
    return (host && bootOf(host)) || undefined;
  },
  aboutHost(facts) {
    return machinesOf(facts, 'vm')
      .map(
        ({ pid, processes }) =>
          `On it runs a virtual machine, which is process ${pid} of the host and has ${processes} processes on a kernel of its own.`,
      )
      .join(' ');
  },
  about(facts, { container }, veiled) {
    const sentry = sandboxOf(container.name, facts);
    if (!sentry) return 'stands on the host’s kernel, which answers its system calls.';
    const told = veiled.includes(machinePart(container.name)) ? '' : `, Linux ${sentry.kernel}`;
    return `stands on a kernel of its own, gVisor’s Sentry${told}, which is process ${sentry.pid} of the host.`;
  },
  ways(facts, rooms, canvas, metrics, packet) {
    if (packet.to !== 'kernel') return [];
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
function roomShapes(facts: HostFacts, room: PlacedRoom, at: Building, metrics: Metrics, veiled: string[]): Shape[] {
  const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
  const { container, wall, first, hostname } = room;
  const outer = { labelBaseline: labelBaseline(metrics), x: at.x, y: top, width: at.width, height: floors.end };
  const inside = { ...at.inner, y: top, height: floors.end };
  const shapes = wallShapes(room, slabLens, metrics, { ...outer, inside, legendTop: 0 });
  if (!wall || !first) return shapes;
  const sentry = sandboxOf(container.name, facts);
  if (sentry) return [...shapes, ...ownSlab(sentry, at, metrics, veiled)];

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
function ownSlab(machine: Machine, at: Building, metrics: Metrics, veiled: string[]): Shape[] {
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
    titleShape(pen, veiled.includes(part) ? '?' : machine.hostname, at, top + floors.title),
    ...chipShapes(penFor(part, `inside:${name}`), count, at, chip),
    ...downShapes(pen, 'call', lane, chip + thick.chip, top + floors.slab),
    pen.text('words', { ...words, text: 'system call', anchor: 'end' }),
    ...slabShapes(machine, pen, at, top + floors.slab, veiled.includes(part)),
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
    // Outside of the building there is no wall to keep clear of.
    ...chipShapes(
      penFor(part, `process:${name}`),
      `${pid} ${kind === 'vm' ? 'qemu' : 'runsc'}`,
      { inner: at },
      process,
    ),
    ...downShapes(pen, 'ground', lane, process + thick.chip, top + floors.ground),
  ];
}

/** What stands between that kernel and the host, in as many words as there is room for. */
function gateWords(kind: Machine['kind'], room: number): string {
  const words = kind === 'vm' ? ['virtual devices', 'devices'] : ['filtered calls', 'filter'];
  return words.find((text) => measure(text, 'sans', 12.5) <= room) ?? shorten(words[1] ?? '', 'sans', 12.5, room);
}

/** A slab inside a building: the kernel that answers there, and what tells it from another. */
function slabShapes(machine: Machine, pen: Pen, { inner }: Building, y: number, hidden: boolean): Shape[] {
  const { kind, kernel } = machine;
  const boot = hidden ? 'boot id ?' : bootOf(machine);
  const second = kind === 'sandbox' ? 'the Sentry' : boot;
  const line = (text: string, font: 'sans-bold' | 'sans', size: number) => shorten(text, font, size, inner.width - 16);
  const name = line(hidden ? 'Linux ?' : `Linux ${kernel}`, 'sans-bold', 13);
  return [
    pen.box('slab', { ...inner, y, height: thick.slab, fill: 'slab', hatched: true }),
    pen.text('kernel', { x: inner.x + 8, y: y + 17, text: name, size: 13, font: 'sans-bold', tone: 'on-slab' }),
    ...(second === undefined
      ? []
      : [pen.text('boot', { x: inner.x + 8, y: y + 34, text: line(second, 'sans', 12), size: 12, tone: 'on-slab' })]),
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
