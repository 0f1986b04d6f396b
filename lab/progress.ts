import { LabError } from './cache.ts';

/** What a command line asks of a recording: which scenes, from which on, and whether only to compare. */
export interface Asked {
  check: boolean;
  names: string[];
  from?: string;
}

/** Reads the words of a command line; throws a LabError where `--from` names nothing. */
export function askedBy(words: string[]): Asked {
  const at = words.indexOf('--from');
  const from = at < 0 ? undefined : words[at + 1];
  if (at >= 0 && (from === undefined || from.startsWith('--')))
    throw new LabError('Expected the name of a scene after --from, found none.');
  const names = words.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1));
  return { check: words.includes('--check'), names, ...(from === undefined ? {} : { from }) };
}

/** The scenes from that one on, in the order in which they are recorded; throws a LabError when it is none of them. */
export function startingAt<Scene extends { id: string }>(scenes: Scene[], from: string | undefined): Scene[] {
  if (from === undefined) return scenes;
  const at = scenes.findIndex(({ id }) => id === from);
  if (at < 0)
    throw new LabError(`Expected a scene to begin at (${scenes.map(({ id }) => id).join(', ')}), found "${from}".`);
  return scenes.slice(at);
}

/** How much is left, told from the takes that are done: `3 of 10 takes, about 14 min left`. */
export function leftOf(done: number[], all: number): string {
  const left = all - done.length;
  const count = `${done.length} of ${all} takes`;
  if (left === 0) return `${count}, none left`;
  if (done.length === 0) return count;
  const each = done.reduce((sum, ms) => sum + ms, 0) / done.length;
  const minutes = Math.ceil((each * left) / 60_000);
  return `${count}, about ${minutes} min left`;
}

/** What one part of a longer run came to. */
export interface Part {
  name: string;
  ms: number;
  /** Absent: it was not run. */
  ok?: boolean;
}

/** The parts of a run, each with its time and its end, one a line, and how long all took. */
export function summaryOf(parts: Part[]): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  const rows = parts.map(({ name, ms, ok }) => {
    const end = ok === undefined ? 'not run' : `${ok ? 'passed' : 'failed'} in ${timeOf(ms)}`;
    return `  ${name.padEnd(width)}  ${end}`;
  });
  return [...rows, `  ${'all'.padEnd(width)}  ${timeOf(parts.reduce((sum, { ms }) => sum + ms, 0))}`].join('\n');
}

function timeOf(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
