import type { PaneRecording } from '../recording/parse.ts';
import { inputsOf, type SceneScript, stepInTake } from '../recording/script.ts';
import type { Printed, Row } from '../scene/data.ts';
import { fail } from './author-error.ts';
import { Screen } from './screen.ts';

/** One pane through one take. */
export interface PaneHistory {
  /** Index of the step after which the pane is open; -1: from the start. */
  opensAfter: number;
  /** What it printed on opening. */
  opening: string;
  idleAtStart: Row | undefined;
  steps: { printed: Omit<Printed, 'marks'> | undefined; idle: Row | undefined; exitCode: number | null }[];
}

/** Plays a pane's recording on a terminal and notes what each step left there. */
export async function playPane(
  recording: PaneRecording,
  pane: string,
  script: SceneScript,
  take: string,
  file: string,
): Promise<PaneHistory> {
  const opensAfter = script.steps.findIndex((step) => step.id === script.panes[pane]?.opensAfter);
  const opening = textOf(wholeEscapes(recording.opening));
  const screen = new Screen(
    recording.header.width,
    opening + recording.steps.map((step) => textOf(step.events)).join(''),
  );
  const history: PaneHistory = { opensAfter, opening, idleAtStart: undefined, steps: [] };

  let idle: Row | undefined;
  if (opensAfter < 0) history.idleAtStart = idle = await screen.open(opening);
  for (const [index, told] of script.steps.entries()) {
    const step = stepInTake(told, take);
    const typed = inputsOf(step).some((input) => input.pane === pane);
    const closes = step.ends !== undefined && 'paneCloses' in step.ends && step.ends.paneCloses === pane;
    const recorded = recording.steps.find((one) => one.step === told.id);
    const bytes = wholeEscapes(recorded?.events ?? []);
    if (typed && bytes.length === 0)
      fail({ file, step: told.id, take }, 'what was typed and answered in this step', 'nothing recorded');
    let printed: Omit<Printed, 'marks'> | undefined;
    // A shell that is killed prints nothing: its last prompt stays on the screen, and no longer waits.
    if (bytes.length > 0 || (closes && idle)) {
      const { idle: waits, unfinished, refused, ...shown } = await screen.step(textOf(bytes), typed, closes);
      if (refused) fail({ file, step: told.id, take }, ...refused);
      if (unfinished)
        fail({ file, step: told.id, take }, 'output that ends with a new line', 'the next prompt behind it');
      idle = waits;
      printed = { ...shown, bytes };
    }
    if (opensAfter === index) idle = await screen.open(opening);
    history.steps.push({ printed, idle, exitCode: recorded?.exitCode ?? null });
  }
  return history;
}

type Events = [seconds: number, text: string][];

// The beginning of an escape sequence at the end of a text: ESC, an unfinished OSC or an unfinished CSI.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const unfinishedEscape = /\u001b(?:\][^\u0007\u001b]*|\[[0-9;?]*)?$/;

/** A terminal ignores it (VT100 User Guide, “Control Characters”), and xterm.js calls it a parsing error. */
const del = '\u007f';

/** The same events with no escape sequence cut in two, as the page looks for whole ones in what it shows, and without DEL. */
export function wholeEscapes(events: Events): Events {
  const whole: Events = [];
  let held = '';
  for (const [seconds, text] of events) {
    const all = (held + text).replaceAll(del, '');
    const cut = all.search(unfinishedEscape);
    const ready = cut < 0 ? all : all.slice(0, cut);
    held = cut < 0 ? '' : all.slice(cut);
    if (ready) whole.push([seconds, ready]);
  }
  if (held) whole.push([events.at(-1)?.[0] ?? 0, held]);
  return whole;
}

function textOf(events: Events): string {
  return events.map(([, text]) => text).join('');
}
