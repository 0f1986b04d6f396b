import { withHandmade } from '../host/by-hand.ts';
import type { HostFacts } from '../host/facts.ts';
import { parseFacts } from '../host/parse.ts';
import type { Word } from '../lesson/lesson.ts';

/** How the page asks the guest for facts, one question at a time. */
export interface Feed {
  /** What the collector's line said. */
  said(text: string): void;
  /** Something happened on a shell, or time went by: the facts may be others now. */
  stir(): void;
}

interface Events {
  /** What is to be read besides. */
  words(): Word[];
  /** How many rows the page has for a shell. */
  rows(): number;
  /** An answer has come, whatever it says. */
  onAnswer(): void;
  /** What it says, and what was asked for. */
  onFacts(facts: HostFacts, words: Word[]): void;
  /** An answer that makes no sense, for the second time in a row: one may be cut by a process that ends meanwhile. */
  onNonsense(): void;
}

/**
 * Asks over the collector's line and hands on what it answers. The guest says `ready` when its end of the line has begun
 * anew, and is given the collector then; it is not asked again before it has answered, so a slow answer never queues up.
 */
export function createFeed(collector: string, send: (text: string) => void, events: Events): Feed {
  let state: 'new' | 'storing' | 'idle' | 'asked' = 'new';
  let heard = '';
  let again = false;
  let senseless = 0;
  let words: Word[] = [];
  const ask = () => {
    heard = '';
    again = false;
    state = 'asked';
    words = events.words();
    send(`read ${[...words, 'rows', events.rows()].join(' ')}\n`);
  };
  const store = () => {
    heard = '';
    state = 'storing';
    send(`store ${new TextEncoder().encode(collector).length}\n${collector}`);
  };
  return {
    said(text) {
      heard += text.replaceAll('\r', '');
      if (/(^|\n)ready\n$/.test(heard)) return store();
      if (state === 'storing' && heard.endsWith('stored\n')) return ask();
      if (state !== 'asked' || !heard.endsWith('\n== end\n')) return;
      state = 'idle';
      const answer = heard;
      heard = '';
      events.onAnswer();
      try {
        const facts = parseFacts(answer.slice(answer.indexOf('== host')));
        if (!facts.processes.some(({ pid }) => pid === 1)) throw new Error('The answer knows no process 1.');
        events.onFacts(withHandmade(facts), words);
        senseless = 0;
      } catch (error) {
        // A process that ends while it is read can leave half a line; the next answer has it whole.
        console.warn(error);
        senseless += 1;
        if (senseless > 1) events.onNonsense();
      }
      if (again) ask();
    },
    stir() {
      if (state === 'new') store();
      else if (state === 'idle') ask();
      else again = true;
    },
  };
}
