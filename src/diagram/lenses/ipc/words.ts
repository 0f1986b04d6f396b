// What stands in the drawing.

export const hosts = 'the host’s IPC namespace';
/** Whose objects a room sees. */
export const whose = {
  own: (): string => 'IPC namespace',
  joined: (owner: string): string => `${owner}’s objects`,
  shared: (): string => 'the host’s objects',
};
export const nothing = 'nothing in it';

// What is said of it; of a room after its name.

export const hostHolds = (objects: string): string => `Its IPC namespace holds ${objects}.`;
export const none = 'has no IPC namespace of its own: it sees what is in the host’s.';
export const own = (holds: string): string => `has an IPC namespace of its own, which holds ${holds}.`;
export const joined = (owner: string, holds: string): string =>
  `shares the IPC namespace of ${owner}, which holds ${holds}.`;
export const asked = 'A shell inside has just asked.';
