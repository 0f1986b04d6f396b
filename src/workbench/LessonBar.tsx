import type { Lesson, Progress } from '../lesson/lesson.ts';
import { Prose } from './prose.tsx';

interface Props {
  lessons: Lesson[];
  /** Absent: free play. */
  lesson: Lesson | undefined;
  progress: Progress;
  done: string[];
  onChoose(id: string): void;
}

/** Which lesson, its goals with the one that is next, and hints for that one. */
export function LessonPanel({ lessons, lesson, progress, done, onChoose }: Props) {
  const all = lesson !== undefined && progress.reached >= lesson.goals.length;
  return (
    <div className="lesson">
      <label className="choose">
        <span>Lesson</span>
        <select value={lesson?.id ?? ''} onChange={(event) => onChoose(event.target.value)}>
          {lessons.map(({ id, title, minutes }, index) => (
            <option key={id} value={id}>
              {index + 1}. {title} ({minutes} min){done.includes(id) ? ', done' : ''}
            </option>
          ))}
          <option value="">Free play: whatever the kernel can do</option>
        </select>
      </label>
      {lesson && (
        <>
          <p className="task">
            <Prose text={lesson.before} />
          </p>
          <ol className="goals">
            {lesson.goals.map((goal, index) => {
              const state = index < progress.reached ? 'reached' : index === progress.reached ? 'next' : 'later';
              return (
                <li key={goal.say} data-state={state} aria-current={state === 'next' ? 'step' : undefined}>
                  <span className="state">{state === 'reached' ? 'reached' : state === 'next' ? 'now' : 'later'}</span>
                  <div>
                    <Prose text={goal.say} />
                    {state === 'next' && <Hints key={goal.say} hints={goal.hints} />}
                  </div>
                </li>
              );
            })}
          </ol>
        </>
      )}
      <p className="outcome" role="status">
        {lesson && progress.reached > 0 && !all && `Goal ${progress.reached} of ${lesson.goals.length} reached.`}
        {lesson && all && (
          <>
            <strong>All goals reached.</strong> <Prose text={lesson.after} />
          </>
        )}
      </p>
    </div>
  );
}

function Hints({ hints }: { hints: string[] }) {
  return hints.map((hint, index) => (
    <details key={hint} className="hint">
      <summary>{index + 1 === hints.length ? 'The command' : 'A hint'}</summary>
      <Prose text={hint} />
    </details>
  ));
}
