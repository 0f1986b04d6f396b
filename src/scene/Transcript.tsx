import { StaticDiagram } from '../diagram/StaticDiagram.tsx';
import type { SceneData, StepData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { Question, Verdict } from './Question.tsx';
import { RichText } from './RichText.tsx';
import { answerRows, markKey } from './rows.ts';
import { stagesOf } from './score.ts';

const widths = ['full', 'narrow'] as const;

/** One take in words and pictures, step by step: what a reader without scripts reads and what assistive technology reads always. */
export function Transcript({ scene, take, index }: { scene: SceneData; take: TakeData; index: number }) {
  return (
    <>
      {index > 0 && (
        <p className="other-take">
          The same steps with <code>{take.label}</code>:
        </p>
      )}
      <ol className="steps" data-in={index}>
        {numbered(stagesOf(take)).map(({ value: stage, at: k }) => (
          <li key={k} data-k={k}>
            {'id' in stage && <Told scene={scene} step={stage} number={k} take={index} />}
            {index === 0 && (
              <figure>
                {widths.map((width) => (
                  <div key={width} className={width}>
                    <StaticDiagram drawing={stage.drawings[width]} />
                  </div>
                ))}
              </figure>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

interface ToldProps {
  scene: SceneData;
  step: StepData;
  number: number;
  take: number;
}

function Told({ scene, step, number, take }: ToldProps) {
  return (
    <>
      <p className="before">
        <span className="lead">{number === 1 ? 'First: ' : 'Next: '}</span>
        <RichText value={step.before} />
      </p>
      {step.predict && <Question predict={step.predict} id={`${scene.id}-${take}-${number}`} />}
      <div className="said">
        {scene.panes.map((pane) => {
          const printed = step.printed[pane.id];
          // A prompt that was left behind is to be seen, not to be heard.
          if (!printed || printed.bytes.length === 0) return null;
          const typed = step.inputs.filter((input) => input.pane === pane.id);
          const rows = answerRows(printed);
          return (
            <div key={pane.id} className="heard">
              <p className="where">{pane.title}</p>
              {typed.map((input) => (
                <pre key={input.command}>
                  <kbd>{input.command}</kbd>
                </pre>
              ))}
              {rows.length > 0 && (
                <pre>
                  {numbered(rows).map(({ value: row, at: r }) => (
                    <span key={r}>
                      {row.map((part) =>
                        typeof part === 'string' ? (
                          part
                        ) : (
                          <button
                            key={part.column}
                            type="button"
                            className="token"
                            data-entity={part.entity}
                            data-mark={markKey(pane.id, part)}
                          >
                            {part.text}
                          </button>
                        ),
                      )}
                      {'\n'}
                    </span>
                  ))}
                </pre>
              )}
            </div>
          );
        })}
        {step.exitCode ? <p className="exit">exit status {step.exitCode}</p> : null}
      </div>
      <p className="after">
        <RichText value={step.after} />
      </p>
      {step.predict && <Verdict predict={step.predict} />}
    </>
  );
}
