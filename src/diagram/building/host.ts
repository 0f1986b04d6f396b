import { processPart } from '../../host/entity.ts';
import type { HostFacts, Process } from '../../host/facts.ts';
import type { Shape } from '../drawing.ts';
import { penFor } from '../paper/pen.ts';
import { measure, middle, shorten } from '../paper/text.ts';
import type { Lens } from './geometry.ts';
import { heights, type Metrics } from './metrics.ts';
import { daemonName, hostnameOf, restOf } from './moment.ts';

/** The host's outline with its name and the number of its processes, and the slab below. */
export function frame(facts: HostFacts, lens: Lens, metrics: Metrics, slabTop: number): Shape[] {
  const { left, right, top, pad, slabHeight } = metrics;
  const width = right - left;
  const host = penFor('host');
  const slab = penFor('slab');
  const count = `${facts.processCount} ${facts.processCount === 1 ? 'process' : 'processes'}`;
  const name = lens.hostTitle ?? hostnameOf(facts);
  const low = metrics.format === 'landscape';
  // Where rooms stand beside the host's side, its title is no wider than that.
  const nameRoom = low ? metrics.roomLeft - left - pad - 8 : width - 2 * pad - measure(count, 'sans', 13) - 16;
  const baseline = top + (low ? 18 : 23);
  const countAt = low
    ? ({ x: left + pad, y: baseline + 17 } as const)
    : ({ x: right - pad, y: baseline, anchor: 'end' } as const);
  const kernel = shorten(`Linux ${facts.kernel}`, 'sans-bold', 14.5, width - 28);
  const motto = lens.motto?.(facts) ?? 'one kernel under everything';
  const motto1 = width - 28 - measure(kernel, 'sans-bold', 14.5) - measure(motto, 'sans', 13) >= 16;
  const one = slabHeight <= 50;
  const kernelBaseline = slabTop + (one ? slabHeight / 2 : 21) + middle(14.5);
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
          host.text('count', { ...countAt, text: count, size: 13, tone: 'soft' }),
        ]),
    slab.box('slab', { x: left, y: slabTop, width, height: slabHeight, fill: 'slab', hatched: true }),
    slab.text('kernel', {
      x: left + 14,
      y: kernelBaseline,
      text: kernel,
      size: 14.5,
      font: 'sans-bold',
      tone: 'on-slab',
    }),
    ...(one && !motto1
      ? []
      : [
          slab.text('motto', {
            x: one ? right - 14 : left + 14,
            y: one ? slabTop + slabHeight / 2 + middle(13) : slabTop + 41 + middle(13),
            text: motto,
            size: 13,
            anchor: one ? 'end' : 'start',
            tone: 'on-slab',
          }),
        ]),
  ];
}

/** The host's own processes as chips, and the number of those that are not drawn. */
export function hostChips(
  facts: HostFacts,
  chosen: Process[],
  metrics: Metrics,
  places: { x: number; y: number }[],
): Shape[] {
  const size = 12.5;
  const shapes: Shape[] = [];
  chosen.forEach((process, index) => {
    const at = places[index];
    if (!at) return;
    const pen = penFor(processPart(process, facts));
    // Names stand in one column for pids of up to four digits, wherever the others are.
    const nameX = 10 + Math.max(4, String(process.pid).length) * size * 0.6 + 8;
    const baseline = at.y + heights.hostChip / 2 + middle(size);
    const name = shorten(daemonName(process), 'mono', size, metrics.chipWidth - nameX - 6);
    const box = { ...at, width: metrics.chipWidth, height: heights.hostChip, radius: 3 };
    shapes.push(
      pen.box('chip', { ...box, fill: 'paper', stroke: 'line', strokeWidth: 1 }),
      pen.text('pid', { x: at.x + 10, y: baseline, text: String(process.pid), size, font: 'mono', tone: 'soft' }),
      pen.text('name', { x: at.x + nameX, y: baseline, text: name, size, font: 'mono' }),
    );
  });
  const rest = restOf(facts, chosen.length);
  const at = places[chosen.length];
  if (rest > 0 && at) {
    const y = at.y + heights.hostChip / 2 + middle(13);
    shapes.push(penFor('rest').text('more', { x: at.x + 10, y, text: `and ${rest} more`, size: 13, tone: 'soft' }));
  }
  return shapes;
}
