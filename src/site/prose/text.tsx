import { Children, type ReactNode, use } from 'react';
import * as words from '../../words/index.ts';
import { href as below, type Site } from '../site.ts';
import { ChapterContext } from './chapter-context.ts';

/** A heading that can be linked to: its address is its own words. */
export function Heading({ children }: { children?: ReactNode }) {
  const id = useAddress(children);
  return (
    <h2 id={id}>
      <a className="anchor" href={`#${id}`}>
        {children}
      </a>
    </h2>
  );
}

/** A heading below another: it has an address, and is no link, which would be too small for a finger. */
export function Subheading({ children }: { children?: ReactNode }) {
  return <h3 id={useAddress(children)}>{children}</h3>;
}

function useAddress(words: ReactNode): string {
  const { prefix = '' } = use(ChapterContext);
  return prefix + slug(textOf(words));
}

/** A link of the prose. A chapter names the site's own pages from the root, and the site may stand below one. */
export function Link({ href = '', children }: { href?: string; children?: ReactNode }) {
  const { site, prefix } = use(ChapterContext);
  return <a href={addressOf(site, href, prefix)}>{children}</a>;
}

/** Where a link leads: on the page that holds all chapters, one that stays in its chapter stays in it there too. */
function addressOf(site: Site, href: string, prefix = ''): string {
  if (/^\/(?!\/)/.test(href)) return below(site, href);
  return /^#[^/]+$/.test(href) ? `#${prefix}${href.slice(1)}` : href;
}

/** A table that scrolls sideways by itself where it is wider than the page; what its columns are called tells it from other tables. */
export function Table({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section className="table" tabIndex={0} aria-label={words.prose.table(heads(children))}>
      <table>{children}</table>
    </section>
  );
}

/** Words for an address: "What the wall does" → "what-the-wall-does". */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The texts of a table's head, column by column; a head that is empty is left out. */
function heads(table: ReactNode): string[] {
  const [thead] = Children.toArray(table);
  const cells = (node: ReactNode): ReactNode[] =>
    Children.toArray(node).flatMap((child) => {
      if (typeof child !== 'object' || !('props' in child)) return [];
      const { children } = child.props as { children?: ReactNode };
      return 'type' in child && child.type === 'th' ? [child] : cells(children);
    });
  return cells(thead).map(textOf).filter(Boolean);
}

function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => {
      if (typeof child === 'string' || typeof child === 'number') return String(child);
      return typeof child === 'object' && 'props' in child
        ? textOf((child.props as { children?: ReactNode }).children)
        : '';
    })
    .join('');
}
