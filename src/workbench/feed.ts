import { withHandmade } from '../host/by-hand.ts';
import type { HostFacts } from '../host/facts.ts';
import { parseFacts } from '../host/parse.ts';

/** How the page asks the guest for facts, one question at a time. */
export interface Feed {
  /** What the collector's line said. */
  said(text: string): void;
  /** Something happened on a shell, or time went by: the facts may be others now. */
  stir(): void;
}

/**
 * Asks over the collector's line and hands on what it answers. The guest says `ready` when its end of the line has begun
 * anew, and is given the collector then; it is not asked again before it has answered, so a slow answer never queues up.
 */
export function createFeed(collector: string, send: (text: string) => void, onFacts: (facts: HostFacts) => void): Feed {
  let state: 'new' | 'storing' | 'idle' | 'asked' = 'new';
  let heard = '';
  let again = false;
  const ask = () => {
    heard = '';
    again = false;
    state = 'asked';
    send('read\n');
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
      try {
        onFacts(withHandmade(parseFacts(answer.slice(answer.indexOf('== host')))));
      } catch (error) {
        // A process that ends while it is read can leave half a line; the next answer has it whole.
        console.warn(error);
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
