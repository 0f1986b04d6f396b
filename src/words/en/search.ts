// The search: its dialog, and what its index says of itself.

export const name = 'Search';
export const looksIn = 'Search prose, commands, outputs and terms';
export const like = 'A question, a command, a line of output';
export const close = 'Close';
export const lost = 'The index did not load, so nothing can be found now; the contents still lead everywhere.';
export const unknown = (words: string[]): string =>
  `Nothing here has ${words.map((word) => `“${word}”`).join(' or ')}.`;
export const nothing = 'Nothing found.';
export const everything = 'The ledger lists everything that this site knows about.';
export const nearest = 'What is nearest:';
export const notWhole = (count: number): string => `Nothing has every word. ${results(count)} with some of them:`;
export const whole = (whole: number, more: number): string =>
  `${results(whole)} with every word, ${more} more with some`;
export const results = (count: number): string => (count === 1 ? '1 result' : `${count} results`);

/** Where to look when nothing was found. */
export const ledger = {
  title: 'Your ledger',
  place: 'A list of everything',
  text: 'Every resource that this site tells of, and whether a container has it isolated, limited or shared.',
};
/** Of what is looked for here and is not here. */
export const notShown = 'Not shown on this site';
export const nearestIs = (title: string, place: string): string =>
  `The nearest is “${title}”${title === place ? '' : `: ${place}`}.`;

/** Where a step stands; the take is named where it is not the one that is told. */
export const step = (scene: string, step: number, take: string | undefined): string =>
  `${scene}, step ${step}${take === undefined ? '' : `, ${take}`}`;
/** A row of the ledger, in sentences. */
export const keptBy = (what: string): string => `Kept by ${what}.`;
export const keptByNamespace = (kind: string): string => `Kept by the ${kind} namespace.`;
export const seeWith = (command: string): string => `See it with ${command}.`;
export const changedBy = (what: string): string => `Changed by ${what}.`;
