import { withDigits } from '../../building/cgroup-paths.ts';
import type { Metrics } from '../../building/metrics.ts';
import type { Shape } from '../../drawing.ts';
import { penFor } from '../../paper/pen.ts';
import { measure, middle, shorten } from '../../paper/text.ts';
import { type NodePlace, plateHeightIn } from './plan.ts';

/** A path that someone reads: which part of the scene it is of, the group of its shapes, and what stands above it. */
interface ReadPath {
  part: string;
  group: string;
  title: string;
  path: string;
}

/** A path on a plate, its last part on a line of its own, and who reads it. */
export function pathPlate({ part, group, title, path }: ReadPath, at: NodePlace, metrics: Metrics): Shape[] {
  const pen = penFor(part, group);
  const low = metrics.format === 'landscape';
  const size = low ? 13 : 12;
  const height = plateHeightIn(metrics);
  const pad = low ? 4 : 8;
  const short = withDigits(path, 4);
  const cut = short === '/' ? 1 : short.lastIndexOf('/') + 1;
  const fitted = (line: string) => {
    // Of a name that does not fit, the part with the digits is whole.
    const digits = line.replace(/….+$/, '…');
    return shorten(measure(line, 'mono', size) <= at.width - 2 * pad ? line : digits, 'mono', size, at.width - 2 * pad);
  };
  const lines = [short.slice(0, cut), short.slice(cut)].filter((line) => line !== '');
  const baselines = lines.length === 1 ? [height / 2 + middle(size)] : low ? [15, 31] : [17, 34];
  return [
    ...(low
      ? []
      : [
          pen.text('title', {
            x: at.x,
            y: at.y - 6,
            text: shorten(title, 'sans', 12.5, at.width),
            size: 12.5,
            tone: 'soft',
          }),
        ]),
    pen.box('plate', { ...at, height, radius: 3, fill: 'paper', stroke: 'cgroup', strokeWidth: 1.6 }),
    ...lines.map((line, index) =>
      pen.text(`line-${index}`, {
        x: at.x + pad,
        y: at.y + (baselines[index] ?? 0),
        text: fitted(line),
        size,
        font: 'mono',
      }),
    ),
  ];
}
