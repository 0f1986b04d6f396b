import { type Claim, type Command, compare, type Verdict } from '../claim.ts';

/** What a line must be: a text, a pattern, or as many lines as fit a pattern. */
export type Line = string | RegExp | { each: RegExp };

/** What a command prints and how it ends, as far as facts, other outputs and the command itself tell. */
export interface Answer {
  lines: Line[];
  /** 0 unless said. */
  status?: number;
}

/** Reads one kind of output. */
export interface Reader {
  /** What is read, for the page that lists it. */
  kind: string;
  /** What it is compared with, for the same page. */
  against: string;
  /** Found in a line between ; and &&, its words joined by one space; or in the whole line where `whole` says so. */
  of: RegExp;
  whole?: true;
  /** The answers that would be right; undefined where this reader can't tell. */
  answers: (claim: Claim, match: RegExpExecArray) => (Answer | undefined)[] | undefined;
  /** Relations between what the lines hold, once they have the right shape. */
  check?: (claim: Claim, lines: string[], verdict: Verdict, match: RegExpExecArray) => void;
}

interface Part {
  reader: Reader;
  match: RegExpExecArray;
  answers: Answer[];
}

/** The commands of a line as they are read: each pipe as one text. */
export function pipesOf(commands: Command[]): string[] {
  const pipes: string[] = [];
  let open = false;
  for (const { words, piped } of commands) {
    const text = words.join(' ');
    if (open) pipes.push(`${pipes.pop()} | ${text}`);
    else pipes.push(text);
    open = piped;
  }
  return pipes;
}

/** The readers of a line, in its commands' order; undefined when there is not one for each. */
export function readersOf(claim: Claim, readers: Reader[]): Part[] | undefined {
  const found = (text: string, whole: boolean): Part | undefined => {
    for (const reader of readers) {
      const match = (reader.whole ?? false) === whole ? reader.of.exec(text) : null;
      const answers = match && reader.answers(claim, match)?.filter((answer) => answer !== undefined);
      if (match && answers && answers.length > 0) return { reader, match, answers };
    }
    return undefined;
  };
  const whole = found(claim.line, true);
  if (whole) return [whole];
  const parts = pipesOf(claim.commands).map((pipe) => found(pipe, false));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** Compares a whole output, line by line, and the exit status with what the line can have printed. */
export function proveAnswer(claim: Claim, readers: Reader[], verdict: Verdict): void {
  const parts = readersOf(claim, readers);
  if (!parts) return;
  const furthest = { at: -1, expected: [] as string[] };
  const taken = takenFrom(claim.output, 0, parts, furthest);
  const what = `the answer to \`${claim.line}\``;
  if (!taken) {
    const found = claim.output[furthest.at] ?? 'the end';
    compare(verdict, false, what, `${[...new Set(furthest.expected)].join(' or ')} in line ${furthest.at + 1}`, found);
    return;
  }
  verdict.compared += Math.max(1, claim.output.length);
  if (claim.status !== null) {
    const status = taken.at(-1)?.answer.status ?? 0;
    compare(verdict, claim.status === status, `the exit status of \`${claim.line}\``, `${status}`, `${claim.status}`);
  }
  for (const [index, { reader, match }] of parts.entries())
    reader.check?.(claim, taken[index]?.lines ?? [], verdict, match);
}

type Taken = { answer: Answer; lines: string[] }[];

/** Which answer of each part the output is made of; notes how far it was right, and what should have come there. */
function takenFrom(
  output: string[],
  from: number,
  parts: Part[],
  furthest: { at: number; expected: string[] },
): Taken | undefined {
  const miss = (at: number, expected: string) => {
    if (at > furthest.at) Object.assign(furthest, { at, expected: [] });
    if (at === furthest.at) furthest.expected.push(expected);
    return undefined;
  };
  const [part, ...others] = parts;
  if (!part) return from === output.length ? [] : miss(from, 'nothing more');
  for (const answer of part.answers) {
    let at = from;
    let right = true;
    for (const line of answer.lines) {
      if (typeof line === 'object' && 'each' in line) {
        while (at < output.length && line.each.test(output[at] ?? '')) at += 1;
        continue;
      }
      const found = output[at];
      right = found !== undefined && (typeof line === 'string' ? line === found : line.test(found));
      if (!right) {
        miss(at, typeof line === 'string' ? line || 'an empty line' : String(line));
        break;
      }
      at += 1;
    }
    const rest = right ? takenFrom(output, at, others, furthest) : undefined;
    if (rest) return [{ answer, lines: output.slice(from, at) }, ...rest];
  }
  return undefined;
}

/** The text, to be found as it is within a pattern. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** One line that is one of these texts. */
function oneOf(values: string[]): Line | undefined {
  const different = [...new Set(values)];
  return different.length === 0 ? undefined : new RegExp(`^(?:${different.map(literal).join('|')})$`);
}

/** Answers of one line each, for each value; undefined when there is none. */
export function oneLine(values: string[]): Answer[] | undefined {
  const line = oneOf(values);
  return line === undefined ? undefined : [{ lines: [line] }];
}

/** That it prints nothing. */
export const silent: Answer = { lines: [] };
