import type { Kept } from '../../scene/memory.ts';

/** Whether all the scenes, ids with spaces between, were seen to their end; a chapter without scenes is never done. */
export function doneIn(record: Kept, scenes: string): boolean {
  const seen = seenIn(record);
  const wanted = scenes.split(' ').filter(Boolean);
  return wanted.length > 0 && wanted.every((id) => seen.includes(id));
}

/** The scenes that were seen to their end. A record that is corrupt holds none. */
export function seenIn({ done }: Kept): string[] {
  return Array.isArray(done) ? done.filter((id) => typeof id === 'string') : [];
}

/** Where the reader was last; undefined when that is no address of a step. */
export function placeOf({ last }: Kept): { path: string; hash: string; step: string } | undefined {
  const [, path, hash, step = ''] = /^(\/[\w/.-]*)(#[\w-]+(?:\/(\d+)(?:\/[\w-]+)?)?)$/.exec(`${last}`) ?? [];
  return path && hash && !path.startsWith('//') ? { path, hash, step } : undefined;
}
