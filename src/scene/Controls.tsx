import { Fragment } from 'react';
import type { State } from '../player/state.ts';
import type { SceneData, StepData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { commandOf, stagesOf } from './score.ts';

const speeds = ['0.5', '1', '2', 'instant'];
const keys: [string, string][] = [
  ['→ or Space', 'next step'],
  ['←', 'back'],
  ['Home, End', 'first and last step'],
  ['1 to 9', 'go to a step'],
  ['s', 'speed'],
  ['f', 'full screen; Page Up and Page Down step there'],
  ['?', 'these keys'],
];

/** Everything a reader can press. Each label of a button is there always, stacked, so that none ever changes its size. */
export function Controls({ scene, state, alive }: { scene: SceneData; state: State; alive: boolean }) {
  const told = scene.takes[0];
  if (!told) return null;
  const help = `${scene.id}-keys`;
  return (
    <div className="controls">
      <div className="drive">
        <button type="button" className="btn back" data-do="back">
          Back
        </button>
        <RunButton scene={scene} />
        <button type="button" className="btn icon copy" data-do="copy" aria-label="Copy the command">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z" />
          </svg>
        </button>
      </div>
      <Dots take={told} state={state} alive={alive} />
      <div className="rest">
        <Takes scene={scene} state={state} />
        <button type="button" className="btn icon speed" data-do="speed" aria-label={`Speed: ${spoken(state)}`}>
          <span className="stack">
            {speeds.map((speed) => (
              <span key={speed} data-speed={speed}>
                {speed === 'instant' ? 'instant' : `${speed}×`}
              </span>
            ))}
          </span>
        </button>
        <button type="button" className="btn icon full" data-do="full" aria-label="Full screen">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
          </svg>
        </button>
        <button type="button" className="btn icon help" popoverTarget={help} aria-label="Keys">
          ?
        </button>
      </div>
      <div id={help} className="card" popover="auto">
        <p className="card-title">Keys, while the scene has the focus</p>
        <dl>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

function Dots({ take, state, alive }: { take: TakeData; state: State; alive: boolean }) {
  return (
    <ol className="dots">
      {take.steps.map((step, i) => (
        <li key={step.id} data-k={i + 1}>
          <button
            type="button"
            data-do="seek"
            data-value={i + 1}
            aria-label={`Step ${i + 1}: ${commandOf(step)}`}
            aria-current={alive && state.step === i + 1 ? 'step' : undefined}
          />
        </li>
      ))}
    </ol>
  );
}

/** Labels by the number of steps that are over, for each take. */
function RunButton({ scene }: { scene: SceneData }) {
  return (
    <button type="button" className="btn go" data-do="press">
      <span className="stack">
        {scene.takes.map((take, index) =>
          numbered(stagesOf(take)).map(({ at: k }) => {
            const next = take.steps[k];
            return (
              <span key={`${take.id} ${k}`} data-k={k} data-in={index}>
                {next ? (
                  <>
                    Run{' '}
                    {[...new Set(next.inputs.map((input) => input.command))].map((command, i) => (
                      <Fragment key={command}>
                        {i > 0 && ' and '}
                        <code>{command}</code>
                      </Fragment>
                    ))}
                    {inHowMany(next)}
                  </>
                ) : (
                  'Start again'
                )}
              </span>
            );
          }),
        )}
      </span>
    </button>
  );
}

/** Said of one command that is typed into several terminals; two different commands are both on the button. */
function inHowMany({ inputs }: StepData): string {
  if (inputs.length < 2 || new Set(inputs.map(({ command }) => command)).size > 1) return '';
  return inputs.length === 2 ? ' in both' : ` in all ${inputs.length}`;
}

/** A second take that removes the wall is a switch, named after the wall; others are a choice; one take needs neither. */
function Takes({ scene, state }: { scene: SceneData; state: State }) {
  const [first, second, third] = scene.takes;
  if (!first || !second) return <span className="takes" />;
  if (!third && second.removes)
    return (
      <button
        type="button"
        className="takes wall"
        role="switch"
        aria-checked={state.take === first.id}
        data-do="toggle"
      >
        {first.label}
        <i />
      </button>
    );
  return (
    <fieldset className="takes choice">
      <legend>Recorded takes</legend>
      {scene.takes.map((take, i) => (
        <button key={take.id} type="button" aria-pressed={state.take === take.id} data-do="take" data-value={i}>
          {take.label}
        </button>
      ))}
    </fieldset>
  );
}

function spoken(state: State): string {
  return state.speed === 'instant' ? 'instant' : `${state.speed} times`;
}
