import { processPart } from '../../host/entity.ts';
import type { HostFacts, Process } from '../../host/facts.ts';
import type { Shape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { measure, middle, shorten } from '../paper/text.ts';
import type { Lens } from './geometry.ts';
import { heightsOf, type Metrics } from './metrics.ts';
import { daemonName, hostnameOf, restOf } from './moment.ts';
import * as common from './words.ts';

/** The host's outline with its name and the number of its processes, and the slab below. */
export function frame(facts: HostFacts, lens: Lens, metrics: Metrics, slabTop: number): Shape[] {
  const { left, right, top, pad, slabHeight } = metrics;
  const width = right - left;
  const host = penFor('host');
  const slab = penFor('slab');
  const count = common.processes(facts.processCount);
  const name = lens.hostTitle ?? hostnameOf(facts);
  const low = metrics.format === 'landscape';
  // Where rooms stand beside the host's side, its title is no wider than that.
  const nameRoom = low ? metrics.roomLeft - left - pad - 8 : width - 2 * pad - measure(count, 'sans', 13) - 16;
  const baseline = top + (low ? 18 : 23);
  const countAt = low
    ? ({ x: left + pad, y: baseline + 17 } as const)
    : ({ x: right - pad, y: baseline, anchor: 'end' } as const);
  const size = low ? 13.5 : 14.5;
  const kernel = shorten(`Linux ${facts.kernel}`, 'sans-bold', size, width - 28);
  const motto = lens.motto?.(facts) ?? common.motto;
  const beside = width - 28 - measure(kernel, 'sans-bold', size) - measure(motto, 'sans', 13) >= 16;
  // Below the version where there is no width for both, and left out where there is no height either.
  const below = !beside && slabHeight >= 44;
  const centre = slabTop + slabHeight / 2 + middle(size);
  const kernelBaseline = below ? slabTop + 20 : centre;
  return [
    host.box('frame', { x: left, y: top, width, height: slabTop - top, stroke: 'line', strokeWidth: 1.5 }),
    ...(lens.untitled?.includes(metrics.format)
      ? []
      : [
          host.text('name', {
            x: left + pad,
            y: baseline,
            text: shorten(name, 'sans-bold', 14, nameRoom),
            size: 14,
            font: 'sans-bold',
          }),
          host.text('count', {
            ...countAt,
            text: low ? shorten(count, 'sans', 13, nameRoom) : count,
            size: 13,
            tone: 'soft',
          }),
        ]),
    slab.box('slab', { x: left, y: slabTop, width, height: slabHeight, fill: 'slab', hatched: true }),
    slab.text('kernel', {
      x: left + 14,
      y: kernelBaseline,
      text: kernel,
      size,
      font: 'sans-bold',
      tone: 'on-slab',
    }),
    ...(beside || below
      ? [
          slab.text('motto', {
            x: below ? left + 14 : right - 14,
            y: below ? slabTop + 38 : centre,
            text: below ? shorten(motto, 'sans', 13, width - 28) : motto,
            size: 13,
            anchor: below ? 'start' : 'end',
            tone: 'on-slab',
          }),
        ]
      : []),
  ];
}

/** Where a chip stands, and how wide it is. */
interface ChipPlace {
  x: number;
  y: number;
  width: number;
}

const chipText = { tall: 12.5, landscape: 13 };

/** How many rows the chips of so many processes fill, with the words that count the others. */
export function chipRows(count: number, { columns }: Metrics): number {
  return Math.ceil((count + 1) / columns);
}

/**
 * The places of the host's chips, and one more for the words that count the others: as many in a row as there are columns, each
 * as wide as what stands on it where the row has room for that.
 */
export function chipPlaces(facts: HostFacts, chosen: Process[], metrics: Metrics, top: number): ChipPlace[] {
  const { left, right, pad, columns, chipWidth, chipPitch } = metrics;
  const size = chipText[metrics.format];
  const gap = columns > 1 ? Math.min(10, (right - left - 2 * pad - columns * chipWidth) / (columns - 1)) : 0;
  const needed = chosen.map((process) =>
    Math.ceil(nameAt(process, size) + daemonName(process).length * size * 0.6 + 10),
  );
  const rest = measure(common.more(restOf(facts, chosen.length)), 'sans', 13) + 10;
  return Array.from({ length: chosen.length + 1 }, (_, index) => {
    const first = index - (index % columns);
    const row = [...needed, rest].slice(first, first + columns);
    const fits = columns > 1 && row.reduce((sum, each) => sum + each + gap, -gap) <= right - left - 2 * pad;
    const width = (at: number) => (fits ? (row[at] ?? chipWidth) : chipWidth);
    const before = Array.from({ length: index - first }, (_each, at) => width(at) + gap);
    return {
      x: left + pad + before.reduce((sum, each) => sum + each, 0),
      y: top + Math.floor(index / columns) * chipPitch,
      width: width(index - first),
    };
  });
}

/** Where the name stands on a chip, behind the number. */
function nameAt({ pid }: Process, size: number): number {
  return 10 + String(pid).length * size * 0.6 + 9;
}

/** The host's own processes as chips, and the number of those that are not drawn. */
export function hostChips(facts: HostFacts, chosen: Process[], metrics: Metrics, places: ChipPlace[]): Shape[] {
  const size = chipText[metrics.format];
  const height = heightsOf[metrics.format].hostChip;
  const shapes: Shape[] = [];
  chosen.forEach((process, index) => {
    const at = places[index];
    if (!at) return;
    const pen = penFor(processPart(process, facts));
    const nameX = nameAt(process, size);
    const baseline = at.y + height / 2 + middle(size);
    const name = shorten(daemonName(process), 'mono', size, at.width - nameX - 8);
    shapes.push(
      pen.box('chip', { ...at, height, radius: 3, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
      pen.text('pid', { x: at.x + 10, y: baseline, text: String(process.pid), size, font: 'mono', tone: 'soft' }),
      pen.text('name', { x: at.x + nameX, y: baseline, text: name, size, font: 'mono' }),
    );
  });
  const rest = restOf(facts, chosen.length);
  const at = places[chosen.length];
  if (rest > 0 && at) {
    const y = at.y + height / 2 + middle(13);
    const x = chosen.length % metrics.columns === 0 ? at.x : at.x + 4;
    shapes.push(penFor('rest').text('more', { x, y, text: common.more(rest), size: 13, tone: 'soft' }));
  }
  return shapes;
}
