import { circle as MotionCircle } from 'framer-motion/m';
import type { Way } from './drawing.ts';

/** The ways of packets, as thin lines with an arrow at the end. */
export function Ways({ ways }: { ways: Way[] | undefined }) {
  return ways?.map(({ id, points }) => (
    <g key={id} className="way">
      <path d={pathOf(points)} />
      <path d={pathOf(arrowOf(points))} />
    </g>
  ));
}

/** How fast a packet is shown to travel, px per second: slow enough for an eye to follow it around a corner. */
const speed = 420;

/** What travels along each way, once, when the step that sends it is reached. */
export function Packets({ ways }: { ways: Way[] | undefined }) {
  return ways?.map(({ id, points }) => {
    const marks = marksOf(points);
    const total = marks.at(-1) ?? 0;
    if (total === 0) return null;
    const times = marks.map((mark) => mark / total);
    return (
      <g key={id} className="way">
        <MotionCircle
          r={5}
          initial={{ x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0, opacity: 1 }}
          animate={{ x: points.map(([x]) => x), y: points.map(([, y]) => y), opacity: 0 }}
          transition={{
            duration: total / speed,
            delay: 0.3,
            times,
            ease: 'linear',
            opacity: { duration: 0.2, delay: 0.3 + total / speed },
          }}
        />
      </g>
    );
  });
}

/** How far along the way each of its points is. */
function marksOf(points: Way['points']): number[] {
  let sum = 0;
  return points.map(([x, y], index) => {
    const [px, py] = points[index - 1] ?? [x, y];
    sum += Math.hypot(x - px, y - py);
    return sum;
  });
}

/** The two strokes of an arrow's head at the last point. */
function arrowOf(points: Way['points']): Way['points'] {
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) return [];
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
  const [ux, uy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const wing = (side: number): [number, number] => [
    tip[0] - 7 * ux - side * 4.5 * uy,
    tip[1] - 7 * uy + side * 4.5 * ux,
  ];
  return [wing(1), tip, wing(-1)];
}

function pathOf(points: Way['points']): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
