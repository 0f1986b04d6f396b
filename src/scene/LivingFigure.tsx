import { useLayoutEffect, useRef, useState } from 'react';
import type { Format } from '../diagram/drawing.ts';
import { LivingDiagram } from '../diagram/views/LivingDiagram.tsx';
import type { StageData } from './data.ts';

interface Props {
  stage: StageData;
  lit: string | null;
  onPoint(part: string | null): void;
  reduced: boolean;
  /** The step that is drawn: a step back plays nothing. */
  step: number;
  /** Whether the next step runs: what still plays of this one has its end. */
  runs: boolean;
}

/** The diagram in motion, in the place of the step's static one. */
export function LivingFigure({ stage, lit, onPoint, reduced, step, runs }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const format = useDrawnFormat(place);
  const [way, setWay] = useState({ step, back: false });
  if (way.step !== step) setWay({ step, back: step < way.step });
  const cut = reduced || way.back;
  return (
    <div ref={place} className="living">
      <LivingDiagram
        // Another format is another drawing: nothing travels between the two.
        key={format}
        drawing={stage.drawings[format]}
        lit={lit}
        onPoint={onPoint}
        reduced={cut}
        plays={!cut && !runs}
        interactiveParts={Object.values(stage.entities)}
      />
    </div>
  );
}

/** The format that the style sheet has chosen: one place decides. */
export function useDrawnFormat(place: React.RefObject<HTMLElement | null>): Format {
  const [format, setFormat] = useState<Format>('tall');
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () =>
      setFormat(getComputedStyle(element).getPropertyValue('--drawn').trim() === 'landscape' ? 'landscape' : 'tall');
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return format;
}
