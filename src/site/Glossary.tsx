import { glossary } from '../../content/glossary.ts';

/** Every term with what it means and where that is written. */
export function Glossary() {
  return (
    <>
      <p>The words that the chapters use as the field does. Each is linked where a chapter names it first.</p>
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
