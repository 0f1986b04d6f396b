/** The list of all recordings, and the one hash that stands for it. */
export interface Root {
  /** As `sha256sum` writes it and `sha256sum -c` reads it: a hash and a path a line, sorted by path. */
  text: string;
  /** SHA-256, hex, of that text. */
  hash: string;
}

/** Where the list of all recordings stands, below the project's root. */
export const rootFile = 'content/recordings.sha256';

/** Lists every file of every take, by its path in the repository; `sha256` gives 64 hex digits of a text's UTF-8 bytes. */
export function rootOf(files: Record<string, string>, sha256: (text: string) => string): Root {
  const paths = Object.keys(files).sort();
  const text = paths.map((path) => `${sha256(files[path] ?? '')}  ${path}\n`).join('');
  return { text, hash: sha256(text) };
}

/** One sentence for each recording that the committed list does not have as it is; none when they agree. */
export function rootMistakes(committed: string, root: Root): string[] {
  const [listed, found] = [committed, root.text].map(
    (text) =>
      new Map(text.split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const]))),
  );
  const mistakes: string[] = [];
  for (const path of new Set([...(listed?.keys() ?? []), ...(found?.keys() ?? [])])) {
    const [expected, is] = [listed?.get(path) ?? 'none', found?.get(path) ?? 'no such file'];
    if (expected !== is) mistakes.push(`${rootFile}: expected ${path} with SHA-256 ${expected}, found ${is}.`);
  }
  // The same lines in another order, or said twice.
  if (mistakes.length === 0 && committed !== root.text)
    mistakes.push(`${rootFile}: expected each recording once, sorted by its path, found another order.`);
  return mistakes;
}
