// Keeping for offline, and what is there without a network.

/** The first word changes when all is kept. */
export const keep = (megabytes: string): string => `Keep for offline (${megabytes} MB)`;
export const keepWord = 'Keep';
export const keptWord = 'Kept';
export const kept = (pages: number, of: number): string => `${pages} of ${of} pages are kept.`;
export const keeping = (pages: number, of: number): string => `${pages} of ${of} pages kept.`;
export const partly = (pages: number, of: number): string => `${pages} of ${of} pages are kept; the rest did not come.`;
/** What is kept, and what no button keeps: src/workbench/download.ts keeps the machine, and a frame is another site’s. */
export const all =
  'All of it is kept: chapters, scenes and search work without a network. Not with it: the machine of the workbench, ' +
  'which is kept once it was started, the pages for frames, and files to download.';
export const newer = 'A newer version of this site is there. ';
export const load = 'Load it';
export const later = 'Later';

/** In place of a page that is not kept. */
export const notKept = 'This page is not kept here';
/** What is in brackets links the introduction. */
export const notKeptSays =
  'There is no network, and this browser has not kept this page. The chapters that you have read are kept and play as before: [the Introduction] leads to them.';
