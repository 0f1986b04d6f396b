/** What `npm test` leaves to `npm run test:all`, because of the time that it takes. */
export const long = { tag: '@long' };

/** Chapters that every run looks at closely: between them they have each kind of pane and drawing, a table, and a page without scenes. */
const closely = ['pid/', 'network/', 'cgroups/', 'ledger/'];

/** For what takes long: each run does it for a few chapters, and `npm run test:all` for all. */
export function longUnlessClose(path: string): object {
  return closely.includes(path) ? {} : long;
}
