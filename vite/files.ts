/** Where things are, below the project's root. */
export const files = {
  style: 'src/site/styles/index.css',
  styles: {
    scenes: 'src/scene/scene.css',
    front: 'src/site/front/front.css',
    ledger: 'src/site/ledger/ledger.css',
    recordings: 'src/site/recordings/recordings.css',
    shelf: 'src/site/scenes/scenes.css',
    host: 'src/site/your-host/your-host.css',
  },
  entry: 'src/browser/entry.ts',
  alive: 'src/scene/alive.tsx',
  terminal: 'src/terminal/xterm.ts',
  search: 'src/browser/search/dialog.ts',
  terms: 'src/browser/terms/note.ts',
  later: 'src/browser/later.ts',
  workbench: 'src/workbench/alive.tsx',
  worker: 'src/browser/offline/worker.ts',
  /** Scripts that one page alone needs, by name. */
  ledger: 'src/browser/ledger/alive.ts',
  bench: 'src/browser/bench.ts',
  host: 'src/browser/your-host/alive.ts',
  server: 'src/site/server.tsx',
};
