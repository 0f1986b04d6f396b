import { type FocusEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import type { StageData } from './data.ts';

/** What is pointed at: a part of the diagram, and the token that has the focus. */
export interface Lit {
  part: string | null;
  focused: string | null;
}

const entityOf = (target: EventTarget) => (target as Element).closest<HTMLElement>('[data-entity]')?.dataset.entity;

/** One piece of state for both directions: a token lights its part of the diagram, a part lights its tokens. A press holds the light. */
export function useLit(stage: StageData) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const partOf = (target: EventTarget) => stage.entities[entityOf(target) ?? ''] ?? null;

  const handlers = {
    onPointerOver(event: PointerEvent) {
      if (event.pointerType === 'mouse' && !inDiagram(event.target)) setPointed(partOf(event.target));
    },
    onPointerLeave() {
      setPointed(null);
    },
    onClick(event: MouseEvent) {
      const part = partOf(event.target);
      if (part) setHeld((before) => (before === part ? null : part));
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      const token = (event.target as HTMLElement).closest<HTMLElement>('[data-mark]');
      setFocused(token?.dataset.mark ?? null);
      setPointed(token ? partOf(token) : null);
    },
    onBlur() {
      setFocused(null);
      setPointed(null);
    },
  };
  const lit: Lit = { part: pointed ?? held, focused };
  return { lit, setPointed, handlers };
}

function inDiagram(target: EventTarget): boolean {
  return (target as Element).closest('.living') !== null;
}
