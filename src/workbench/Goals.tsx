import { useEffect } from 'react';
import type { Lesson, Progress } from '../lesson/lesson.ts';
import * as words from '../words/index.ts';
import { Prose } from './prose.tsx';

interface Props {
  /** Absent: free play. */
  lesson: Lesson | undefined;
  progress: Progress;
  /** Takes the focus when a shell is left: a press there does nothing. */
  place: React.RefObject<HTMLElement | null>;
}

/** What a lesson is about, its goals with the one that is next, and hints for that one, in a box that scrolls to it. */
export function Goals({ lesson, progress, place }: Props) {
  const { reached } = progress;
  const all = lesson !== undefined && reached >= lesson.goals.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each goal and each lesson is scrolled to once
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    // The goal that is next, or what is said when all are reached; the task, where the lesson begins.
    const next = box.querySelector<HTMLElement>('[aria-current]') ?? box.querySelector<HTMLElement>('.outcome');
    box.scrollTop = !next || reached === 0 ? 0 : next.offsetTop - box.offsetTop - 8;
  }, [lesson?.id, reached, place]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what is in it
    <section ref={place} className="words" tabIndex={0} aria-label={words.workbench.goals}>
      <p className="task">{lesson ? <Prose text={lesson.before} /> : words.workbench.freeTask}</p>
      {lesson && (
        <ol className="goals">
          {lesson.goals.map((goal, index) => {
            const state = index < reached ? 'reached' : index === reached ? 'next' : 'later';
            return (
              <li key={goal.say} data-state={state} aria-current={state === 'next' ? 'step' : undefined}>
                <span className="state">{words.workbench.states[state]}</span>
                <div>
                  <Prose text={goal.say} />
                  {state === 'next' && <Hints key={goal.say} hints={goal.hints} />}
                </div>
              </li>
            );
          })}
        </ol>
      )}
      <p className="outcome" role="status">
        {lesson && reached > 0 && !all && words.workbench.goalReached(reached, lesson.goals.length)}
        {lesson && all && (
          <>
            <strong>{words.workbench.allReached}</strong> <Prose text={lesson.after} />
          </>
        )}
      </p>
    </section>
  );
}

function Hints({ hints }: { hints: string[] }) {
  return hints.map((hint, index) => (
    <details key={hint} className="hint">
      <summary>{index + 1 === hints.length ? words.workbench.command : words.workbench.hint}</summary>
      <Prose text={hint} />
    </details>
  ));
}
