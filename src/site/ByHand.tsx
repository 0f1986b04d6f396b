import { lessons } from '../../content/lessons/index.ts';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import { href, type Site } from './site.ts';

/** The way from a chapter to the lessons in which the same is done by hand. */
export function ByHand({ site, chapter }: { site: Site; chapter: string }) {
  const same = lessons
    .map((lesson, index) => ({ ...lesson, number: index + 1 }))
    .filter((each) => each.chapter === chapter);
  if (same.length === 0) return null;
  const [before, , after] = parts(words.page.byHand);
  return (
    <p className="by-hand">
      {before}
      {same.map(({ id, title, number }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={`${href(site, '/workbench/')}?lesson=${id}`}>{words.page.lesson(number, title)}</a>
        </span>
      ))}
      {after}
    </p>
  );
}
