import { Fragment } from 'react';
import { lessons } from '../../content/lessons/index.ts';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import { Prose } from '../workbench/prose.tsx';
import { Coming } from './Coming.tsx';
import { href, type Site } from './site.ts';

/** The workbench's page as it is served: what it is, the button that fetches it, and every lesson as text. */
export function Workbench({ site }: { site: Site }) {
  const [before, processor, after] = parts(words.workbench.machine);
  const [terms, licences, end] = parts(words.workbench.terms);
  return (
    <>
      <p>{words.workbench.about}</p>
      <div className="bench" data-bench={site.workbench.module} data-script={site.scripts.bench}>
        <Coming site={site} />
        <div data-bench-live="" />
        <p className="without">{words.workbench.noScript}</p>
      </div>
      <p>
        {before}
        <sup>
          <a href="https://github.com/copy/v86">{processor}</a>
        </sup>
        <Prose text={after ?? ''} />
      </p>
      <h2>{words.workbench.lessons}</h2>
      <p>{words.workbench.lessonsAre}</p>
      {lessons.map((lesson, index) => (
        <Fragment key={lesson.id}>
          <h3 id={lesson.id}>{words.workbench.numbered(index + 1, lesson.title)}</h3>
          <p>
            <Prose text={lesson.before} />
          </p>
          <ol className="lesson-text">
            {lesson.goals.map((goal) => (
              <li key={goal.say}>
                <Prose text={goal.say} />
              </li>
            ))}
          </ol>
          <details className="way">
            <summary>{words.workbench.way}</summary>
            <pre translate="no">
              <code>
                {lesson.solution.map(({ shell, type }) => `${shell}# ${type.replace(/\{\w+\}/g, 'PID')}`).join('\n')}
              </code>
            </pre>
            <p>
              <Prose text={words.workbench.wayIs(lesson.after)} />
            </p>
          </details>
        </Fragment>
      ))}
      <p>
        {terms}
        <a href={href(site, '/licences/')}>{licences}</a>
        {end}
      </p>
    </>
  );
}
