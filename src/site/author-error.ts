/** What an author got wrong, as one sentence; the build prints an error of this name without its stack. */
export function authorError(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: 'AuthorError' });
}
