import { markDisorder, withoutNonces } from './marks.ts';
import type { Cast, CastEvent, CastHeader, TakeFacts } from './recording.ts';

type Timed = [seconds: number, data: string];

/** What one step did in one pane; a step may do nothing there. */
export interface PaneStep {
  step: string;
  /** The prompt in front of the command, without escapes. */
  prompt: string;
  /** The command as the shell echoed it, readline's wraps undone; empty when nothing was typed here. */
  command: string;
  /** Everything between the marks C and D, escapes included; to the end of the step when no D came. */
  output: string;
  /** Null when the command did not end here. */
  exitCode: number | null;
  /** When the step began, in seconds since the take did. */
  began: number;
  /** What the terminal showed, from the step's start. */
  events: Timed[];
  /** Whether a command was run here. */
  ran: boolean;
}

/** One pane's recording, cut at its markers. */
export interface PaneRecording {
  header: CastHeader;
  /** Before the first step that found the pane open: its first prompt. */
  opening: Timed[];
  steps: PaneStep[];
}

/** What was recorded of one take. */
export interface TakeRecording {
  facts: TakeFacts;
  panes: Record<string, PaneRecording>;
}

/**
 * Reads an asciicast v2 file.
 * Throws an Error of one sentence that names the file, the line, what was expected and what was found.
 */
export function parseCast(text: string, file: string): Cast {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const [first, ...rest] = lines;
  const header = parseHeader(jsonOf(first ?? '', file, 1), file);
  let last = 0;
  const events = rest.map((line, index): CastEvent => {
    const event = eventOf(jsonOf(line, file, index + 2), file, index + 2);
    if (event[0] < last)
      throw new Error(`${file}, line ${index + 2}: expected a time of at least ${last}, found ${event[0]}.`);
    last = event[0];
    return event;
  });
  return { header, events };
}

