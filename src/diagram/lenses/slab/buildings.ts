import { coursePart, machinePart } from '../../../host/entity.ts';
import type { HostFacts, Machine } from '../../../host/facts.ts';
import { processesOf } from '../../../host/views.ts';
import type { Lens, PlacedRoom } from '../../building/geometry.ts';
import type { Metrics } from '../../building/metrics.ts';
import { labelOf } from '../../building/moment.ts';
import { wallShapes } from '../../building/room.ts';
import * as common from '../../building/words.ts';
import type { Shape } from '../../drawing.ts';
import { type Pen, penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import type { Said } from './answers.ts';
import { sandboxOf } from './machines.ts';
import { downShapes, slabShapes } from './own.ts';
import { type Building, buildingTop, floorsOf, labelBaseline, thick } from './plan.ts';
import * as wording from './words.ts';

/** What the buildings are drawn from. */
export interface Street {
  facts: HostFacts;
  metrics: Metrics;
  veiled: string[];
  answers: Said[];
}

/** A container’s room: with its process on the host’s slab, or with a sandbox’s kernel between. */
export function roomShapes(lens: Lens, room: PlacedRoom, at: Building, street: Street): Shape[] {
  const { facts, metrics } = street;
  const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
  const { container, wall, first, hostname } = room;
  const outer = { labelBaseline: labelBaseline(metrics), x: at.x, y: top, width: at.width, height: floors.end };
  const inside = { ...at.inner, y: top, height: floors.end };
  const shapes = wallShapes(room, lens, metrics, { ...outer, inside, legendTop: 0 });
  if (!wall || !first) return shapes;
  const sentry = sandboxOf(container.name, facts);
  if (sentry) return [...shapes, ...ownSlab(sentry, at, street)];

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
    ...(rest > 0 ? [down.text('more', { ...more, text: common.more(rest) })] : []),
    ...downShapes(down, 'call', at.lane, chipTop + thick.chip, top + floors.ground),
    down.text('words', { ...words, text: wording.call, anchor: 'end' }),
  ];
}

/** A virtual machine's building. */
export function machineShapes(machine: Machine, at: Building, street: Street): Shape[] {
  const { metrics } = street;
  const pen = penFor(machinePart(machine.name));
  return [
    pen.text('title', {
      x: at.x + 4,
      y: labelBaseline(metrics),
      text: shorten(wording.machine, 'sans-bold', 13, at.width - 8),
      size: 13,
      font: 'sans-bold',
    }),
    pen.box('building', {
      x: at.x + 1.5,
      y: buildingTop(metrics),
      width: at.width - 3,
      height: floorsOf(metrics).end,
      stroke: 'ink',
      strokeWidth: 3,
    }),
    ...ownSlab(machine, at, street),
  ];
}

/** What has a kernel of its own: its processes, that kernel, what stands between it and the host, and the process that it is there. */
function ownSlab(machine: Machine, at: Building, { metrics, veiled, answers }: Street): Shape[] {
  const { name, kind, processes, pid } = machine;
  const [top, floors] = [buildingTop(metrics), floorsOf(metrics)];
  const part = machinePart(name);
  const pen = penFor(part, `kernel:${name}`);
  const { inner, lane } = at;
  const chip = top + floors.chip;
  const gate = top + floors.gate;
  const process = top + floors.process;
  const count = common.processes(processes);
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
    pen.text('words', { ...words, text: wording.call, anchor: 'end' }),
    ...slabShapes(pen, machine, { inner, y: top + floors.slab, size: 12 }, { hidden: veiled.includes(part), answers }),
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
  const words = wording.gate(kind);
  return words.find((text) => measure(text, 'sans', 12.5) <= room) ?? shorten(words[1] ?? '', 'sans', 12.5, room);
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
