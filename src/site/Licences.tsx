import type { Site } from './site.ts';

/** The licences of everything that is served. */
export function Licences({ site }: { site: Site }) {
  return (
    <>
      <p>These pages are made with the work of others. The fonts were cut down to the characters that occur here.</p>
      {site.licences.map(({ name, text }) => (
        <section key={name}>
          <h2>{name}</h2>
          {/* Focusable, because it scrolls sideways where it is too wide. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
          <pre className="licence" tabIndex={0}>
            {text}
          </pre>
        </section>
      ))}
    </>
  );
}
