import { useLayoutEffect, useRef, useState } from 'react';
import type { Width } from '../diagram/drawing.ts';
import { LivingDiagram } from '../diagram/views/LivingDiagram.tsx';
import type { StageData } from './data.ts';

interface Props {
  stage: StageData;
  lit: string | null;
  onPoint(part: string | null): void;
  reduced: boolean;
}

/** The diagram in motion, in the place of the step's static one. */
export function LivingFigure({ stage, lit, onPoint, reduced }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = useDrawnWidth(place);
  return (
    <div ref={place} className="living">
      <LivingDiagram
        // Another width is another drawing: nothing travels between the two.
        key={width}
        drawing={stage.drawings[width]}
        lit={lit}
        onPoint={onPoint}
        reduced={reduced}
        interactiveParts={Object.values(stage.entities)}
      />
    </div>
  );
}

/** The width that the style sheet has chosen: one place decides. */
export function useDrawnWidth(place: React.RefObject<HTMLElement | null>): Width {
  const [width, setWidth] = useState<Width>('full');
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () =>
      setWidth(getComputedStyle(element).getPropertyValue('--drawn').trim() === 'narrow' ? 'narrow' : 'full');
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
