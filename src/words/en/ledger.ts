// The ledger: a table of resources that asks first.

export const name = 'Ledger';
export const resource = 'Resource';
export const byDefault = 'By default';
export const keptBy = 'Kept by';
export const seeWith = 'See it with';
export const changedBy = 'Changed by';
export const shownIn = 'Shown in';
export const guess = (resource: string): string => `${resource}: what is it by default?`;
export const namespace = (kind: string): string => `${kind} namespace`;
export const step = (scene: string, step: number): string => `${scene}, step ${step}`;
export const first = 'Say of each what you think it is, or see it at once:';
export const showAll = 'Show every answer';
export const show = 'Show';
export const shows = {
  '': 'everything',
  isolated: 'isolated',
  limited: 'limited',
  shared: 'shared',
  'no limit': 'without a limit',
  open: 'not answered yet',
  wrong: 'answered otherwise',
  sourced: 'with a source only',
};
export const sort = 'Sort';
export const sorts = {
  '': 'as in the chapters',
  name: 'by name',
  is: 'by what it is',
  said: 'by your answers',
};
export const json = 'Save as JSON';
export const text = 'Save as text';
export const print = 'Print';
export const clear = 'Clear my answers';
export const reallyClear = 'Forget every answer, here and in the chapters, and how far you read?';
export const notKept = 'This browser keeps nothing for this page: your answers last until you leave it.';
export const asYouSaid = (said: string): string => `As you said: ${said}.`;
export const youSaid = (said: string): string => `You said: ${said}.`;

export const answeredHere = (said: number, of: number, right: number): string =>
  `Here you answered ${said} of ${of}, ${right} of them as the kernel does.`;
export const answeredThere = (said: number, of: number, right: number): string =>
  `In the chapters you answered ${said} of ${of} questions, ${right} as the kernel does,`;
export const andSaw = (scenes: number, of: number): string => `and saw ${scenes} of ${of} scenes to their end.`;
