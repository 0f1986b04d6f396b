import { animate } from 'framer-motion/dom/mini';
import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** How long a gauge takes to show what was sampled in a step, in seconds, however long the step took. */
const playsFor = 1.2;

interface Props {
  /** How high it was at equal moments, as shares of how high it stands. */
  heights: number[];
  children: ReactNode;
}

/** What fills a tube, going through the heights that were sampled, once, and standing as it is drawn in the end. */
export function Played({ heights, children }: Props) {
  const group = useRef<SVGGElement>(null);
  const keys = heights.join(' ');
  useLayoutEffect(() => {
    if (!group.current) return;
    const transform = [...keys.split(' '), '1'].map((height) => `scaleY(${height})`);
    const playing = animate(group.current, { transform }, { duration: playsFor, ease: 'linear' });
    return () => playing.cancel();
  }, [keys]);
  return (
    <g ref={group} className="plays">
      {children}
    </g>
  );
}
