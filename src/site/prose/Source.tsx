import { type ReactNode, use } from 'react';
import * as words from '../../words/index.ts';
import { ChapterContext } from './chapter-context.ts';

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
  const { prefix = '' } = use(ChapterContext);
  return (
    <sup className="source-mark">
      <a id={`${prefix}mark-${n}`} href={`#${prefix}source-${n}`} aria-label={words.prose.source(n, title)}>
        {n}
      </a>
    </sup>
  );
}

/** Where it is written, and what is written there. */
export function SourceNote({ n, href, title, children }: Props) {
  const { prefix = '' } = use(ChapterContext);
  return (
    <div className="source-note" id={`${prefix}source-${n}`} role="note">
      <a className="n" href={`#${prefix}mark-${n}`} aria-label={words.prose.backToMark(n)}>
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
