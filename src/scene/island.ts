import type { Store } from '../player/store.ts';

/** The element that the page holds around a scene. It carries the store from the early script to the living scene, which are two bundles. */
export interface Island extends HTMLElement {
  store?: Store;
  /** Shows the state anew; the living scene calls it when it has taken over. */
  show?: () => void;
}
