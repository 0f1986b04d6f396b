// The steps of a scene, told one after the other.

export const first = 'First';
export const next = 'Next';
export const exit = (status: number): string => `exit status ${status}`;
/** What is in brackets: the other takes, each told apart by its label. */
export const otherTakes = 'The same steps with [labels], as text';
export const andWith = ' and with ';
export const otherTake = 'With [label]:';
/** On paper, in place of a drawing. */
export const drawnAsBefore = 'Drawn as before.';
