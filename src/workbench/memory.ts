const key = 'isolate:lessons:v1';

/** The lessons whose goals were all reached, by id. Storage that is forbidden, empty or corrupt gives none. */
export function rememberedLessons(): string[] {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(known) ? known.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Remembers that a lesson's goals were all reached. */
export function rememberLesson(id: string): void {
  try {
    localStorage.setItem(key, JSON.stringify([...new Set([...rememberedLessons(), id])]));
  } catch {
    // Full or forbidden: it is remembered as long as the page.
  }
}
