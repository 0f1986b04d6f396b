import { useMemo, useRef, useState } from 'react';
import { layout } from '../diagram/layout.ts';
import type { LensName } from '../diagram/lenses/index.ts';
import { LivingDiagram } from '../diagram/views/LivingDiagram.tsx';
import type { HostFacts } from '../host/facts.ts';
import { useDrawnFormat } from '../scene/LivingFigure.tsx';
import { useReducedMotion } from '../scene/use-scene.ts';
import * as words from '../words/index.ts';
import type { Trouble } from './patience.ts';

interface Props {
  facts: HostFacts | undefined;
  lens: LensName;
  life: number;
  trouble: Trouble | undefined;
}

/** What the kernel says, drawn; pale, and with a word, while it says nothing new. */
export function Figure({ facts, lens, life, trouble }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const format = useDrawnFormat(place);
  // Two walls of eight courses below each other are too high for the low drawing: the other one scrolls.
  const drawn = lens === 'wall' && (facts?.containers.length ?? 0) > 1 ? 'tall' : format;
  const reduced = useReducedMotion();
  const [lit, setLit] = useState<string | null>(null);
  const drawing = useMemo(() => {
    if (!facts) return undefined;
    try {
      return layout(facts, lens, drawn);
    } catch (error) {
      console.error(error);
      return undefined;
    }
  }, [facts, lens, drawn]);
  const parts = useMemo(() => [...new Set(drawing?.shapes.map(({ part }) => part))], [drawing]);
  return (
    <div
      ref={place}
      className="living"
      data-trouble={trouble?.name}
      style={{ '--drawn-height': drawing?.height ?? 0 } as React.CSSProperties}
    >
      <div className="trouble" role="alert">
        {trouble && <p>{sentenceOf(trouble)}</p>}
      </div>
      {drawing ? (
        <LivingDiagram
          key={`${drawn} ${lens} ${life}`}
          drawing={drawing}
          lit={lit}
          onPoint={setLit}
          reduced={reduced}
          interactiveParts={parts}
        />
      ) : (
        <p className="asking">{facts ? words.workbench.tooMuch : words.workbench.asking}</p>
      )}
    </div>
  );
}

function sentenceOf(trouble: Trouble): string {
  return `${whatOf(trouble)} ${words.workbench.old}`;
}

// Each word by its whole name: taken out of `words.workbench` together, they would bring all words of the page along.
function whatOf(trouble: Trouble): string {
  if (trouble.name === 'halted') return words.workbench.halted;
  if (trouble.name === 'nonsense') return words.workbench.nonsense;
  return words.workbench.silent(trouble.seconds);
}
