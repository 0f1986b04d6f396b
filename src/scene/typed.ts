/**
 * A line as it was meant, whatever it was pasted from: without the prompt's sign, sudo (the recorded shells are root's), marks of
 * no width and a last semicolon; with plain quotes, and one plain blank where there were several of any kind.
 */
function meant(line: string): string {
  return line
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2018\u2019\u201a\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u2033]/g, '"')
    .trim()
    .replace(/^[$#] /, '')
    .replace(/^sudo /, '')
    .replace(/[ ;]+$/, '');
}

/** What a typed line is to a scene: the step that it runs (0-based), or undefined when it was not recorded in this take. */
export function stepTyped(line: string, steps: readonly (readonly string[])[], next: number): number | undefined {
  const wanted = sameness(line);
  if (wanted === '') return undefined;
  return inOrder(steps.length, next).find((step) => steps[step]?.some((command) => sameness(command) === wanted));
}

/** The same text for lines that differ only in blanks around operators, which a shell does not read, or in dashes, of which editors make one of two and longer ones. */
function sameness(line: string): string {
  return meant(line)
    .replace(/ ?([|;&<>]+) ?/g, '$1')
    .replace(/[-\u2010-\u2015\u2212]+/g, '-');
}

/** The recorded command that a line begins: the next step's before any other's; undefined when none goes on from it. */
export function completionOf(line: string, steps: readonly (readonly string[])[], next: number): string | undefined {
  const begun = line.trimStart();
  for (const step of inOrder(steps.length, next)) {
    const found = steps[step]?.find((command) => command.startsWith(begun) && command.length > begun.length);
    if (found) return found;
  }
  return undefined;
}

/** The next step first, then those after it, then those before. */
function inOrder(count: number, next: number): number[] {
  return Array.from({ length: count }, (_, index) => (next + index) % count);
}
