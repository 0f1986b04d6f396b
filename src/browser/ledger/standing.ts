import type { Standing } from '../../../content/ledger.ts';

/** What a reader may say of a resource. What has no limit is shared: there is no fourth answer. */
export const sayings = ['isolated', 'limited', 'shared'] as const;
export type Saying = (typeof sayings)[number];

/** What a reader said, when it is one of the things that can be said. */
export function sayingOf(text: unknown): Saying | undefined {
  return sayings.find((saying) => saying === text);
}

/** Whether a reader who said this is right. */
export function isRight(said: Saying, is: readonly Standing[]): boolean {
  return is.includes(said) || (said === 'shared' && is.includes('no limit'));
}
