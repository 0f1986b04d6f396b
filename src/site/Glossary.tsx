import { glossary } from '../../content/glossary.ts';
import * as words from '../words/index.ts';

/** Every term with what it means and where that is written. */
export function Glossary() {
  return (
    <>
      <p>{words.terms.about}</p>
      <dl className="glossary">
        {glossary.map(({ id, term, short, source }) => (
          <div key={id} id={id}>
            <dt>{term}</dt>
            <dd>
              {short} <a href={source.href}>{source.title}</a>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
