import type { Provenance } from '../recording/recording.ts';
import {
  inputsOf,
  preparationOf,
  type SceneScript,
  type StepScript,
  stepInTake,
  type Vouched,
} from '../recording/script.ts';
import { fail, type Place } from './author-error.ts';
import type { PaneHistory } from './pane.ts';

/** Where a number of a step's sentences may come from. */
export interface Sources {
  /** Everything typed in the take up to the step, and what prepared the host. */
  typed: string[];
  /** What was printed, and how commands ended, before the step. */
  before: string[];
  /** The same of the step itself. */
  now: string[];
  /** Versions of what was recorded: `28.5.2`, which 28 is the beginning of. */
  versions: string[];
}

/** The numbers in a sentence of a scene, code included; what is quoted from facts is none. */
export function numbersIn(text: string): string[] {
  // 128 + 9, into which a status is taken apart, is added up elsewhere: expects.ts
  const own = text.replace(/\{[^}]*\}/g, '{}').replace(/(\d+) is \d+ \+ \d+/g, '$1');
  return [...own.matchAll(/(?<![\w.]|[^\W\d]-)\d[\d,. ]*(?<=\d)(?![a-z]\w)/g)].flatMap(([found]) =>
    // In code, and where one number follows another, a space or a comma parts two; groups of three are one.
    /^\d{1,3}([ ,]\d{3})+$/.test(found) ? [found.replace(/[ ,]/g, '')] : found.split(/[ ,]+/),
  );
}

/** All that a take has typed and printed up to a step, from which its sentences may take their numbers. */
export function sourcesUntil(
  { script, take, provenance }: { script: SceneScript; take: string; provenance: Provenance },
  index: number,
  histories: Record<string, PaneHistory>,
): Sources {
  const typed = script.steps.slice(0, index + 1).flatMap((step) => inputsOf(stepInTake(step, take)));
  const printedIn = (steps: PaneHistory['steps']) =>
    steps.flatMap(({ printed, exitCode }) => [
      (printed?.rows ?? []).map((row) => row.map(({ text }) => text).join('')).join('\n'),
      String(exitCode ?? ''),
    ]);
  const panes = Object.values(histories);
  const { docker, containerd, runc, kernel } = provenance;
  return {
    typed: [...preparationOf(script, take), ...typed.map(({ type }) => type)],
    before: panes.flatMap(({ steps }) => printedIn(steps.slice(0, index))),
    now: panes.flatMap(({ steps }) => printedIn(steps.slice(index, index + 1))),
    versions: [docker, containerd, runc, kernel],
  };
}

/** Each sentence of a step with what it may take its numbers from; a wrong answer says what is not so. */
function sentences({ before, after, predict }: StepScript, from: Sources): [text: string, held: string[]][] {
  const earlier = [...from.typed, ...from.before];
  const all = [...earlier, ...from.now];
  const told: [string, string[]][] = [
    [before, earlier],
    [after, all],
  ];
  if (!predict) return told;
  return [...told, [predict.question, earlier], [predict.because, all], [predict.answers[predict.right] ?? '', all]];
}

function holds(text: string, number: string): boolean {
  const literal = number.replaceAll('.', '\\.');
  return new RegExp(`(?<![\\d.])${literal}(?!\\d|\\.\\d)`).test(text);
}

/**
 * Ends the build in one sentence where a number in a step's sentences was neither typed nor printed nor vouched for. Gives the
 * numbers for which somebody had to vouch.
 */
export function checkLiterals(step: StepScript, from: Sources, vouched: Vouched[] | undefined, place: Place): string[] {
  const needed: string[] = [];
  for (const [text, held] of sentences(step, from))
    for (const number of numbersIn(text)) {
      if (held.some((each) => holds(each, number))) continue;
      if (from.versions.some((version) => `${version.split('+')[0]}.`.startsWith(`${number}.`))) continue;
      if (!vouched?.some((each) => each.number === number))
        fail(
          place,
          `${number} to be quoted from the facts, typed or printed by then, or vouched for in \`numbers\``,
          `"${text}"`,
        );
      needed.push(number);
    }
  return needed;
}
