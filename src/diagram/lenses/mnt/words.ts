// What stands in the drawing.

export const own = 'mount namespace';
export const hosts = 'the host’s files';
export const root = 'its root';
export const forWrites = 'for writes';
export const device = (type: string, source: string): string => `${type} on ${source}`;
export const upper = 'layer for writes';
export const masked = (paths: number): string => (paths === 0 ? 'nothing masked' : `${paths} paths masked`);
export const guest = 'one more container, gone again';
export const ownCourses = (courses: string): string => `own: ${courses}`;
export const hostsCourses = (courses: string): string => `the host’s: ${courses}`;

// What is said of the host.

export const hostRoot = (type: string, source: string): string => `Its root is ${type} on ${source}.`;

// What is said of a room, after its name.

export const seesHosts = 'sees the host’s files.';
export const overImage = (image: string): string =>
  `has a root of its own: a layer for writes over the image ${image}.`;
export const ownMounts = (root: string): string =>
  `has mounts of its own; its root is ${root} of the host’s file system.`;
export const written = (paths: string[]): string => `Docker wrote on the host and shows here: ${paths.join(', ')}.`;
export const isOfHost = (inside: string, outside: string): string => `${inside} is ${outside} of the host`;
export const holes = (holes: string[]): string => `A hole in its wall: ${holes.join(', ')}.`;

// What the outputs said, of a room or of the host. `what`: a colon and the output, where there is one.

export const refused = (at: string | undefined, what: string): string => `It is refused ${at}${what}.`;
export const seenIn = (at: string | undefined, what: string): string => `Seen in it: file ${at}${what}.`;
export const seenOnHost = (within: string | undefined, at: string | undefined, what: string): string =>
  `Seen on the host, behind ${within}: file ${at}${what}.`;
export const hadRun = (who: string | undefined, at: string | undefined, what: string): string =>
  `${who ?? 'The host'} had one more container run, with ${at}${what}.`;
export const runsOnHost = (who: string | undefined, at: string | undefined, what: string): string =>
  `${who} on the host runs or reads ${at}${what}.`;
export const socket = (at: string | undefined, what: string): string => `The daemon’s socket ${at} is there${what}.`;
export const reads = (what: string): string => `It reads${what}.`;
export const devices = (entries: string | undefined, one: string | undefined): string =>
  `/dev has ${entries} entries, ${one} among them.`;
export const release = (name: string | undefined): string => `It is ${name}.`;
export const answers = (text: string | undefined): string => `The kernel answers ${text}.`;
