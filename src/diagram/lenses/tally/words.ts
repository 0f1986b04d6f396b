// What stands in the drawing.

export const done = 'done';

// What is said of it; of a room after its name.

export const read = (what: string[]): string => `was read: ${what.join('; ')}.`;
export const onHost = (what: string[]): string => `On the host was read: ${what.join('; ')}.`;
export const forAll = (what: string[]): string => `One for all: ${what.join('; ')}.`;
