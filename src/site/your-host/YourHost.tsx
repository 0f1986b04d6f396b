import { use } from 'react';
import * as words from '../../words/index.ts';
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
      <form className="your-host" data-script={site.scripts.host} aria-label={words.host.name}>
        <label htmlFor="docker-says">{words.host.paste}</label>
        <textarea
          id="docker-says"
          name="says"
          rows={2}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          translate="no"
          placeholder={words.host.like}
        />
        <output htmlFor="docker-says" aria-live="polite" />
        <p className="privately">{words.host.privately}</p>
      </form>
    </>
  );
}
