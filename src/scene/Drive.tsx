import { Fragment, type ReactNode } from 'react';
import type { State } from '../player/state.ts';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import type { SceneData, StepData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { commandOf, stagesOf } from './score.ts';

interface Props {
  scene: SceneData;
  state: State;
  alive: boolean;
  /** The reader's own prompt, which takes the place of the button when it is asked for. */
  children: ReactNode;
}

/** What moves the scene, in one row. Each label of a button is there always, stacked, so that none ever changes its size. */
export function Drive({ scene, state, alive, children }: Props) {
  const told = scene.takes[0];
  if (!told) return null;
  return (
    <div className="drive">
      <button type="button" className="btn back" data-do="back">
        {words.drive.back}
      </button>
      <div className="run">
        <RunButton scene={scene} />
        {children}
        <button type="button" className="own" data-do="typing" aria-label={words.drive.typeIt}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 4.5 6 8l-3.5 3.5M8 11.5h5.5" />
          </svg>
        </button>
      </div>
      <button type="button" className="btn icon copy" data-do="copy" aria-label={words.drive.copy}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z" />
        </svg>
      </button>
      <Dots take={told} state={state} alive={alive} />
    </div>
  );
}

function Dots({ take, state, alive }: { take: TakeData; state: State; alive: boolean }) {
  return (
    <ol className="dots">
      {take.steps.map((step, i) => (
        <li key={step.id} data-k={i + 1} className={step.predict && 'asks'}>
          <button
            type="button"
            data-do="seek"
            data-value={i + 1}
            aria-label={words.drive.step(i + 1, step.predict !== undefined, commandOf(step))}
            aria-current={alive && state.step === i + 1 ? 'step' : undefined}
          />
        </li>
      ))}
    </ol>
  );
}

/** Labels by the number of steps that are over, for each take; while a question stands, what the press means then. */
function RunButton({ scene }: { scene: SceneData }) {
  const [pick, skip] = parts(words.drive.pick);
  return (
    <button type="button" className="btn go" data-do="press">
      <span className="stack">
        {scene.takes.map((take, index) =>
          numbered(stagesOf(take)).map(({ at: k }) => {
            const next = take.steps[k];
            return (
              <span key={`${take.id} ${k}`} data-k={k} data-in={index}>
                {next ? <Label step={next} /> : words.drive.again}
              </span>
            );
          }),
        )}
        <span className="past">
          {pick}
          <i>{skip}</i>
        </span>
      </span>
    </button>
  );
}

function Label({ step }: { step: StepData }) {
  const [run, , after] = parts(words.drive.run);
  return (
    <>
      {run}
      {[...new Set(step.inputs.map((input) => input.command))].map((command, i) => (
        <Fragment key={command}>
          {i > 0 && words.drive.and}
          <code>{command}</code>
        </Fragment>
      ))}
      {after}
      {inHowMany(step)}
    </>
  );
}

/** Said of one command that is typed into several terminals; two different commands are both on the button. */
function inHowMany({ inputs }: StepData): string {
  if (inputs.length < 2 || new Set(inputs.map(({ command }) => command)).size > 1) return '';
  return words.drive.inAll(inputs.length);
}
