/** The stylesheets that only some pages need, by name: below the project's root. One that is new is written here, and into the page that needs it. */
export const styles = {
  scenes: 'src/scene/scene.css',
  front: 'src/site/front/front.css',
  ledger: 'src/site/ledger/ledger.css',
  bench: 'src/site/styles/bench.css',
  recordings: 'src/site/recordings/recordings.css',
  shelf: 'src/site/scenes/scenes.css',
  host: 'src/site/your-host/your-host.css',
};

/** The modules that one page alone runs, by name; the same holds for them. */
export const scripts = {
  ledger: 'src/browser/ledger/alive.ts',
  bench: 'src/browser/workbench/alive.ts',
  host: 'src/browser/your-host/alive.ts',
};

/** The same names with what each of them has somewhere. */
export function eachOf<Name extends string>(
  named: Record<Name, string>,
  value: (name: Name, file: string) => string,
): Record<Name, string> {
  const entries = Object.entries(named) as [Name, string][];
  return Object.fromEntries(entries.map(([name, file]) => [name, value(name, file)])) as Record<Name, string>;
}
