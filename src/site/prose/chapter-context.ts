import { createContext } from 'react';
import type { Chapter } from '../chapters.ts';
import { bareSite, type Site } from '../site.ts';

/** What a page's scenes say of themselves while it is rendered, so that nobody has to look for them in its markup. */
export interface Gathered {
  /** The living scenes, in their order. */
  scenes: string[];
  /** The markup of all that comes from recordings, as it stands in the page. */
  islands: string[];
  /** Whether all resources are listed. */
  ledger: boolean;
}

/** Nothing yet. */
export function gathering(): Gathered {
  return { scenes: [], islands: [], ledger: false };
}

/** The chapter that is being rendered: where it goes, its file, to be named when something in it is wrong, and the chapter in which each scene stands. `prefix`: on the page that holds all chapters, what the ids of this one begin with; nothing steps there. */
export const ChapterContext = createContext<{
  site: Site;
  file: string;
  homes: ReadonlyMap<string, Chapter>;
  prefix?: string;
  gathered: Gathered;
}>({ site: bareSite, file: '', homes: new Map(), gathered: gathering() });
