import type { Rich, SceneData, StepData, TakeData } from './data.ts';

/** A whole scene as plain text: what each step of each take typed and printed, with what is said about it. */
export function plainText(scene: SceneData): string {
  const { takes } = scene;
  const parts = [
    heading(scene.title, '='),
    ...takes.flatMap((take) => [
      ...(takes.length > 1 ? [heading(take.label, '-')] : []),
      recordedOn(take),
      `Before: ${take.start.drawings.tall.alternative}`,
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
  return `Recorded on ${distribution}, Linux ${kernel}, Docker ${docker}, ${recorded.slice(0, 10)}.`;
}

function stepText(scene: SceneData, step: StepData, number: number): string[] {
  const { predict } = step;
  return [
    `${number}. ${said(step.before)}`,
    ...(predict
      ? [[`Question: ${said(predict.question)}`, ...predict.answers.map((one) => `  - ${said(one)}`)].join('\n')]
      : []),
    ...scene.panes.flatMap(({ id, title }) => {
      const rows = step.printed[id]?.rows.map((row) =>
        row
          .map((run) => run.text)
          .join('')
          .trimEnd(),
      );
      return rows?.length ? [[`  [${title}]`, ...rows.map((row) => `  ${row}`.trimEnd())].join('\n')] : [];
    }),
    ...(step.exitCode ? [`  exit status ${step.exitCode}`] : []),
    said(step.after),
    ...(predict ? [`The kernel says: ${said(predict.answers[predict.right] ?? [])}. ${said(predict.because)}`] : []),
    `Now: ${step.drawings.tall.alternative}`,
  ];
}

function said(rich: Rich): string {
  return rich.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
