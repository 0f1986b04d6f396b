/** What a typed line is to a scene: the step that it runs (0-based), or undefined when it was not recorded in this take. */
export function stepTyped(line: string, steps: readonly (readonly string[])[], next: number): number | undefined {
  const wanted = line.trim().replace(/\s+/g, ' ');
  if (wanted === '') return undefined;
  return inOrder(steps.length, next).find((step) =>
    steps[step]?.some((command) => command.replace(/\s+/g, ' ') === wanted),
  );
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
