// The page of the recordings.

export const storageDriver = 'storage driver';
export const securityOptions = 'security options';
export const recorded = 'recorded';
export const recordedIs = (days: string, scenes: number, takes: number, terminals: number): string =>
  `${days}; ${scenes} scenes, ${takes} takes, ${terminals} terminals`;
export const days = (first: string | undefined, last: string | undefined): string =>
  first === last ? `${first}` : `${first} to ${last}`;
export const builtFrom = 'built from';
export const tree = (name: string, packages: number, suite: string): string =>
  `${name === 'host' ? 'the host' : `isolate-lab:${name}`}: ${packages} packages of Debian ${suite}`;
export const all = 'all recordings';
/** What is in brackets: the hash. */
export const allIs = (files: number, hash: string): string =>
  `content/recordings.sha256, ${files} files, SHA-256 [${hash}]`;
export const lock = 'lock file';
export const lockIs = (hash: string): string => `lab/lock.json, SHA-256 [${hash}]`;
export const lockMoved = '; the file has moved on since';

export const proofs = 'What an output is compared with';
export const kinds = (count: number): string => `${count} kinds`;
export const output = 'output';
export const against = 'compared with';
export const notCompared = 'not compared';
export const because = 'because';

export const takes = (count: number): string => (count === 1 ? '1 take' : `${count} takes`);

/** In bytes. */
export const size = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

export const renamed = 'Another value, but the same one everywhere in a take:';
export const free = 'Any value, in the output of some commands only:';
export const complaint = 'whether bash complains of a line before or after what the line printed';
/** What is in brackets is code. */
export const ps = 'load, size and start time in a row of [ps]';

/** What is in brackets links the script. */
export const verify = (lines: number): string => `[verify.sh], ${lines} lines. Read it before you run it:`;

/** What later releases answer otherwise. */
export const since = 'since';
export const was = 'recorded';
export const now = 'now';
export const shownIn = 'shown in';
export const step = (scene: string, step: number): string => `${scene}, step ${step}`;
