import type { RenamedKind } from './kinds.ts';
import { Renames } from './renames.ts';

/** Compares values one by one, and collects a sentence for each that differs and may not. */
export class Differences {
  readonly found: string[] = [];
  readonly renames = new Renames();
  #where = '';

  /** Names the place that the next sentences speak of. */
  at(where: string): void {
    this.#where = where;
  }

  say(text: string): void {
    const sentence = `${this.#where}: ${text}.`;
    if (!this.found.includes(sentence)) this.found.push(sentence);
  }

  /** The two must be equal once ids have their new names. */
  same(what: string, old: unknown, now: unknown): void {
    const [before, after] = [this.renames.text(textOf(old)), textOf(now)];
    if (before !== after) this.say(`${what} was ${before}, is ${after}`);
  }

  /** The two may differ, but always alike. */
  renamed(kind: RenamedKind, what: string, old: string | number | undefined, now: string | number | undefined): void {
    if (old === undefined || now === undefined) {
      if (old !== now) this.say(`${what} was ${old ?? 'absent'}, is ${now ?? 'absent'}`);
      return;
    }
    const contradiction = this.renames.learn(kind, old, now);
    if (contradiction) this.say(`${what}: ${contradiction}`);
  }

  /** Pairs two lists in their order; says so when one is longer. */
  paired<T>(what: string, old: T[], now: T[], name: (item: T) => string, each: (old: T, now: T) => void): void {
    if (old.length !== now.length) {
      const list = (items: T[]) => items.map(name).join(', ') || 'none';
      this.say(`${what} were ${list(old)}; are ${list(now)}`);
      return;
    }
    for (const [index, item] of old.entries()) {
      const other = now[index];
      if (other !== undefined) each(item, other);
    }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'absent');
}
