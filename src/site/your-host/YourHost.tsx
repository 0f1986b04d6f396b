import { use } from 'react';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Styles } from '../Styles.tsx';

/** Where a reader pastes what their Docker says of itself; src/browser/your-host/alive.ts answers, and without scripts the table below it does. */
export function YourHost() {
  const { site, prefix } = use(ChapterContext);
  // On the page that is made to be printed nothing can be pasted.
  if (prefix !== undefined) return null;
  return (
    <>
      <Styles css={site.styles.host} />
      <form className="your-host" data-script={site.scripts.host} aria-label="Where is your host?">
        <label htmlFor="docker-says">Paste what the first command printed, or all of docker info:</label>
        <textarea
          id="docker-says"
          name="says"
          rows={2}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          translate="no"
          placeholder="system | kernel | name"
        />
        <output htmlFor="docker-says" aria-live="polite" />
        <p className="privately">It is read here, in your browser. Nothing of it is sent or kept.</p>
      </form>
    </>
  );
}
