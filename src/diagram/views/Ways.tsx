import { animate } from 'framer-motion/dom/mini';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Way } from '../drawing.ts';
import { movesFor, placed } from './MovingGroup.tsx';
import { pathOf } from './path.ts';

/** The ways of packets, as thin lines with an arrow at the end. */
export function Ways({ ways }: { ways: Way[] | undefined }) {
  return ways?.map(({ id, points, answered }) => (
    <g key={id} className="way">
      <path d={pathOf(points)} />
      <path d={pathOf(arrowOf(points))} />
      {answered && <path d={pathOf(arrowOf(points.toReversed()))} />}
    </g>
  ));
}

/** How fast a packet is shown to travel, px per second: slow enough for an eye to follow it around a corner. */
const speed = 420;

/** What travels along each way, once, when the step that sends it is reached. */
export function Packets({ ways }: { ways: Way[] | undefined }) {
  return ways?.map((way) => <Packet key={way.id} way={way} />);
}

function Packet({ way }: { way: Way }) {
  const circle = useRef<SVGCircleElement>(null);
  // An answer turns round where the call arrived.
  const points = useMemo(
    () => (way.answered ? [...way.points, ...way.points.toReversed().slice(1)] : way.points),
    [way],
  );
  const total = marksOf(points).at(-1) ?? 0;
  useLayoutEffect(() => {
    if (!circle.current || total === 0) return;
    const duration = total / speed;
    const times = marksOf(points).map((mark) => mark / total);
    const places = points.map(([x, y]) => placed(x, y));
    // It leaves when everything else has arrived.
    animate(circle.current, { transform: places }, { duration, delay: movesFor, times, ease: 'linear' });
    animate(circle.current, { opacity: 0 }, { duration: 0.2, delay: movesFor + duration });
  }, [points, total]);
  const [x, y] = points[0] ?? [0, 0];
  return (
    total > 0 && (
      <g className="way">
        <circle ref={circle} r={5} style={{ transform: placed(x, y) }} />
      </g>
    )
  );
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
