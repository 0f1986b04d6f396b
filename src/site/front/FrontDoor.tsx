import { facts } from 'virtual:facts';
import { scenes } from 'virtual:scenes';
import { type CSSProperties, type ReactNode, use } from 'react';
import { courses } from '../../diagram/building/metrics.ts';
import { daemonName } from '../../diagram/building/moment.ts';
import { HatchDefs } from '../../diagram/views/HatchDefs.tsx';
import type { HostFacts, NsKind } from '../../host/facts.ts';
import { containerNamed, firstProcess, hostProcesses, insidePid, type Wall, wallOf } from '../../host/views.ts';
import { authorError } from '../author-error.ts';
import { contents } from '../chapters.ts';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Styles } from '../Styles.tsx';
import { href } from '../site.ts';

/** What each course sets apart. namespaces(7), in a few words. */
const about: Record<NsKind, string> = {
  cgroup: 'its place among the meters',
  time: 'clocks since boot',
  user: 'user and group numbers',
  ipc: 'shared memory, queues',
  uts: 'the hostname',
  mnt: 'the files',
  net: 'interfaces, addresses, ports',
  pid: 'process numbers',
};

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
  const answers = [`${outside}, the same`, right, 'none: it is not listed'];
  return (
    <>
      <Styles css={site.styles.front}>
        <HatchDefs />
      </Styles>
      <section className="front" aria-labelledby="front-asks">
        <p className="front-say">One process, asked for twice. Guess before the kernel answers.</p>
        <div className="house">
          <div className="house-host">
            <p>
              <b>{host.hostname}</b> <span>{host.processCount} processes</span>
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
              <span className="house-who">on the host</span>
            </p>
          </div>
          <div className="house-room">
            <p>
              <b>container {name}</b>
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
            <b>Linux {host.kernel.match(/^\d+\.\d+/)?.[0]}</b> one kernel under everything
          </p>
          <fieldset>
            <legend id="front-asks">Which number has it inside?</legend>
            {answers.map((answer) => (
              <label key={answer} className={answer === right ? 'right' : 'wrong'}>
                <input type="radio" name="front" value={answer} />
                <span>{answer}</span>
              </label>
            ))}
          </fieldset>
          <div className="house-told" role="status">
            <p className="was-right">As you said: inside it is process {inside}.</p>
            <p className="was-wrong">The kernel says {inside}: its PID namespace counts from 1.</p>
            <a className="house-on" href={href(site, '/namespaces/')}>
              See the other walls
            </a>
          </div>
        </div>
      </section>
      <details className="front-answer">
        <summary>The answer</summary>
        <p>
          Process {outside} on the host is process {inside} in the container’s PID namespace.
        </p>
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
          <b>{kind}</b> <span>{about[kind]}</span>
          {wall[kind] === 'shared' && <i>the host’s</i>}
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
