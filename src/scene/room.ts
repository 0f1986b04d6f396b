import type { CSSProperties } from 'react';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import type { PredictionData, Rich, SceneData, StepData } from './data.ts';
import { rowsAsked, stagesOf } from './score.ts';
import { shareOf } from './share.ts';

/** What words are set in: the characters that fit a line, the heights of its lines and of an answer, and how many answers stand in a row. */
interface Setting {
  serif: number;
  sans: number;
  line: number;
  answerSans: number;
  columns: number;
}

// By the widths of Plex: 7.7 px a character in the serif of 16 px, 7.9 in the bold sans of 14; 640 px and 332 px of room.
const beside: Setting = { serif: 76, sans: 74, line: 22, answerSans: 34, columns: 2 };
const onPhone: Setting = { serif: 44, sans: 42, line: 20, answerSans: 42, columns: 1 };
const padding = 20;
const gap = 6;
const answer = 44;

/** What a scene takes: how high its words are at its longest step, in CSS px, beside a drawing and on a phone, which is one height for all its steps; and how its terminals share their room at the start. */
export function roomOf(scene: SceneData): CSSProperties {
  const most = (setting: Setting) => {
    const heights = scene.takes.flatMap((take) =>
      stagesOf(take).map((stage, at) => wordsHeight('id' in stage ? stage : undefined, take.steps[at], setting)),
    );
    return `${Math.max(...heights)}px`;
  };
  const [first] = scene.takes;
  const asked = rowsAsked(scene)[first?.id ?? '']?.[0] ?? [];
  const start = asked.map((rows, i) => [`--start${i}`, shareOf(rows)]);
  return { '--say': most(beside), '--say-phone': most(onPhone), ...Object.fromEntries(start) };
}

function wordsHeight(step: StepData | undefined, next: StepData | undefined, setting: Setting): number {
  const { serif, sans, line } = setting;
  const said = step?.predict ? lines(verdictOf(step.predict), sans) + lines(step.predict.because, serif) : 0;
  const after = step ? lines(step.after, serif) : 0;
  const told = said * line + (said ? gap : 0) + after * line;
  // After the last step one line leads on.
  const onward = gap + (next ? lines([`${words.steps.next} `, ...next.before], serif) : step ? 1 : 0) * line;
  // A verdict and a question of the next step share the room: what is above the question scrolls.
  const asked = next?.predict ? gap + questionHeight(next.predict, setting) + (said ? 0 : after * line) : 0;
  return padding + Math.max(told + onward, asked);
}

function questionHeight({ question, answers }: PredictionData, { sans, line, answerSans, columns }: Setting): number {
  const rows = Math.ceil(answers.length / columns);
  const tall = answers.some((one) => lines(one, answerSans) > 2) ? 12 : 0;
  return lines(question, sans) * line + gap + rows * (answer + tall + gap);
}

function verdictOf({ answers, right }: PredictionData): Rich {
  const longest = answers.reduce((most, one) => (textOf(one).length > textOf(most).length ? one : most), []);
  const [youSaid = '', , but = '', , end = ''] = parts(words.question.youSaid);
  return [youSaid, ...longest, but, ...(answers[right] ?? []), end];
}

function lines(text: Rich, characters: number): number {
  return Math.ceil(textOf(text).length / characters);
}

function textOf(text: Rich): string {
  return text.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}
