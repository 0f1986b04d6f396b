import { PresenceContext, usePresence } from 'framer-motion';
import { animate } from 'framer-motion/dom/mini';
import { type ReactNode, useContext, useLayoutEffect, useRef, useState } from 'react';

/** How long what moves is on its way, in seconds. */
export const movesFor = 0.3;

interface Props {
  part: string;
  lit: boolean;
  x: number;
  y: number;
  opacity: number;
  /** Where it comes from, if it comes; absent: it appears where it stands. */
  from?: { x: number; y: number } | undefined;
  /** States cut instead of moving. */
  reduced: boolean;
  children: ReactNode;
}

/** Shapes that travel together: they appear where they come from, move to where they stand next, and fade where they leave. */
export function MovingGroup({ part, lit, x, y, opacity, from, reduced, children }: Props) {
  const group = useRef<SVGGElement>(null);
  const isFirstDrawing = useContext(PresenceContext)?.initial === false;
  const [isPresent, remove] = usePresence();
  const transform = placed(x, y);
  const strength = isPresent ? opacity : 0;
  // React sets these once; later on they are the animation's to write.
  const [style] = useState(
    isFirstDrawing ? { transform, opacity } : { transform: placed(from?.x ?? x, from?.y ?? y), opacity: 0 },
  );
  const shown = useRef(style);
  useLayoutEffect(() => {
    if (!group.current) return;
    const options = { duration: reduced ? 0 : movesFor, ease: 'easeOut' } as const;
    if (shown.current.transform !== transform) animate(group.current, { transform }, options);
    const fading = shown.current.opacity !== strength && animate(group.current, { opacity: strength }, options);
    shown.current = { transform, opacity: strength };
    if (!remove) return;
    // One that comes back meanwhile stops the fading, which then never ends.
    if (fading) fading.then(remove);
    else remove();
  }, [transform, strength, reduced, remove]);
  return (
    <g ref={group} data-part={part} className={lit ? 'hot' : undefined} style={style}>
      {children}
    </g>
  );
}

/** A place in the drawing as the CSS transform that leads there. */
export function placed(x: number, y: number): string {
  return `translate(${x}px, ${y}px)`;
}
