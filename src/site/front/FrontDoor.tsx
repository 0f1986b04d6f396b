import { facts } from 'virtual:facts';
import { scenes } from 'virtual:scenes';
import { type CSSProperties, type ReactNode, use } from 'react';
import { courses } from '../../diagram/building/metrics.ts';
import { daemonName } from '../../diagram/building/moment.ts';
import { HatchDefs } from '../../diagram/views/HatchDefs.tsx';
import type { HostFacts } from '../../host/facts.ts';
import { containerNamed, firstProcess, hostProcesses, insidePid, type Wall, wallOf } from '../../host/views.ts';
import * as words from '../../words/index.ts';
import { parts } from '../../words/parts.ts';
import { authorError } from '../author-error.ts';
import { contents } from '../chapters.ts';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Styles } from '../Styles.tsx';
import { href } from '../site.ts';

/** The recording that the house is drawn from. */
const told = { scene: 'two-numbers', take: 'default', step: 'inside' };

/**
 * The site's first screen: one process of the first scene in the house that all chapters are about, its number inside kept back until the
 * reader has guessed. Every course of its wall leads to its chapter. It needs no script: the answers are radio buttons, and the style sheet
 * does the rest. On the page that holds all chapters it is left out.
 */
export function FrontDoor() {
  const { site, file, prefix } = use(ChapterContext);
  if (prefix) return null;
  const { host, wall, outside, inside, name } = recorded(file);
  const right = `${inside}`;
  const [before, kernel, after] = parts(words.front.kernel(host.kernel.match(/^\d+\.\d+/)?.[0]));
  const answers = [words.front.same(outside), right, words.front.none];
  return (
    <>
      <Styles css={site.styles.front}>
        <HatchDefs />
      </Styles>
      <section className="front" aria-labelledby="front-asks">
        <p className="front-say">{words.front.says}</p>
        <div className="house">
          <div className="house-host">
            <p>
              <b>{host.hostname}</b> <span>{words.front.processes(host.processCount)}</span>
            </p>
            <ul>
              {hostProcesses(host)
                .slice(0, 4)
                .map((process) => (
                  <li key={process.pid}>
                    <span>{process.pid}</span> {daemonName(process)}
                  </li>
                ))}
            </ul>
            <p className="house-out">
              <span className="house-number">{outside}</span>
              <span className="house-who">{words.front.onHost}</span>
            </p>
          </div>
          <div className="house-room">
            <p>
              <b>{words.front.container(name)}</b>
            </p>
            <Courses wall={wall}>
              <p className="house-in">
                <span className="house-number">
                  <span className="kept">?</span>
                  <span className="shown">{inside}</span>
                </span>
                <code>{firstCommand(host, name)}</code>
              </p>
            </Courses>
          </div>
          <span className="house-way" aria-hidden="true" />
          <span className="house-number travels" aria-hidden="true">
            {outside}
          </span>
        </div>
        <div className="house-slab">
          <p className="house-kernel">
            {before}
            <b>{kernel}</b>
            {after}
          </p>
          <fieldset>
            <legend id="front-asks">{words.front.question}</legend>
            {answers.map((answer) => (
              <label key={answer} className={answer === right ? 'right' : 'wrong'}>
                <input type="radio" name="front" value={answer} />
                <span>{answer}</span>
              </label>
            ))}
          </fieldset>
          <div className="house-told" role="status">
            <p className="was-right">{words.front.right(inside)}</p>
            <p className="was-wrong">{words.front.wrong(inside)}</p>
            <a className="house-on" href={href(site, '/namespaces/')}>
              {words.front.onward}
            </a>
          </div>
        </div>
      </section>
      <details className="front-answer">
        <summary>{words.front.answer}</summary>
        <p>{words.front.answerIs(outside, inside)}</p>
      </details>
    </>
  );
}

/** The wall, course by course from the outside in, each named and leading to its chapter, around what is in the room. */
function Courses({ wall, children }: { wall: Wall; children: ReactNode }) {
  const { site } = use(ChapterContext);
  return courses.reduceRight<ReactNode>((inside, kind, depth) => {
    const chapter = contents.find(({ planned }) => planned.tone === kind)?.chapter;
    return (
      <div
        key={kind}
        className={wall[kind] === 'own' ? 'course' : 'course shared'}
        data-tone={kind}
        style={{ '--depth': depth } as CSSProperties}
      >
        <a href={href(site, chapter?.path ?? '/namespaces/')}>
          <b>{kind}</b> <span>{words.front.courses[kind]}</span>
          {wall[kind] === 'shared' && <i>{words.front.shared}</i>}
        </a>
        {inside}
      </div>
    );
  }, children);
}

function recorded(file: string) {
  const host = facts[told.scene]?.[told.take]?.[told.step];
  const name = host?.containers[0]?.name ?? '';
  const container = host && containerNamed(name, host);
  const first = container && firstProcess(container, host);
  const wall = container && wallOf(container, host);
  if (!host || !first || !wall || !scenes.some(({ id }) => id === told.scene))
    throw authorError(
      `${file}, <FrontDoor>: expected a running container in ${told.scene}/${told.take} at ${told.step}, found none.`,
    );
  return { host, wall, name, outside: first.pid, inside: insidePid(first) };
}

function firstCommand(host: HostFacts, name: string): string {
  const container = containerNamed(name, host);
  return (container && firstProcess(container, host)?.args) ?? '';
}
