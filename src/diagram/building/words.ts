// What all drawings say. First what stands in them.

export const motto = 'one kernel under everything';
export const processes = (count: number): string => `${count} ${count === 1 ? 'process' : 'processes'}`;
export const more = (count: number): string => `and ${count} more`;
/** What a room is called: a shell that someone typed into is no container. */
export const container = (name: string): string => `container ${name}`;
export const yours = (name: string): string => `your ${name}`;
export const exited = (code: number | undefined): string => `exited (${code})`;
export const nothingLeft = 'no process, no wall';
export const legend = 'dots: the host’s';
export const willStand = 'a room will stand here';
export const stood = 'a room stood here';
export const refused = 'refused';

// Then the sentences for whoever can't see them; those that begin in small letters go on after a room's name.

export const host = (name: string | undefined): string => (name === undefined ? 'The host' : `Host ${name}`);
export const aboutHost = (host: string, processes: number, kernel: string): string =>
  `${host}: ${processes} processes on one kernel, Linux ${kernel}.`;
export const noContainer = 'No container.';
export const outlines = {
  coming: (count: number): string =>
    count === 1
      ? 'A dotted outline marks the place of a room to come.'
      : `Dotted outlines mark the places of ${count} rooms to come.`,
  gone: (count: number): string =>
    count === 1
      ? 'A dotted outline marks the place of a room that is gone.'
      : `Dotted outlines mark the places of ${count} rooms that are gone.`,
};
export const ended = (room: string, end: string): string => `${room}: ${end}, no process and no wall is left.`;
export const namespaces = (own: string, hosts: string): string => `Its own namespaces: ${own}. The host’s: ${hosts}.`;
export const running = 'is running.';

/** As it is read aloud: `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? 'none';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

// A figure on a scale.

export const atMost = (value: string, unit: string): string => `at most ${value} ${unit}`;
export const scale = (title: string): string => `${title}, on a scale whose steps are powers of ten.`;
