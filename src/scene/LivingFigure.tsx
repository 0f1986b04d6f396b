import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Width } from '../diagram/drawing.ts';
import { LivingDiagram } from '../diagram/LivingDiagram.tsx';
import type { SceneData, StageData } from './data.ts';
import { canvasFor, drawingOf } from './drawings.ts';

interface Props {
  scene: SceneData;
  stage: StageData;
  lit: string | null;
  onPoint(part: string | null): void;
  reduced: boolean;
}

/** The diagram in motion, in the place of the step's static one. */
export function LivingFigure({ scene, stage, lit, onPoint, reduced }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = useDrawnWidth(place);
  const canvas = useMemo(() => canvasFor(scene, width), [scene, width]);
  const drawing = useMemo(() => drawingOf(stage, scene.lens, width, canvas), [stage, scene, width, canvas]);
  return (
    <div ref={place} className="living">
      <LivingDiagram
        // Another width is another drawing: nothing travels between the two.
        key={width}
        drawing={drawing}
        lit={lit}
        onPoint={onPoint}
        reduced={reduced}
        interactiveParts={Object.values(stage.entities)}
      />
    </div>
  );
}

/** The width that the style sheet has chosen: one place decides. */
function useDrawnWidth(place: React.RefObject<HTMLElement | null>): Width {
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