function jsonOf(line: string, file: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${file}, line ${number}: expected JSON, found ${shown(line)}.`);
  }
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const provenanceTexts = [
  ...['scene', 'take', 'script', 'recorded', 'kernel', 'distribution', 'docker', 'containerd', 'runc'],
  ...['cgroupVersion', 'cgroupDriver', 'storageDriver', 'lab'],
];

function parseHeader(value: unknown, file: string): CastHeader {
  const expect = (right: boolean, expected: string, found: unknown) => {
    if (!right) throw new Error(`${file}, line 1: expected ${expected}, found ${shown(found)}.`);
  };
  if (!isRecord(value)) throw new Error(`${file}, line 1: expected an asciicast header, found ${shown(value)}.`);
  expect(value.version === 2, '"version" to be 2', value.version);
  for (const name of ['width', 'height', 'timestamp'])
    expect(Number.isInteger(value[name]) && Number(value[name]) > 0, `"${name}" to be a whole number`, value[name]);
  expect(typeof value.title === 'string', '"title" to be text', value.title);
  expect(isRecord(value.env), '"env" to be an object', value.env);
  const { provenance, nonces } = value;
  const drawn =
    nonces === undefined || (Array.isArray(nonces) && nonces.every((each) => /^[0-9a-f]{16}$/.test(`${each}`)));
  expect(drawn, '"nonces" to be a list of 16 hex digits each', nonces);
  if (!isRecord(provenance)) throw new Error(`${file}, line 1: expected "provenance", found ${shown(provenance)}.`);
  for (const name of provenanceTexts)
    expect(typeof provenance[name] === 'string', `"provenance.${name}" to be text`, provenance[name]);
  expect(
    Array.isArray(provenance.securityOptions),
    '"provenance.securityOptions" to be a list',
    provenance.securityOptions,
  );
  return value as unknown as CastHeader;
}

function eventOf(value: unknown, file: string, line: number): CastEvent {
  const [time, kind, data] = Array.isArray(value) ? value : [];
  if (typeof time !== 'number' || time < 0 || (kind !== 'o' && kind !== 'm') || typeof data !== 'string')
    throw new Error(`${file}, line ${line}: expected [seconds, "o" or "m", text], found ${shown(value)}.`);
  return [time, kind, data];
}

/**
 * Cuts a pane's recording at its markers; throws an Error of one sentence when a step holds more than one command, or a
 * mark that its shell did not put there.
 */
export function paneRecording(cast: Cast, file: string): PaneRecording {
  const opening: Timed[] = [];
  const cut: { step: string; began: number; events: Timed[] }[] = [];
  for (const [time, kind, data] of cast.events) {
    const now = cut.at(-1);
    if (kind === 'm') cut.push({ step: data, began: time, events: [] });
    else if (now) now.events.push([Math.round((time - now.began) * 1e6) / 1e6, data]);
    else opening.push([time, data]);
  }
  for (const { step, events } of cut) {
    const runs = textOf(events).match(handedOver)?.length ?? 0;
    if (runs > 1) throw new Error(`${file}: expected at most one command in step "${step}", found ${runs}.`);
  }
  const { nonces = [] } = cast.header;
  const parts = [{ step: undefined, events: opening }, ...cut].map(({ step, events }) => ({
    step,
    text: textOf(events),
  }));
  const disorder = markDisorder(parts, nonces);
  if (disorder) {
    const where = disorder.step === undefined ? 'before the first step' : `in step "${disorder.step}"`;
    throw new Error(`${file}: expected ${disorder.expected} ${where}, found ${disorder.found}.`);
  }
  if (nonces.length > 0) for (const { events } of [{ events: opening }, ...cut]) dropNonces(events);
  // A prompt is printed at the end of the step before the one that types into it.
  let prompt = lastPrompt(textOf(opening), '');
  const steps = cut.map(({ step, began, events }): PaneStep => {
    const text = textOf(events);
    const ran = text.includes(marks.output);
    const done: PaneStep = { step, prompt: ran ? prompt : '', ...commandOf(text), began, events, ran };
    prompt = lastPrompt(text, prompt);
    return done;
  });
  return { header: cast.header, opening, steps };
}

/** Takes the nonces out of events: of a mark that is spread over several, the last gets the rest. */
function dropNonces(events: Timed[]): void {
  let held = '';
  for (const [index, event] of events.entries()) {
    const text = withoutNonces(held + event[1]);
    const cut = index === events.length - 1 ? -1 : text.search(unfinished);
    held = cut < 0 ? '' : text.slice(cut);
    event[1] = cut < 0 ? text : text.slice(0, cut);
  }
}

function textOf(events: Timed[]): string {
  return events.map(([, data]) => data).join('');
}

const marks = {
  prompt: '\u001b]133;A\u0007',
  command: '\u001b]133;B\u0007',
  output: '\u001b]133;C\u0007',
  done: '\u001b]133;D;',
};

function commandOf(text: string): { command: string; output: string; exitCode: number | null } {
  const start = text.indexOf(marks.output);
  if (start < 0) return { command: '', output: '', exitCode: null };
  const command = typedIn(text.slice(0, start));
  const rest = text.slice(start + marks.output.length);
  const end = rest.indexOf(marks.done);
  if (end < 0) return { command, output: rest, exitCode: null };
  const status = /^\d+/.exec(rest.slice(end + marks.done.length))?.[0];
  return { command, output: rest.slice(0, end), exitCode: status === undefined ? null : Number(status) };
}

function lastPrompt(text: string, before: string): string {
  const start = text.lastIndexOf(marks.prompt);
  const end = text.indexOf(marks.command, start);
  return start < 0 || end < 0 ? before : plainText(text.slice(start + marks.prompt.length, end));
}

// Written out of its number: a control character in a pattern is usually a slip, and linters treat it as one.
const esc = String.fromCharCode(27);
const bell = String.fromCharCode(7);
const handedOver = new RegExp(`${esc}\\]133;C(?:;k=[0-9a-f]{16})?${bell}`, 'g');
const unfinished = new RegExp(`${esc}(?:\\][^${bell}${esc}]*)?$`);
const sequences = new RegExp(
  `${esc}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\)|[()][0-9A-B]|[=>78cDEHMNOZ])`,
  'g',
);

/** The text without its escape sequences: CSI, OSC and two-byte ones. ECMA-48, xterm's "Control Sequences". */
export function plainText(text: string): string {
  return text.replace(sequences, '');
}

// Up, to the right, erase to the end of the line: so readline goes back to a line that ends where the terminal does.
const backToMargin = new RegExp(`(.) \\r${esc}\\[A(?:${esc}\\[\\d*C)*${esc}\\[K\\1`, 'gu');

/**
 * The line that was typed, from its echo. At the right margin readline prints a space and a bare CR (or the next
 * character, a CR and that character again) to make the cursor wrap: neither is part of the command. Nor is the last
 * character of a line that fills the terminal, which Enter prints once more.
 */
function typedIn(echo: string): string {
  return plainText(echo.replace(backToMargin, '$1'))
    .replace(/\r?\n$/, '')
    .replace(/ \r(?!\n)/g, '')
    .replace(/(.)\r\1/gu, '$1')
    .replaceAll(bell, '')
    .replace(/[\r\n]/g, '');
}
