import { fetchLater } from './line.ts';

/**
 * Readies the chapter that is pointed at in the contents, and the next one when the reader nears the end of this one.
 * Not earlier: a second document in the making delays the first paint of this one.
 */
export function readyNext(document: Document): void {
  const letOut = (id: string) => document.head.append(document.querySelector<HTMLTemplateElement>(id)?.content ?? '');
  letOut('#ready-pointed');
  const next = document.querySelector<HTMLAnchorElement>('a[rel=next]');
  if (!next) return;
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      if (!HTMLScriptElement.supports?.('speculationrules')) return fetchLater('prefetch', next.href);
      letOut('#ready-next');
    },
    { rootMargin: '100% 0px' },
  );
  near.observe(next);
}
