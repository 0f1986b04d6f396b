import type { HostFacts } from '../../host/facts.ts';
import type { Provenance, Sample } from '../recording.ts';
import type { SceneScript } from '../script.ts';
import type { View } from './view.ts';

/** What one step printed in one pane, and what the host said of itself around it. */
export interface Claim {
  /** The simple commands of the line, in order: `ps aux | grep x` is two. */
  commands: Command[];
  /** The line as it was typed. */
  line: string;
  /** The output's lines, without escapes. */
  output: string[];
  view: View;
  /** Before the step, and after it. */
  moments: HostFacts[];
  step: string;
  pane: string;
  /** Null when the command did not end. */
  status: number | null;
  /** When the line was handed over and when its command had ended, in seconds since the take began. */
  from: number;
  to: number;
  /** What else is known of the take. */
  told: Told;
  /** The hostname that each container had when it was first seen in the take, by the container's id. */
  firstHostnames: Map<string, string>;
}

/** A take as a whole: where one output must agree with another, or with the clock. */
export interface Told {
  provenance: Provenance;
  /** When the take began, in seconds since 1970. */
  began: number;
  scene: SceneScript;
  take: string;
  /** The shell lines that prepared the host. */
  prepared: string[];
  /** What was sampled, by step. */
  samples: Record<string, Sample[]>;
  /** All that was asked, in the order in which it was. */
  claims: Claim[];
}

export interface Command {
  words: string[];
  /** Whether its output goes into a pipe. */
  piped: boolean;
}

/** Collects what was compared and what did not agree. */
export interface Verdict {
  compared: number;
  failures: { what: string; expected: string; found: string }[];
}

/** Counts a comparison, and notes it when it fails. */
export function compare(verdict: Verdict, right: boolean, what: string, expected: string, found: string): void {
  verdict.compared += 1;
  if (!right) verdict.failures.push({ what, expected, found });
}

/** Counts a comparison of two values that must be equal as JSON. */
export function same(verdict: Verdict, what: string, expected: unknown, found: unknown): void {
  const [a, b] = [expected, found].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  compare(verdict, a === b, what, `${a}`, `${b}`);
}

/**
 * Cuts a shell line into simple commands: at ; && || | and newlines outside of quotes and of $( ).
 * It knows as much of the shell as scenes type, not all of it.
 */
export function commandsOf(line: string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  let word = '';
  let open = false;
  let quote = '';
  let depth = 0;
  const endWord = () => {
    if (open || word !== '') words.push(word);
    word = '';
    open = false;
  };
  const endCommand = (piped: boolean) => {
    endWord();
    if (words.length > 0) commands.push({ words, piped });
    words = [];
  };
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (quote) {
      if (letter === quote) quote = '';
      else word += letter;
    } else if (letter === "'" || letter === '"') {
      quote = letter;
      open = true;
    } else if (letter === '$' && line[at + 1] === '(') {
      depth += 1;
      word += '$(';
      at += 1;
    } else if (depth > 0) {
      if (letter === '(') depth += 1;
      if (letter === ')') depth -= 1;
      word += letter;
    } else if (letter === ' ' || letter === '\t') endWord();
    else if (letter === '|' && line[at + 1] !== '|') endCommand(true);
    else if (';&|\n()'.includes(letter)) {
      endCommand(false);
      if (line[at + 1] === letter) at += 1;
    } else word += letter;
  }
  endCommand(false);
  return commands;
}
