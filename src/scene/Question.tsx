import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import type { PredictionData } from './data.ts';
import { numbered } from './numbered.ts';
import { RichText } from './RichText.tsx';

/** The question before a step, with its answers as buttons; the number on each is the key that picks it. */
export function Question({ predict, id }: { predict: PredictionData; id: string }) {
  return (
    <fieldset className="ask" aria-labelledby={`${id}-asks`}>
      <p id={`${id}-asks`}>
        <RichText value={predict.question} />
      </p>
      <div className="answers">
        {numbered(predict.answers).map(({ value: answer, at: i }) => (
          <button key={i} type="button" data-do="pick" data-value={i}>
            <i aria-hidden="true">{i + 1}</i>
            <span>
              <RichText value={answer} />
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** What the kernel answered, beside what the reader had picked. */
export function Verdict({ predict, still }: { predict: PredictionData; still: boolean }) {
  const right = predict.answers[predict.right] ?? [];
  const [kernelSays, , end] = parts(words.question.kernelSays);
  const [asYouSaid, , rightly] = parts(words.question.asYouSaid);
  const [youSaid, , but, , wrongly] = parts(words.question.youSaid);
  return (
    <div className="verdict">
      <p className="asked">
        <RichText value={predict.question} />
      </p>
      <div className="picked">
        <p data-said="-1">
          {kernelSays}
          <RichText value={right} />
          {end}
          {!still && ' '}
          {!still && (
            <button type="button" className="quiet" data-do="quiet">
              {words.question.askNoMore}
            </button>
          )}
        </p>
        {numbered(predict.answers).map(({ value: answer, at: i }) => (
          <p key={i} data-said={i} className={i === predict.right ? 'right' : 'wrong'}>
            {i === predict.right ? asYouSaid : youSaid}
            <RichText value={answer} />
            {i === predict.right ? rightly : but}
            {i !== predict.right && <RichText value={right} />}
            {i !== predict.right && wrongly}
          </p>
        ))}
      </div>
      <p className="because">
        <RichText value={predict.because} />
      </p>
    </div>
  );
}
