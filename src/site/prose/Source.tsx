import type { ReactNode } from 'react';

interface Props {
  href: string;
  title: string;
  n: string;
  children?: ReactNode;
}

/** A paragraph with the notes on its sources: beside it where there is room, below it where there is none. */
export function Sourced({ children }: { children?: ReactNode }) {
  return <div className="sourced">{children}</div>;
}

/** The number in the text. */
export function SourceMark({ n, title }: Props) {
  return (
    <sup className="source-mark">
      <a id={`mark-${n}`} href={`#source-${n}`} aria-label={`Source ${n}: ${title}`}>
        {n}
      </a>
    </sup>
  );
}

/** Where it is written, and what is written there. */
export function SourceNote({ n, href, title, children }: Props) {
  return (
    <div className="source-note" id={`source-${n}`} role="note">
      <a className="n" href={`#mark-${n}`} aria-label={`Back to mark ${n}`}>
        {n}
      </a>
      <div>
        <a className="source-title" href={href}>
          {title}
        </a>
        . {children}
      </div>
    </div>
  );
}
