import { StaticDiagram } from '../diagram/views/StaticDiagram.tsx';
import type { SceneData, StepData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { Question, Verdict } from './Question.tsx';
import { RichText } from './RichText.tsx';
import { answerRows, markKey } from './rows.ts';
import { stagesOf } from './score.ts';

const widths = ['full', 'narrow'] as const;
const onPaper = ['full'] as const;

interface TranscriptProps {
  scene: SceneData;
  take: TakeData;
  /** The take's place among the scene's. */
  index: number;
  /** Which copy this is, when the page has two: ids are unique in a page. */
  copy?: string;
  /** Nothing can be pressed, and no drawing is for a phone. */
  still?: boolean;
}

/** One take in words and, if it is the one that is told, in pictures: what is read without scripts, and what assistive technology reads always. */
export function Transcript({ scene, take, index, copy = '', still = false }: TranscriptProps) {
  return (
    <ol className="steps" data-in={index}>
      {numbered(stagesOf(take)).map(({ value: stage, at: k }) => (
        <li key={k} data-k={k}>
          {'id' in stage && (
            <Told scene={scene} step={stage} number={k} name={`${scene.id}${copy}-${index}-${k}`} still={still} />
          )}
          {index === 0 && (
            <figure>
              {(still ? onPaper : widths).map((width) => (
                <div key={width} className={width}>
                  <StaticDiagram drawing={stage.drawings[width]} />
                </div>
              ))}
            </figure>
          )}
        </li>
      ))}
    </ol>
  );
}

interface ToldProps {
  scene: SceneData;
  step: StepData;
  number: number;
  /** Unique in the page. */
  name: string;
  still: boolean;
}

function Told({ scene, step, number, name, still }: ToldProps) {
  return (
    <>
      <p className="before">
        <span className="lead">{number === 1 ? 'First: ' : 'Next: '}</span>
        <RichText value={step.before} />
      </p>
      {step.predict && !still && <Question predict={step.predict} id={name} />}
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
                        ) : still ? (
                          <b key={part.column} className="token">
                            {part.text}
                          </b>
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
