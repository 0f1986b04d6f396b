import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { numbers } from './vite/numbers.ts';
import { pages } from './vite/pages.ts';
import { prose } from './vite/prose.ts';
import { recordings } from './vite/recordings.ts';
import { scenes } from './vite/scenes.ts';
import { workbench } from './vite/workbench.ts';

export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  appType: 'custom',
  // light-dark(), :has() and the rest of what the styles use are in all of these.
  build: { cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'] },
  plugins: [prose(), numbers(), react(), scenes(), recordings(), workbench(), pages()],
});
