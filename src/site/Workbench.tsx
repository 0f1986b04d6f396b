import { Fragment } from 'react';
import { lessons } from '../../content/lessons/index.ts';
import { Prose } from '../workbench/prose.tsx';
import { Coming } from './Coming.tsx';
import { href, type Site } from './site.ts';

/** The workbench's page as it is served: what it is, the button that fetches it, and every lesson as text. */
export function Workbench({ site }: { site: Site }) {
  return (
    <>
      <p>
        Here you build a container by hand, out of the kernel’s own parts: walls first, then limits, then a root. Behind
        the button is a machine that runs inside this page, with a Linux kernel of its own; nothing that you type leaves
        your browser.
      </p>
      <p>
        It is Debian 12’s kernel for 32-bit machines, unchanged, on a processor that WebAssembly imitates
        <sup>
          <a href="https://github.com/copy/v86">v86</a>
        </sup>
        . So it is slower than the machine around it, it has no Docker and no network, and it forgets everything when
        the page is left. Its namespaces, cgroups and mounts are the real ones. Its shells are busybox’s ash, without
        bash and <code>pgrep</code>; the classic fork bomb, <code>{':(){ :|:& };:'}</code>, is bash’s syntax and an
        error here, because ash takes no function of that name.
      </p>
      <div className="bench" data-bench={site.workbench.module} data-script={site.scripts.bench}>
        <Coming site={site} />
        <div data-bench-live="" />
        <p className="without">
          The machine needs JavaScript. The recorded scenes in the chapters show the same without it.
        </p>
      </div>
      <h2>The lessons</h2>
      <p>
        Each is a list of goals. The page checks them against what the kernel reports, so any way that leads there
        counts.
      </p>
      {lessons.map((lesson, index) => (
        <Fragment key={lesson.id}>
          <h3 id={lesson.id}>
            {index + 1}. {lesson.title}
          </h3>
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
            <summary>One way there</summary>
            <pre translate="no">
              <code>
                {lesson.solution.map(({ shell, type }) => `${shell}# ${type.replace(/\{\w+\}/g, 'PID')}`).join('\n')}
              </code>
            </pre>
            <p>
              The number before each line is the shell. <Prose text={lesson.after} />
            </p>
          </details>
        </Fragment>
      ))}
      <p>
        What the machine is made of, and under which terms, is on{' '}
        <a href={href(site, '/licences/')}>the licences page</a>.
      </p>
    </>
  );
}
