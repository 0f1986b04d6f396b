// What stands in the drawing.

export const own = 'cgroup namespace';
export const none = 'no view of its own';
export const fromHost = 'read from the host';
export const fromInside = 'read from inside';
export const missing = 'no such file';

// What is said of a room, after its name.

export const whose = (own: boolean): string =>
  own ? 'has a cgroup namespace of its own' : 'uses the host’s cgroup namespace';
export const reads = (whose: string, outside: string, inside: string | undefined): string =>
  `${whose}: its cgroup reads ${outside} on the host${inside === undefined ? '' : ` and ${inside} inside`}.`;
export const limits = (read: string[]): string => `Inside, ${read.join(' and ')} has just been read of it.`;
export const notThere = 'What was just looked for inside is not there.';
