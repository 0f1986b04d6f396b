import { StaticDiagram } from '../diagram/views/StaticDiagram.tsx';
import * as words from '../words/index.ts';
import type { Row, SceneData, StageData, StepData, TakeData } from './data.ts';
import { numbered } from './numbered.ts';
import { Question, Verdict } from './Question.tsx';
import { RichText } from './RichText.tsx';
import { answerRows, markKey } from './rows.ts';
import { stagesOf } from './score.ts';

/** The scene or the chapter that comes after a scene. */
export interface Onward {
  href: string;
  title: string;
}

const formats = ['tall', 'landscape'] as const;
const onPaper = ['tall'] as const;

/** https://developer.mozilla.org/en-US/docs/Web/API/TrustedTypePolicyFactory/emptyHTML */
const { trustedTypes } = globalThis as { trustedTypes?: { emptyHTML: string } };
const nothing = { __html: trustedTypes?.emptyHTML ?? '' };

interface TranscriptProps {
  scene: SceneData;
  take: TakeData;
  /** The take's place among the scene's. */
  index: number;
  /** Which copy this is, when the page has two: ids are unique in a page. */
  copy?: string;
  /** Where a reader who has seen the last step goes on. */
  onward?: Onward | undefined;
  /** Nothing can be pressed, and no drawing is for a phone. */
  still?: boolean;
}

/** One take in words and, if it is the one that is told, in pictures: what is read without scripts, and what assistive technology reads always. */
export function Transcript({ scene, take, index, copy = '', onward, still = false }: TranscriptProps) {
  return (
    <ol className="steps" data-in={index}>
      {numbered(stagesOf(take)).map(({ value: stage, at: k }) => {
        const step = 'id' in stage ? stage : undefined;
        const next = take.steps[k];
        return (
          <li key={k} data-k={k} className={index === 0 && step && isSlim(step) ? 'slim' : undefined}>
            {step && <Answered scene={scene} step={step} still={still} />}
            {(step || (next && !still)) && (
              <div className="words">
                {step?.predict && <Verdict predict={step.predict} still={still} />}
                {step && (
                  <p className="after">
                    <RichText value={step.after} />
                  </p>
                )}
                {next && !still && <Coming step={next} first={k === 0} name={`${scene.id}${copy}-${index}-${k + 1}`} />}
                {!next && onward && (
                  <p className="next">
                    <b>{words.steps.next}</b> <a href={onward.href}>{onward.title}</a>
                  </p>
                )}
              </div>
            )}
            {index === 0 && <Pictures stage={stage} still={still} />}
          </li>
        );
      })}
    </ol>
  );
}

/**
 * The drawings of a step as they are served. The living scene has its own and leaves these as they are, unread: whoever wakes a scene need
 * not make its drawings once more, and the page may hold what they have in common elsewhere.
 */
function Pictures({ stage, still }: { stage: StageData; still: boolean }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set; where policies forbid text, even an empty one needs a form of its own
  if (!import.meta.env.SSR) return <figure suppressHydrationWarning dangerouslySetInnerHTML={nothing} />;
  return (
    <figure>
      {(still ? onPaper : formats).map((format) => (
        <div key={format} className={format}>
          <StaticDiagram drawing={stage.drawings[format]} />
        </div>
      ))}
    </figure>
  );
}

/** The columns of output that stand beside a drawing on paper: src/site/styles/print.css. */
const slim = 56;

/** Whether all that a step printed is so narrow that its drawing has room beside it on paper. */
function isSlim({ printed }: StepData): boolean {
  const width = (row: Row) => row.reduce((sum, { text }) => sum + text.length, 0);
  return Object.values(printed).every(({ rows, commandRows }) =>
    rows.slice(commandRows).every((row) => width(row) <= slim),
  );
}

/** What comes next, where one step is shown at a time: a question stands there while it is open. `name` is unique in the page. */
function Coming({ step, first, name }: { step: StepData; first: boolean; name: string }) {
  return (
    <>
      <p className="next">
        <b>{first ? words.steps.first : words.steps.next}</b> <RichText value={step.before} />
      </p>
      {step.predict && <Question predict={step.predict} id={name} />}
    </>
  );
}

/** What was typed and what was answered. */
function Answered({ scene, step, still }: { scene: SceneData; step: StepData; still: boolean }) {
  return (
    <>
      <p className="before">
        <RichText value={step.before} />
      </p>
      <div className="said" translate="no">
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
        {step.exitCode ? <p className="exit">{words.steps.exit(step.exitCode)}</p> : null}
      </div>
    </>
  );
}
