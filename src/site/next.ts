import { fetchLater, savesData } from './line.ts';

/**
 * Readies the next chapter when the reader nears the end of this one.
 * Not earlier: a second document in the making delays the first paint of this one.
 */
export function readyNext(document: Document): void {
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]');
  if (!next || savesData()) return;
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      if (!HTMLScriptElement.supports?.('speculationrules')) return fetchLater('prefetch', next.href);
      const rules = document.querySelector<HTMLTemplateElement>('#ready-next');
      if (rules) document.head.append(rules.content);
    },
    { rootMargin: '100% 0px' },
  );
  near.observe(next);
}
