import type { Drawing, Format, Tone } from '../diagram/drawing.ts';
import type { LensName } from '../diagram/lenses/index.ts';
import type { NsKind } from '../host/facts.ts';
import type { Provenance } from '../recording/recording.ts';

/** One scene as the page needs it: script and recordings joined and checked at build. JSON all the way down. */
export interface SceneData {
  id: string;
  title: string;
  lens: LensName;
  /** The colour of what that looks at. */
  tone: Tone;
  /** What differs between the takes. */
  varies: string;
  panes: PaneData[];
  /** The first is the default. All have the same number of steps. */
  takes: TakeData[];
}

export interface PaneData {
  id: string;
  title: string;
  via?: string;
  /** Rows shown at once. */
  rows: number;
}

export interface TakeData {
  id: string;
  label: string;
  /** The label in a word or two. */
  name: string;
  removes?: NsKind;
  provenance: Provenance;
  /** Asciicasts to download, by pane: paths below the site's base. */
  downloads: Record<string, string>;
  /** The stage before the first step. */
  start: StageData;
  steps: StepData[];
}

/** What stands on the stage when a step is over. The stage is a function of this. */
export interface StageData {
  /** What the host reported then, drawn: the page gets pictures, and the facts stay in the recording. */
  drawings: Record<Format, Drawing>;
  /** Per pane: what its prompt line shows while it waits; absent when the pane is not open. */
  idle: Record<string, Row>;
  /** Names of the script's entities that exist now, and the id of the part of the diagram that each one is. */
  entities: Record<string, string>;
  /** Per pane that opened as the step ended: what it printed then, for the living terminal. */
  opened: Record<string, string>;
}

export interface StepData extends StageData {
  id: string;
  inputs: { pane: string; command: string }[];
  before: Rich;
  after: Rich;
  /** `after` as one plain sentence or two, for the status line that assistive technology reads. */
  announce: string;
  predict?: PredictionData;
  /** What each pane printed in this step, in the order of the panes; panes that stayed silent are absent. */
  printed: Record<string, Printed>;
  exitCode: number | null;
}

export interface Printed {
  /** Rows from the one that holds the prompt to the last one of the output, without the next prompt. */
  rows: Row[];
  /** The row of the pane's whole history at which `rows` begins. */
  firstRow: number;
  /** How many of `rows` are the prompt and the echoed command: a long command takes more than one. 0 when nothing was typed here. */
  commandRows: number;
  /** The recorded bytes: seconds since the step began, text. Fed to the living terminal. */
  bytes: [seconds: number, text: string][];
  marks: MarkData[];
}

/** One row of a terminal, as runs of equal looks. */
export type Row = Run[];
export interface Run {
  text: string;
  /** Absent: plain. */
  look?: 'prompt' | 'dim' | 'bold' | Colour | `bold-${Colour}`;
}

type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';

export interface MarkData {
  /** Row in the pane's whole history, column, and length in cells. */
  row: number;
  column: number;
  length: number;
  text: string;
  /** A name of the script's `entities`. */
  entity: string;
}

export interface PredictionData {
  question: Rich;
  answers: Rich[];
  right: number;
  proof: MarkData & { pane: string };
  because: Rich;
}

/** Prose with code in it. */
export type Rich = (string | { code: string })[];
