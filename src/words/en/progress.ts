// How far the reader is, in the contents.

export const done = ' (done)';
export const seen = (scenes: number, of: string): string => `${scenes} of ${of} scenes seen`;
export const goOn = (chapter: string, step: string): string => `Go on in ${chapter}, step ${step}`;
