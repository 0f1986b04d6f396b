import lock from '../../workbench/lock.json';
import * as words from '../words/index.ts';
import { parts } from '../words/parts.ts';
import { href, type Site } from './site.ts';

/** The licences of everything that is served. */
export function Licences({ site }: { site: Site }) {
  return (
    <>
      <p>{words.licences.about}</p>
      <Machine site={site} />
      {site.licences.map(({ name, text }) => (
        <section key={name}>
          <h2>{name}</h2>
          {/* Focusable, because it scrolls sideways where it is too wide. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
          <pre className="licence" translate="no" tabIndex={0}>
            {text}
          </pre>
        </section>
      ))}
    </>
  );
}

/** What the workbench's machine holds, and where the sources are, which the GNU licences ask to say. */
function Machine({ site }: { site: Site }) {
  const [before, text, after] = parts(words.licences.machineIs);
  return (
    <section>
      <h2>{words.licences.machine}</h2>
      <p>
        {before}
        <a href={href(site, '/licences/workbench.txt')}>{text}</a>
        {after}
      </p>
      <ul>
        {Object.entries(lock.packages).map(([name, { version, source, sourceVersion }]) => {
          const [made, link, end] = parts(words.licences.source(name, version, `${source} ${sourceVersion}`));
          return (
            <li key={name}>
              {made}
              <a href={`https://snapshot.debian.org/package/${source}/${sourceVersion}/`}>{link}</a>
              {end}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
