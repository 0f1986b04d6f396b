/**
 * An error as it should be printed: authors' mistakes as their sentences alone, everything else as it is.
 * Bundlers wrap what plugins throw, one deep or as a list, and keep the name in the message at best.
 */
export function plainError(error: unknown): unknown {
  const sentences = sentencesIn(error);
  if (!sentences.length) return error;
  const plain = new Error([...new Set(sentences)].join('\n'));
  // Vite prints an error's stack.
  plain.stack = plain.message;
  return plain;
}

function sentencesIn(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { errors, cause } = error as { errors?: unknown[]; cause?: unknown };
  if (error.name === 'AuthorError') return [error.message];
  if (Array.isArray(errors)) return errors.flatMap(sentencesIn);
  const named = /AuthorError: (.*)/.exec(error.message)?.[1];
  return named ? [named] : sentencesIn(cause);
}
