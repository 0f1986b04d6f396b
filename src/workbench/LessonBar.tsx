import type { Lesson, Progress } from '../lesson/lesson.ts';
import { words } from './words.ts';

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
        <span>{words.lesson}</span>
        <select value={lesson?.id ?? ''} onChange={(event) => onChoose(event.target.value)}>
          {lessons.map(({ id, title, minutes }, index) => (
            <option key={id} value={id}>
              {index + 1}. {title} ({words.minutes(minutes)}){done.includes(id) ? `, ${words.done}` : ''}
            </option>
          ))}
          <option value="">{words.freePlay}</option>
        </select>
      </label>
      {lesson && <span className="count">{words.goalsReached(progress.reached, lesson.goals.length)}</span>}
    </div>
  );
}
