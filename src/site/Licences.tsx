import lock from '../../workbench/lock.json';
import { href, type Site } from './site.ts';

/** The licences of everything that is served. */
export function Licences({ site }: { site: Site }) {
  return (
    <>
      <p>These pages are made with the work of others. The fonts were cut down to the characters that occur here.</p>
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
  return (
    <section>
      <h2>The workbench’s machine</h2>
      <p>
        It is made of these packages of Debian 12 for i386, unchanged. Most are under the GNU General Public License or
        the GNU Lesser General Public License; <a href={href(site, '/licences/workbench.txt')}>all their licences</a>{' '}
        are here as text. Each line links the source that the package was built from, in Debian’s archive of all
        versions; the current ones are also on every Debian mirror.
      </p>
      <ul>
        {Object.entries(lock.packages).map(([name, { version, source, sourceVersion }]) => (
          <li key={name}>
            {name} {version}: source{' '}
            <a href={`https://snapshot.debian.org/package/${source}/${sourceVersion}/`}>
              {source} {sourceVersion}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
