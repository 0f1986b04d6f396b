import { createContext } from 'react';
import type { Site } from '../site.ts';

/** The chapter that is being rendered: where it goes, and its file, to be named when something in it is wrong. */
export const ChapterContext = createContext<{ site: Site; file: string }>({
  site: {
    base: '/',
    head: '',
    tail: '',
    alive: [],
    scenes: {},
    workbench: { module: '', megabytes: '' },
    licences: [],
  },
  file: '',
});
