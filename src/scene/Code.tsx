import type { ReactNode } from 'react';

/** Code in a sentence. A short word of it stays in one piece: after its first hyphen a browser would break `--fork`. */
export function Code({ className, children }: { className?: string; children?: ReactNode }) {
  return <code className={className ?? (isShortWord(children) ? 'word' : undefined)}>{children}</code>;
}

/** Only words with a hyphen need to be told; the longest that is kept whole fits into a phone's column. */
function isShortWord(children: ReactNode): boolean {
  return typeof children === 'string' && /^(?=.*-)\S{1,20}$/.test(children);
}
