// What stands in the drawing, of this lens and of the introduction.

export const own = 'PID namespace';
export const hosts = 'host’s PID namespace';
export const parentOf = (child: number, parent: number): string => `parent of ${child}: ${parent}`;

// What is said of a room, after its name.

export const whose = (own: boolean): string =>
  own ? 'has a PID namespace of its own' : 'has no PID namespace of its own and uses the host’s';
export const hasEnded = (process: string): string => `${process}, which has ended,`;
export const outside = (process: string, pid: number): string => `${process} is process ${pid} outside`;
export const bothSides = (process: string, pid: number): string => `${process} is process ${pid} on both sides`;
export const andInside = (process: string, outside: number, inside: number): string =>
  `${process} is process ${outside} outside and ${inside} inside`;
export const more = (count: number): string => `${count} more`;
export const justRead = (host: string, inside: string): string =>
  [
    ...(host ? [`The host has just read ${host}`] : []),
    ...(inside ? [`${host ? 't' : 'T'}he room has just read ${inside}`] : []),
  ].join(', ');
const from = (by: string): string => (by === 'host' ? 'the host' : 'inside');
export const sent = (signal: string, by: string, isDropped: boolean): string =>
  `${signal}, sent from ${from(by)}, ${isDropped ? 'is dropped' : 'ends its process'}.`;
export const endedAll = (signal: string, by: string): string =>
  `${signal}, sent from ${from(by)} to its first process, has ended every process in it.`;
export const sameKernel = 'Asked on both sides, the same kernel answers.';
