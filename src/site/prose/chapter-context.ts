import { createContext } from 'react';
import type { Chapter } from '../chapters.ts';
import type { Site } from '../site.ts';

/** The chapter that is being rendered: where it goes, its file, to be named when something in it is wrong, and the chapter in which each scene stands. `prefix`: on the page that holds all chapters, what the ids of this one begin with; nothing steps there. */
export const ChapterContext = createContext<{
  site: Site;
  file: string;
  homes: ReadonlyMap<string, Chapter>;
  prefix?: string;
}>({
  site: {
    base: '/',
    head: '',
    styles: { scenes: '', front: '', ledger: '', recordings: '', shelf: '', host: '' },
    tail: '',
    alive: [],
    terminal: '',
    scenes: {},
    scripts: { ledger: '', bench: '', host: '' },
    workbench: { module: '', megabytes: '' },
    licences: [],
  },
  file: '',
  homes: new Map(),
});
