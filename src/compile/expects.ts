import type { Expectation } from '../recording/script.ts';
import { fail, type Place } from './author-error.ts';

/** What one pane answered in a step. */
export interface Seen {
  lines: string[];
  /** Null when the command did not end. */
  status: number | null;
}

/** Ends the build in one sentence where a step expects of its recording what it does not have; `quoted` fills in facts. */
export function checkExpectation(
  expected: Expectation,
  seen: Seen,
  quoted: (text: string) => string,
  place: Place,
): void {
  const answered = seen.lines.length === 0 ? 'no output at all' : `"${seen.lines.slice(0, 12).join(' / ')}"`;
  if ('status' in expected) {
    if (seen.status !== expected.status)
      fail(
        place,
        `${expected.pane} to end with status ${expected.status}`,
        seen.status === null ? 'none' : `${seen.status}`,
      );
    return;
  }
  if ('line' in expected) {
    const text = quoted(expected.line);
    if (!seen.lines.some((line) => line.includes(text)))
      fail(place, `a line with "${text}" in what ${expected.pane} answers`, answered);
    return;
  }
  if ('number' in expected) {
    checkNumber(expected, seen.lines, answered, place);
    return;
  }
  const text = quoted(expected.lacks);
  const line = seen.lines.find((each) => each.includes(text));
  if (line !== undefined) fail(place, `no line with "${text}" in what ${expected.pane} answers`, `"${line}"`);
}

/** The number that stands beside a text, before or behind it. */
function numberBeside(text: string, lines: string[]): number | undefined {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`(\\d+(?:\\.\\d+)?) *${literal}|${literal} *(\\d+(?:\\.\\d+)?)`);
  for (const line of lines) {
    const [, before, behind] = found.exec(line) ?? [];
    if (before !== undefined || behind !== undefined) return Number(before ?? behind);
  }
  return undefined;
}

function checkNumber(
  { pane, number, of, least, most }: Extract<Expectation, { number: string }>,
  lines: string[],
  answered: string,
  place: Place,
): void {
  const [value, whole] = [numberBeside(number, lines), of === undefined ? 1 : numberBeside(of, lines)];
  const what = `the number beside "${number}"${of === undefined ? '' : `, by that beside "${of}",`} in what ${pane} answers`;
  if (value === undefined || whole === undefined) fail(place, what, answered);
  const found = value / whole;
  if (least !== undefined && found < least) fail(place, `${what} to be ${least} at least`, `${found}`);
  if (most !== undefined && found > most) fail(place, `${what} to be ${most} at most`, `${found}`);
}

/** signal(7), the numbers of x86. */
const signals: Record<string, number> = {
  ...{
    SIGHUP: 1,
    SIGINT: 2,
    SIGQUIT: 3,
    SIGILL: 4,
    SIGTRAP: 5,
    SIGABRT: 6,
    SIGBUS: 7,
    SIGFPE: 8,
    SIGKILL: 9,
    SIGUSR1: 10,
  },
  ...{ SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGSTOP: 19, SIGSYS: 31 },
};

/** Ends the build where a sentence takes a status apart (137 is 128 + 9, SIGKILL) that it does not add up to, or that was not recorded. */
export function checkStatuses(text: string, recorded: ReadonlySet<number>, place: Place): void {
  for (const [sentence, status, base, number] of text.matchAll(/(\d+) is (\d+) \+ (\d+)/g)) {
    if (Number(status) !== Number(base) + Number(number))
      fail(place, `${base} + ${number} to be ${Number(base) + Number(number)}`, `"${sentence}"`);
    if (!recorded.has(Number(status))) fail(place, `a status that was recorded`, `"${sentence}"`);
    const [named] = text.match(/\bSIG[A-Z0-9]+\b/) ?? [];
    if (named !== undefined && signals[named] !== Number(number))
      fail(place, `${named} to be ${signals[named] ?? 'a signal'}`, `"${sentence}"`);
  }
}
