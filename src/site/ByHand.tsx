import { lessons } from '../../content/lessons/index.ts';
import { href, type Site } from './site.ts';

/** The way from a chapter to the lessons in which the same is done by hand. */
export function ByHand({ site, chapter }: { site: Site; chapter: string }) {
  const same = lessons
    .map((lesson, index) => ({ ...lesson, number: index + 1 }))
    .filter((each) => each.chapter === chapter);
  if (same.length === 0) return null;
  return (
    <p className="by-hand">
      The same by hand, on a kernel that runs in this browser:{' '}
      {same.map(({ id, title, number }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={`${href(site, '/workbench/')}?lesson=${id}`}>
            lesson {number}, {title}
          </a>
        </span>
      ))}
      .
    </p>
  );
}
