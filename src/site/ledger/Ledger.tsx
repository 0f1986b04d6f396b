import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { ledger, type Resource } from '../../../content/ledger.ts';
import { sayings } from '../../browser/ledger/standing.ts';
import * as words from '../../words/index.ts';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Styles } from '../Styles.tsx';
import { href } from '../site.ts';
import { Coded } from './Coded.tsx';
import { checkIds, shownIn } from './references.ts';

/** The resources as a table, complete as it is; src/browser/ledger/alive.ts lets the reader answer first. */
export function Ledger() {
  const { site, gathered } = use(ChapterContext);
  gathered.ledger = true;
  checkIds(ledger);
  return (
    <>
      <Styles css={site.styles.ledger} />
      <section
        className="ledger"
        id="ledger"
        data-veiled=""
        data-script={site.scripts.ledger}
        aria-label={words.ledger.name}
      >
        <First />
        <table>
          <thead>
            <tr>
              <th>{words.ledger.resource}</th>
              <th>{words.ledger.byDefault}</th>
              <th>{words.ledger.keptBy}</th>
              <th>{words.ledger.seeWith}</th>
              <th>{words.ledger.changedBy}</th>
              <th>{words.ledger.shownIn}</th>
            </tr>
          </thead>
          <tbody>
            {ledger.map((resource) => (
              <Row key={resource.id} resource={resource} />
            ))}
          </tbody>
        </table>
        <Tools />
      </section>
    </>
  );
}

function Row({ resource }: { resource: Resource }) {
  const { id, name, by, is, default: how, see, changes, source } = resource;
  const { site, homes } = use(ChapterContext);
  const shown = shownIn(resource, scenes, homes);
  return (
    <tr id={`r-${id}`} data-is={is.join()} data-scene={shown?.scene}>
      <th scope="row">
        <Coded text={name} />
      </th>
      <td className="standing">
        <div>
          <p className="answer">
            <b>{is[0]}</b>{' '}
            <span>
              <Coded text={how} />
            </span>
          </p>
          <fieldset className="guess">
            <legend>{words.ledger.guess(name)}</legend>
            {sayings.map((saying) => (
              <button key={saying} type="button" value={saying}>
                {saying}
              </button>
            ))}
          </fieldset>
          <p className="yours" />
        </div>
      </td>
      <td className="by" data-label={words.ledger.keptBy}>
        {typeof by === 'string' ? (
          <Coded text={by} />
        ) : (
          <span className="ns" data-tone={by.ns}>
            {words.ledger.namespace(by.ns)}
          </span>
        )}
      </td>
      <td data-label={words.ledger.seeWith}>{see && <code translate="no">{see}</code>}</td>
      <td data-label={words.ledger.changedBy}>
        <span>
          <Coded text={changes} />
        </span>
      </td>
      <td data-label={words.ledger.shownIn}>
        {shown ? (
          <a href={href(site, shown.href)}>{words.ledger.step(shown.title, shown.step)}</a>
        ) : (
          <a className="outside" href={source?.href}>
            {source?.title}
          </a>
        )}
      </td>
    </tr>
  );
}

/** How to read the table, where a script keeps its answers back. */
function First() {
  return (
    <p className="ledger-first">
      <span>{words.ledger.first}</span>
      <button type="button" name="veil" aria-pressed="false">
        {words.ledger.showAll}
      </button>
    </p>
  );
}

/** What a script makes work: without one, none of it is shown. */
function Tools() {
  return (
    <div className="ledger-tools">
      <p className="tally" />
      <p>
        <label>
          {words.ledger.show}{' '}
          <select name="show">
            <Options of={words.ledger.shows} />
          </select>
        </label>
        <label>
          {words.ledger.sort}{' '}
          <select name="sort">
            <Options of={words.ledger.sorts} />
          </select>
        </label>
      </p>
      <p>
        <button type="button" name="json">
          {words.ledger.json}
        </button>
        <button type="button" name="text">
          {words.ledger.text}
        </button>
        <button type="button" name="print">
          {words.ledger.print}
        </button>
        <button type="button" name="clear">
          {words.ledger.clear}
        </button>
      </p>
      <p className="kept" role="status" />
    </div>
  );
}

function Options({ of }: { of: Record<string, string> }) {
  return Object.entries(of).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
