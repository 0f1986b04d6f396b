import * as words from '../words/index.ts';
import type { Printed, Rich, Row, SceneData, StepData, TakeData } from './data.ts';

/** A whole scene as plain text: what each step of each take typed and printed, with what is said about it. */
export function plainText(scene: SceneData): string {
  const { takes } = scene;
  const parts = [
    heading(scene.title, '='),
    ...takes.flatMap((take) => [
      ...(takes.length > 1 ? [heading(take.label, '-')] : []),
      recordedOn(take),
      words.plain.before(take.start.drawings.tall.alternative),
      ...take.steps.flatMap((step, i) => stepText(scene, step, i + 1)),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function heading(text: string, line: string): string {
  return `${text}\n${line.repeat(text.length)}`;
}

function recordedOn({ provenance }: TakeData): string {
  const { distribution, kernel, docker, recorded } = provenance;
  return words.plain.recordedOn(distribution, kernel, docker, recorded.slice(0, 10));
}

function stepText(scene: SceneData, step: StepData, number: number): string[] {
  const { predict } = step;
  return [
    `${number}. ${said(step.before)}`,
    ...(predict
      ? [[words.plain.question(said(predict.question)), ...predict.answers.map((one) => `  - ${said(one)}`)].join('\n')]
      : []),
    ...scene.panes.flatMap(({ id, title }) => {
      const printed = step.printed[id];
      const typed = step.inputs.filter(({ pane }) => pane === id).map(({ command }) => command);
      const rows = printed
        ? [...typedRows(printed, typed), ...printed.rows.slice(printed.commandRows).map(textOf)]
        : [];
      return rows.length ? [[`  [${title}]`, ...rows.map((row) => `  ${row}`.trimEnd())].join('\n')] : [];
    }),
    ...(step.exitCode ? [`  ${words.steps.exit(step.exitCode)}`] : []),
    said(step.after),
    ...(predict ? [words.plain.kernelSays(said(predict.answers[predict.right] ?? []), said(predict.because))] : []),
    words.plain.now(step.drawings.tall.alternative),
  ];
}

/** The prompt and what was typed there in one line: where the terminal had no room left, it broke it inside of words. */
function typedRows({ rows, commandRows }: Printed, [command, ...more]: string[]): string[] {
  const [first] = rows;
  if (commandRows === 0 || !first || command === undefined || more.length > 0)
    return rows.slice(0, commandRows).map(textOf);
  const prompt = first.filter(({ look }) => look === 'prompt');
  return [prompt.map(({ text }) => text).join('') + command];
}

function textOf(row: Row): string {
  return row
    .map((run) => run.text)
    .join('')
    .trimEnd();
}

function said(rich: Rich): string {
  return rich.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
