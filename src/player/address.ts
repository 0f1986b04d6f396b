import type { Score } from './state.ts';

/** A place in a scene, as the address bar names it. */
export interface StepAddress {
  step: number;
  take: string;
  /** Whether the address names a step or a take that the scene does not have. */
  unknown?: boolean;
}

/**
 * The place that an address like `#one-process/3/pid-host` names in the scene, or undefined when it names another scene or none.
 * A step or take that does not exist opens the scene at its start.
 */
export function readAddress(hash: string, scene: string, score: Score): StepAddress | undefined {
  const parts = hash.replace(/^#/, '').split('/');
  if (parts[0] !== scene) return undefined;
  const start: StepAddress = { step: 0, take: score.takes[0] ?? '' };
  const [, step = '0', take = start.take, ...rest] = parts;
  // Plain digits only: `Number` would also take '1e1', ' 2' and '0x3', and two addresses would name one place.
  const known = /^(0|[1-9]\d{0,3})$/.test(step) && Number(step) <= score.steps;
  return known && score.takes.includes(take) && rest.length === 0
    ? { step: Number(step), take }
    : { ...start, unknown: true };
}

/** The address of a place: the shortest that `readAddress` reads back as the same place. */
export function writeAddress(scene: string, score: Score, place: Pick<StepAddress, 'step' | 'take'>): string {
  if (place.take !== score.takes[0]) return `#${scene}/${place.step}/${place.take}`;
  return place.step === 0 ? `#${scene}` : `#${scene}/${place.step}`;
}
