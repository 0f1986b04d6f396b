import { Code } from './Code.tsx';
import type { Rich } from './data.ts';

/** Prose with code in it. */
export function RichText({ value }: { value: Rich }) {
  let at = 0;
  return value.map((part) => {
    const key = at++;
    return typeof part === 'string' ? part : <Code key={key}>{part.code}</Code>;
  });
}
