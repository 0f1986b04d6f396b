import { AnimatePresence } from 'framer-motion';
import type { PointerEvent } from 'react';
import type { Drawing } from '../drawing.ts';
import { MovingGroup } from './MovingGroup.tsx';
import { groupsOf, Mark } from './marks.tsx';
import { Played } from './Played.tsx';
import { Packets, Ways } from './Ways.tsx';

interface Props {
  drawing: Drawing;
  /** The part that is pointed at, here or in a terminal. */
  lit: string | null;
  onPoint(part: string | null): void;
  /** States cut instead of moving: reduced motion, the speed "instant", or a step back. */
  reduced: boolean;
  /** Whether what happens in the step is shown as it happens: packets travel, gauges show what was sampled; absent: unless states cut. */
  plays?: boolean;
  /** The parts that answer to the pointer. */
  interactiveParts: string[];
}

/** The same drawing, in motion from one state to the next. The keyboard reaches its links through the transcript. */
export function LivingDiagram({ drawing, lit, onPoint, reduced, plays = !reduced, interactiveParts }: Props) {
  const groups = groupsOf(drawing);
  // An entity that has left the drawing lights nothing, and so dims nothing.
  const shown = lit !== null && groups.some((group) => group.part === lit) ? lit : null;
  const bright = new Set(shown === null ? [] : [shown, ...(drawing.lights[shown] ?? [])]);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const part =
      event.target instanceof Element ? event.target.closest('[data-part]')?.getAttribute('data-part') : null;
    onPoint(part && interactiveParts.includes(part) ? part : null);
  };
  return (
    <svg
      className={plays ? 'dg moving' : 'dg'}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="img"
      aria-label={drawing.alternative}
      onPointerOver={point}
      onPointerLeave={() => onPoint(null)}
    >
      <AnimatePresence initial={false}>
        {groups.map(({ key, part, x, y, shapes }) => (
          <MovingGroup
            key={key}
            part={part}
            lit={part === shown}
            x={x}
            y={y}
            from={groups.find((group) => group.part === drawing.origins?.[part])}
            opacity={shown === null || bright.has(part) ? 1 : 0.35}
            reduced={reduced}
          >
            {shapes.map((shape) => {
              const mark = (
                <Mark key={shape.id} shape={shape} fresh={drawing.fresh?.includes(shape.id)} dx={x} dy={y} />
              );
              if (!plays || shape.kind !== 'box' || !shape.plays) return mark;
              return (
                <Played key={`${shape.id} plays`} heights={shape.plays}>
                  {mark}
                </Played>
              );
            })}
          </MovingGroup>
        ))}
      </AnimatePresence>
      <Ways ways={drawing.ways} />
      {plays && <Packets key={JSON.stringify(drawing.ways)} ways={drawing.ways} />}
    </svg>
  );
}
