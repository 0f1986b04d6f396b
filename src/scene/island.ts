import type { Store } from '../player/store.ts';

/** The element that the page holds around a scene. It carries the store from the early script to the living scene, which are two bundles. */
export interface Island extends HTMLElement {
  store?: Store;
  /** Per take and stage, the rows that each terminal asks for: `rowsAsked` in score.ts. */
  rows?: Record<string, number[][]>;
  /** Shows the state anew; the living scene calls it when it has taken over. */
  show?: () => void;
  /** Does what the button with that `data-do` and value does, and leads the focus as it would. */
  act?: (what: string, value: number) => void;
}
