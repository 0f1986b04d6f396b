/** A part of a pane's stream: what came before the first step (`step` undefined), or what one step printed. */
interface Part {
  step: string | undefined;
  text: string;
}

/** Marks out of order: in which step, what was expected there and what was found. */
interface Disorder {
  step: string | undefined;
  expected: string;
  found: string;
}

// Written out of their numbers: a control character in a pattern is usually a slip, and linters treat it as one.
const esc = String.fromCharCode(27);
const bell = String.fromCharCode(7);
/** OSC 133 in its seven-bit and its eight-bit form, up to either terminator or the end: a terminal obeys them all. */
const anyMark = new RegExp(`(?:${esc}\\]|\\u009d)133;?([^${bell}${esc}\\u009c]*)(?:${bell}|${esc}\\\\|\\u009c|)`, 'g');
const sound = new RegExp(`^${esc}\\]133;(?:([ABC])|D;(\\d{1,3}))(?:;k=([0-9a-f]{16}))?${bell}$`);
const prompt = /^\P{Cc}+[#$] $/u;
const escapes = new RegExp(`${esc}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\))`, 'g');

/**
 * The first mark that the recorded shell did not put where it puts marks, which an output can only have printed itself.
 * A shell prints D A, its prompt and B in one go, C when a line is handed over, and nothing behind B until the next key.
 * `nonces`: what the shells of this recording add to their marks; empty for recordings made before they did.
 */
export function markDisorder(parts: Part[], nonces: readonly string[]): Disorder | undefined {
  let state: 'no prompt' | 'waiting' | 'running' = 'no prompt';
  let shell = '';
  for (const { step, text } of parts) {
    const found = [...text.matchAll(anyMark)];
    for (let at = 0; at < found.length; at += 1) {
      const wrong = (expected: string): Disorder => ({ step, expected, found: shown(found[at]?.[0] ?? 'none') });
      const [letter, nonce] = read(found[at]?.[0] ?? '');
      if (letter === undefined) return wrong('a mark as bash.bashrc prints it');
      if (nonces.length === 0 ? nonce !== '' : !nonces.includes(nonce))
        return wrong(nonces.length === 0 ? 'marks without a nonce' : 'a mark with a nonce that the header declares');
      if (letter === 'C') {
        if (state !== 'waiting' || nonce !== shell)
          return wrong(`the mark ${state === 'running' ? 'D' : 'of a prompt'}`);
        state = 'running';
        continue;
      }
      if (letter !== 'D' || state === 'waiting') return wrong(state === 'waiting' ? 'the mark C' : 'the mark D');
      const [a, b] = [found[at + 1], found[at + 2]];
      const [letterA, nonceA] = read(a?.[0] ?? '');
      const [letterB, nonceB] = read(b?.[0] ?? '');
      const whole = letterA === 'A' && letterB === 'B' && nonceA === nonce && nonceB === nonce;
      if (!a || !b || !whole || end(found[at]) !== a.index || !prompt.test(text.slice(end(a), b.index)))
        return wrong('A, a prompt and B right behind D');
      const behind = text.slice(end(b), found[at + 3]?.index).replace(escapes, '');
      if (behind !== '') return { step, expected: 'nothing behind a prompt', found: shown(behind) };
      state = 'waiting';
      shell = nonce;
      at += 2;
    }
  }
  return undefined;
}

/** The same text with marks as they are without a nonce, for whoever looks for those. */
export function withoutNonces(text: string): string {
  return text.replace(new RegExp(`(${esc}\\]133;(?:[ABC]|D;\\d{1,3}));k=[0-9a-f]{16}${bell}`, 'g'), `$1${bell}`);
}

function read(mark: string): [letter: string | undefined, nonce: string] {
  const [, letter, status, nonce = ''] = sound.exec(mark) ?? [];
  return [letter ?? (status === undefined ? undefined : 'D'), nonce];
}

function end(match: RegExpMatchArray | undefined): number {
  return (match?.index ?? 0) + (match?.[0].length ?? 0);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
