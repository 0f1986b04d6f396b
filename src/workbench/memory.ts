import { keep, recall } from '../scene/memory.ts';

/** The lessons whose goals were all reached, by id. */
export function rememberedLessons(): string[] {
  const { lessons } = recall();
  return Array.isArray(lessons) ? lessons.filter((id) => typeof id === 'string') : [];
}

/** Remembers that a lesson's goals were all reached. */
export function rememberLesson(id: string): void {
  keep({ ...recall(), lessons: [...new Set([...rememberedLessons(), id])] });
}
