import { partOf } from '../host/entity.ts';
import type { HostFacts } from '../host/facts.ts';
import type { StepScript } from '../recording/script.ts';
import type { PredictionData, Printed } from '../scene/data.ts';
import { fail } from './author-error.ts';
import { fitted } from './captions.ts';
import { checkExpectation, type Seen } from './expects.ts';
import { findMark } from './marks.ts';
import type { Moment } from './moment.ts';
import type { PaneHistory } from './pane.ts';
import { quoted, rich } from './rich.ts';

/** What each pane printed in a step, with the marks that its script points at; a mark whose text or entity is not there ends in one sentence. */
export function markedOutput(
  moment: Moment,
  index: number,
  histories: Record<string, PaneHistory>,
): Record<string, Printed> {
  const { place, script, step, after } = moment;
  const printed: Record<string, Printed> = {};
  for (const [pane, history] of Object.entries(histories)) {
    const shown = history.steps[index]?.printed;
    if (shown) printed[pane] = { ...shown, marks: [] };
  }
  for (const mark of step.marks ?? []) {
    const text = quoted(mark.text, after, script.entities, place);
    const line = mark.line === undefined ? undefined : quoted(mark.line, after, script.entities, place);
    const wanted = `"${text}"${line === undefined ? '' : ` on a line with "${line}"`} in what ${mark.pane} answers`;
    const output = printed[mark.pane];
    const found = output && findMark(output, text, line);
    if (!output || !found) return fail(place, wanted, output ? described(output) : 'no output at all');
    const ref = script.entities[mark.entity];
    if (!ref || !partOf(ref, after))
      fail(
        place,
        `the entity "${mark.entity}" of the mark "${text}" to exist when the step is over`,
        "nothing of it in the host's facts",
      );
    output.marks.push({ ...found, entity: mark.entity });
  }
  for (const { marks } of Object.values(printed)) marks.sort((a, b) => a.row - b.row || a.column - b.column);
  return printed;
}

/** What a step says that its recording must have. */
export function checkExpected(
  { place, script, step, after }: Moment,
  index: number,
  histories: Record<string, PaneHistory>,
): void {
  for (const expected of step.expects ?? []) {
    const told = histories[expected.pane]?.steps[index];
    const { rows = [], commandRows = 0 } = told?.printed ?? {};
    const lines = rows.slice(commandRows).map((row) => row.map(({ text }) => text).join(''));
    const seen: Seen = { lines, status: told?.exitCode ?? null };
    checkExpectation(expected, seen, (text) => quoted(text, after, script.entities, place), place);
  }
}

/** Every number that a take has printed or ended with up to a step. */
export function statusesUntil(index: number, histories: Record<string, PaneHistory>): Set<number> {
  const told = Object.values(histories).flatMap(({ steps }) => steps.slice(0, index + 1));
  const printed = told.flatMap(
    ({ printed: shown }) =>
      shown?.rows.flatMap(
        (row) =>
          row
            .map(({ text }) => text)
            .join('')
            .match(/\b\d{1,3}\b/g) ?? [],
      ) ?? [],
  );
  return new Set([...printed.map(Number), ...told.flatMap(({ exitCode }) => exitCode ?? [])]);
}

/** The question of a step as it is shown, with the place of its proof. */
export function prediction(
  { place, script, step, before, after }: Moment,
  printed: Record<string, Printed>,
): PredictionData {
  const told = step.predict as NonNullable<StepScript['predict']>;
  const text = quoted(told.proof.text, after, script.entities, place);
  const output = printed[told.proof.pane];
  // What was typed may prove an answer as well: a command that ends without a word.
  const proof =
    output && (findMark(output, text, undefined) ?? findMark({ ...output, commandRows: 0 }, text, undefined));
  if (!output || !proof)
    return fail(
      place,
      `the proof "${text}" in what ${told.proof.pane} shows`,
      output ? described(output) : 'no output at all',
    );
  const say = (kind: 'question' | 'answer' | 'because', sentence: string, facts: HostFacts) =>
    fitted(kind, rich(quoted(sentence, facts, script.entities, place), place), place);
  return {
    question: say('question', told.question, before),
    answers: told.answers.map((answer) => say('answer', answer, before)),
    right: told.right,
    proof: { ...proof, entity: '', pane: told.proof.pane },
    because: say('because', told.because, after),
  };
}

function described(printed: Printed): string {
  const answer = printed.rows.slice(printed.commandRows).map((row) => row.map((run) => run.text).join(''));
  return answer.length === 0
    ? 'no output at all'
    : `"${answer.slice(0, 12).join(' / ')}${answer.length > 12 ? ' / …' : ''}"`;
}
