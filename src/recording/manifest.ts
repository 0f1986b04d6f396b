/**
 * Compares a take's files with the hashes in its recording.json, which make every byte count, also those that nothing
 * else could contradict. One sentence per mistake; `sha256` gives 64 hex digits of a text's UTF-8 bytes.
 */
export function manifestMistakes(
  folder: string,
  files: Record<string, string>,
  sha256: (text: string) => string,
): string[] {
  const text = files['recording.json'];
  if (text === undefined) return [`${folder}: expected a recording.json, found none.`];
  let listed: unknown;
  try {
    listed = (JSON.parse(text) as { files?: unknown }).files;
  } catch {
    return [`${folder}/recording.json: expected JSON, found something else.`];
  }
  if (typeof listed !== 'object' || listed === null) return [`${folder}/recording.json: expected "files", found none.`];
  const hashes = new Map(Object.entries(listed).map(([name, hash]) => [name, String(hash)]));
  const mistakes: string[] = [];
  const others = Object.keys(files).filter((name) => name !== 'recording.json');
  for (const name of new Set([...hashes.keys(), ...others])) {
    const content = files[name];
    const expected = hashes.get(name);
    const found = content === undefined ? undefined : sha256(content);
    if (expected !== found)
      mistakes.push(`${folder}/${name}: expected SHA-256 ${expected ?? 'none'}, found ${found ?? 'no such file'}.`);
  }
  return mistakes;
}
