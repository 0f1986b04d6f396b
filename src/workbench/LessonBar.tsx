import type { Lesson, Progress } from '../lesson/lesson.ts';
import * as words from '../words/index.ts';

interface Props {
  lessons: Lesson[];
  /** Absent: free play. */
  lesson: Lesson | undefined;
  progress: Progress;
  done: string[];
  onChoose(id: string): void;
}

/** Which lesson, and how far it is. */
export function LessonBar({ lessons, lesson, progress, done, onChoose }: Props) {
  return (
    <div className="bar">
      <label className="choose">
        <span>{words.workbench.lesson}</span>
        <select value={lesson?.id ?? ''} onChange={(event) => onChoose(event.target.value)}>
          {lessons.map(({ id, title, minutes }, index) => (
            <option key={id} value={id}>
              {words.workbench.choice(index + 1, title, minutes, done.includes(id))}
            </option>
          ))}
          <option value="">{words.workbench.freePlay}</option>
        </select>
      </label>
      {lesson && <span className="count">{words.workbench.goalsReached(progress.reached, lesson.goals.length)}</span>}
    </div>
  );
}
