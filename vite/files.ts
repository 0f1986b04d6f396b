import { scripts, styles } from '../src/site/modules.ts';

/** Where things are, below the project's root. */
export const files = {
  /** What only some pages need: one manifest for those who build, serve and render. */
  styles,
  scripts,
  style: 'src/site/styles/index.css',
  entry: 'src/browser/entry.ts',
  alive: 'src/scene/alive.tsx',
  terminal: 'src/terminal/xterm.ts',
  search: 'src/browser/search/dialog.ts',
  terms: 'src/browser/terms/note.ts',
  later: 'src/browser/later.ts',
  workbench: 'src/workbench/alive.tsx',
  worker: 'src/browser/offline/worker.ts',
  server: 'src/site/server.tsx',
  gallery: 'src/site/gallery/gallery.tsx',
};
