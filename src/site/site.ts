import { eachOf, scripts, styles } from './modules.ts';

/** Where the site stands and where its files are: what a page must know to be written down. Addresses include the base path. */
export interface Site {
  /** "/" or "/repo/". */
  base: string;
  /** "https://example.org", when it is known. */
  origin?: string;
  /** The stylesheet and the entry, as the elements that bring them. */
  head: string;
  /** What only some pages need, as text to be written where that begins; empty where the head brings it. */
  styles: Record<keyof typeof styles, string>;
  tail: string;
  /** The module that wakes an island, and everything that it imports at once. */
  alive: string[];
  /** The module that a living scene's terminals ask for. */
  terminal: string;
  /** Per scene: the module with its data. */
  scenes: Record<string, string>;
  /** The module that the workbench's button fetches, and how much it fetches in all. */
  workbench: { module: string; megabytes: string };
  /** The module that searches, and where its index is; absent where there is none. */
  search?: { module: string; index: string };
  /** The module that every page runs when it is idle. */
  later?: string;
  /** How much all that can be kept for offline weighs, in MB; absent where nothing can, and as long as it is not known. */
  weight?: string | undefined;
  /** The module that shows what a term means. */
  terms?: string;
  /** Modules that one page alone runs, by name. */
  scripts: Record<keyof typeof scripts, string>;
  /** Of everything that is served. */
  licences: Licence[];
}

export interface Licence {
  name: string;
  text: string;
}

/** A path below the base as a link to follow. */
export function href(site: Site, path: string): string {
  return site.base + path.replace(/^\//, '');
}

/** A site that stands at the root of its host and has no files yet: what a page is rendered with where only its words matter. */
export const bareSite: Site = {
  base: '/',
  head: '',
  styles: eachOf(styles, () => ''),
  tail: '',
  alive: [],
  terminal: '',
  scenes: {},
  scripts: eachOf(scripts, () => ''),
  workbench: { module: '', megabytes: '0' },
  licences: [],
};
