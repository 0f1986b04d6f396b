import type { Speed } from './state.ts';

/** Text that a pane prints so many milliseconds after a run began. */
export interface Beat {
  ms: number;
  pane: string;
  text: string;
}

/** What each pane printed in a step: seconds since the step began, text. */
export type TimedOutput = Record<string, [seconds: number, text: string][]>;

/** Typing and answering at 1×, in milliseconds. */
export const typingMs = 700;
export const answerMs = 800;

/** A shell that thinks longer than this (in recorded milliseconds) is not made to look slower than this. */
const longestPauseMs = 400;

// OSC 133;C, where the shell hands the line to the kernel: https://gitlab.freedesktop.org/Per_Bothner/specifications/blob/master/proposals/semantic-prompts.md
const handedOver = '\x1b]133;C';

/** The recorded bytes of a step in the order and at the moments a reader sees them: proportions kept, pauses cut, never longer than typing and answering may take. */
export function schedule(recorded: TimedOutput, speed: Speed): Beat[] {
  const beats = merge(recorded);
  if (speed === 'instant') return beats.map((beat) => ({ ...beat, ms: 0 }));
  const typed = beats.findLastIndex((beat) => beat.text.includes(handedOver)) + 1;
  const typing = squeeze(beats.slice(0, typed), beats[0]?.ms ?? 0, typingMs);
  const typedAt = typing.at(-1)?.ms ?? 0;
  const answer = squeeze(beats.slice(typed), beats[typed - 1]?.ms ?? beats[0]?.ms ?? 0, answerMs);
  return [...typing, ...answer.map((beat) => ({ ...beat, ms: beat.ms + typedAt }))].map((beat) => ({
    ...beat,
    ms: Math.round(beat.ms / speed),
  }));
}

function merge(recorded: TimedOutput): Beat[] {
  return Object.entries(recorded)
    .flatMap(([pane, events]) => events.map(([seconds, text]) => ({ ms: seconds * 1000, pane, text })))
    .sort((a, b) => a.ms - b.ms);
}

/** The same beats from 0 on, pauses capped, and all of it scaled down (never up) to fit. */
function squeeze(beats: Beat[], from: number, longest: number): Beat[] {
  let before = from;
  let at = 0;
  const capped = beats.map((beat) => {
    at += Math.min(Math.max(beat.ms - before, 0), longestPauseMs);
    before = beat.ms;
    return { ...beat, ms: at };
  });
  const scale = at > longest ? longest / at : 1;
  return capped.map((beat) => ({ ...beat, ms: beat.ms * scale }));
}
