/** A key that a keyboard on glass lacks. */
export type KeyName = 'tab' | 'escape' | 'left' | 'down' | 'up' | 'right' | 'pipe';

const letters: Partial<Record<KeyName, string>> = { left: 'D', down: 'B', up: 'A', right: 'C' };

/** What a terminal sends for a key. A program may ask for arrows in their application form (DECCKM). ctlseqs(ms), "PC-Style Function Keys" */
export function bytesOf(key: KeyName, applicationCursor: boolean): string {
  const letter = letters[key];
  if (letter) return `\u001b${applicationCursor ? 'O' : '['}${letter}`;
  return key === 'tab' ? '\t' : key === 'escape' ? '\u001b' : '|';
}

/** A character as it is sent while Ctrl is held: the lowest five bits of its code, for those that have such a form. ascii(7) */
export function controlled(text: string): string {
  const code = text.toUpperCase().charCodeAt(0);
  if (text.length !== 1) return text;
  if (text === ' ') return '\u0000';
  if (text === '?') return '\u007f';
  return code >= 64 && code < 96 ? String.fromCharCode(code & 31) : text;
}
