import * as words from '../src/words/index.ts';
import { parts } from '../src/words/parts.ts';

export { words };

/** A sentence as it is read: without the brackets around what is set apart in it. */
export function read(sentence: string): string {
  return parts(sentence).join('');
}

/** A sentence with these in the place of what is put in. */
export function filled(sentence: string, ...values: string[]): string {
  let at = 0;
  return sentence.replace(/\[[^\]]*\]/g, () => values[at++] ?? '');
}

/** How a sentence begins, up to what is set apart or put in. */
export function begun(sentence: string): RegExp {
  return new RegExp(`^${escaped((parts(sentence)[0] ?? '').trim())}`);
}

/** A sentence with any numbers in the place of its own. */
export function anyNumbers(sentence: string): RegExp {
  return new RegExp(`^${escaped(sentence).replace(/\d+/g, '\\d+')}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
