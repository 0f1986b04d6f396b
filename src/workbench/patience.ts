/** What is wrong with a machine that is on: its processor will never go on, its kernel has not answered for so many seconds, or what it answers makes no sense. */
export type Trouble = { name: 'halted' } | { name: 'silent'; seconds: number } | { name: 'nonsense' };

/** Seconds without an answer after which silence is told: a machine that is slow to answer is given more. */
export function patience(slowestAnswer: number): number {
  return 20 + 4 * slowestAnswer;
}

/** Counts the seconds in which an answer was awaited. */
export interface Wait {
  asked(): void;
  answered(): void;
  /** A second went by; says how long the silence is, once it is to be told. */
  second(): number | undefined;
}

/** Counts seconds as they are told to it: a computer that slept did not wait, whatever its clock says. */
export function createWait(): Wait {
  let waited: number | undefined;
  let slowest = 0;
  return {
    asked() {
      waited = 0;
    },
    answered() {
      slowest = Math.max(slowest, waited ?? 0);
      waited = undefined;
    },
    second() {
      if (waited === undefined) return undefined;
      waited += 1;
      return waited > patience(slowest) ? waited : undefined;
    },
  };
}
