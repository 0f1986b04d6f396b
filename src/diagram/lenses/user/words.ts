// What stands in the drawing.

export const onHost = 'ids on the host';
export const onHostShort = 'host’s ids';
export const userIds = 'user ids';
export const own = 'user namespace';
export const hosts = 'the host’s ids';
export const read = 'read';
export const written = 'written';
export const map = (row: string): string => `map ${row}`;
export const owner = (uid: string): string => `owner ${uid}`;

// What is said of a room, after its name.

export const runs = (process: string, uid: number | undefined): string =>
  `runs ${process} with user id ${uid ?? 'unknown'} inside.`;
export const hasId = (process: string, uid: number | undefined, outside: number): string =>
  `${process} has user id ${uid ?? 'unknown'} inside and ${outside} on the host.`;
export const none = 'has no user namespace of its own: ids inside are the host’s ids.';
export const range = (inside: string, outside: string): string => `${inside} inside are ${outside} on the host`;
export const ownIds = (ranges: string[]): string => `has a user namespace of its own: ids ${ranges.join('; ')}.`;
