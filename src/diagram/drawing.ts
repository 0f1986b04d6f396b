import type { NsKind } from '../host/facts.ts';

/** A drawing in CSS pixels at scale 1: text is never shown smaller than its `size`. */
export interface Drawing {
  width: number;
  height: number;
  /** In painting order. The same part has the same id in every step, so that motion knows what moved. */
  shapes: Shape[];
  /** What the picture says, in one to three sentences. */
  alternative: string;
  /** Which other parts stay bright while a part is pointed at: a room's processes with the room. */
  lights: Record<string, string[]>;
  /** Ids of the shapes that came or changed with the step that is drawn. */
  fresh?: string[];
  /** By the part of a process the part that it comes from when it comes: the nearest drawn process above it. */
  origins?: Record<string, string>;
  /** What travels at this step, on top of the shapes; absent: nothing does. */
  ways?: Way[];
}

/** The way of a packet along drawn cables, from the first point to the last. */
export interface Way {
  id: string;
  points: [x: number, y: number][];
  /** Where it comes by, in order: `db eth0`, `veth1a2b3c4`, `docker0` … */
  stops: string[];
  /** What arrives is answered, by the same way. */
  answered?: true;
}

/** `tall` stands beside the terminals, `landscape` between terminals and words on tablets and phones. */
export type Format = 'tall' | 'landscape';

/**
 * The box that each format is made for, in CSS px, and the smallest text in it. The smallest boxes in which the stage shows them are as
 * large for `tall`, and 310 by 185 for `landscape`: nowhere is a text set in less than 12 px.
 */
export const formats: Record<Format, { width: number; height: number; text: number }> = {
  tall: { width: 384, height: 484, text: 12 },
  landscape: { width: 336, height: 200, text: 13 },
};

/** What a colour means; the same everywhere on the site. */
export type Tone = NsKind | 'ink' | 'soft' | 'line' | 'paper' | 'sheet' | 'mark' | 'slab' | 'on-slab';

interface Common {
  id: string;
  /** The part of the host that this belongs to: `process:web`, `container:web`, `ns:pid:web`, `host`. Lit and dimmed together. */
  part: string;
  /** Shapes of one group follow each other and move as one; absent: all of the part's. */
  group?: string;
}

export interface BoxShape extends Common {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  fill?: Tone;
  stroke?: Tone;
  strokeWidth?: number;
  /** `dots`: a course that is not there. */
  dash?: 'dots' | 'dashes';
  /** 0 to 1. */
  strength?: number;
  /** The slab's hatching. */
  hatched?: boolean;
  /** How high it was at equal moments before it stood as it does, as shares of its height: a gauge that shows what was sampled. */
  plays?: number[];
}

export interface LineShape extends Common {
  kind: 'line';
  points: [x: number, y: number][];
  /** Fills what the points enclose. */
  fill?: Tone;
  stroke: Tone;
  strokeWidth: number;
  dash?: 'dots' | 'dashes';
  strength?: number;
  /** Drawn from its left to its right when it comes, where there is motion. */
  reveals?: true;
}

export interface TextShape extends Common {
  kind: 'text';
  /** Baseline. */
  x: number;
  y: number;
  text: string;
  /** CSS px, at least 12. */
  size: number;
  font: 'sans' | 'sans-bold' | 'mono';
  anchor: 'start' | 'middle' | 'end';
  tone: Tone;
}

export type Shape = BoxShape | LineShape | TextShape;
