// What stands in the drawing.

export const hosts = 'the host’s hostname';
export const hostsShort = 'the host’s name';
export const own = 'its own hostname';
export const none = 'no name of its own';
export const noneShort = 'none of its own';

// What is said of a room, after its name.

export const whose = (own: boolean): string =>
  own ? 'has a UTS namespace of its own.' : 'has no UTS namespace of its own.';
export const ownNamed = (hostname: string | undefined): string =>
  `has a UTS namespace of its own, with the hostname ${hostname ?? 'unknown'}.`;
export const hostsNamed = (hostname: string): string =>
  `has no UTS namespace of its own: its hostname is the host’s, ${hostname}.`;
export const justRead = (own: boolean): string =>
  `A shell inside has just read ${own ? 'its own plate' : 'the host’s plate'}.`;
export const isRefused = 'Setting another name from inside is refused.';
