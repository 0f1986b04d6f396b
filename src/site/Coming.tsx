import { lessons } from '../../content/lessons/index.ts';
import shown from '../../workbench/shown.json';
import { shownLesson } from '../../workbench/shown.ts';
import { layout } from '../diagram/layout.ts';
import { StaticDiagram } from '../diagram/views/StaticDiagram.tsx';
import { withHandmade } from '../host/by-hand.ts';
import { parseFacts } from '../host/parse.ts';
import * as words from '../words/index.ts';
import type { Site } from './site.ts';

/** Of what was built, the part that fits every window. */
const lens = 'net';

/** What comes when the machine is started, in the place where it comes: both shells and the drawing, recorded and dimmed, the lessons, and the button. */
export function Coming({ site }: { site: Site }) {
  const facts = withHandmade(parseFacts(shown.answer));
  const number = lessons.findIndex(({ id }) => id === shownLesson) + 1;
  return (
    <section className="scene bench-scene coming" data-lens={lens} data-tab="0" aria-label={words.workbench.comes}>
      <div className="bar">
        <span className="count">{words.workbench.picture(number)}</span>
      </div>
      <div className="terms" aria-hidden="true" translate="no">
        {shown.shells.map((rows, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change
          <div key={index} className="window">
            <div className="title">{words.workbench.shell(index + 1)}</div>
            <pre className="view">
              <code>{rows.join('\n').trimEnd()}</code>
            </pre>
          </div>
        ))}
      </div>
      <div className="words">
        <p className="asked">{words.workbench.inAnyOrder(lessons.length)}</p>
        <ol className="all-lessons">
          {lessons.map(({ id, title, minutes }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a> <span>{words.workbench.minutes(minutes)}</span>
            </li>
          ))}
        </ol>
      </div>
      <figure>
        <div className="tall">
          <StaticDiagram drawing={layout(facts, lens, 'tall')} />
        </div>
        <div className="landscape">
          <StaticDiagram drawing={layout(facts, lens, 'landscape')} />
        </div>
      </figure>
      <div className="drive start" data-bench-drive="">
        <button type="button" className="btn go" data-bench-start="" disabled>
          {words.workbench.start}
        </button>
        <p>{words.workbench.sizes(site.workbench.megabytes)}</p>
      </div>
    </section>
  );
}
