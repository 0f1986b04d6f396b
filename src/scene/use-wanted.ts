import { type RefObject, useEffect, useState } from 'react';

/** What tells that the reader is at a scene, and not only passing by. */
const signs = ['pointerover', 'focusin', 'keydown', 'touchstart'] as const;

/**
 * Whether the terminals of a scene are wanted: the reader points at the scene, has the focus in it, or has moved it. Until then the rows that
 * were served show the same, and cost nothing.
 */
export function useWanted(place: RefObject<HTMLElement | null>, alive: boolean, moved: boolean): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!alive || wanted || !element) return;
    const want = () => setWanted(true);
    // What woke the scene was one of these already. The focus of the scene itself is that of a link that leads to it.
    if (moved || element.matches(':hover, :has(:focus)')) return want();
    for (const sign of signs) element.addEventListener(sign, want, { passive: true });
    return () => {
      for (const sign of signs) element.removeEventListener(sign, want);
    };
  }, [place, alive, moved, wanted]);
  return wanted;
}
