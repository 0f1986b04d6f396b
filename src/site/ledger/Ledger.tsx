import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { ledger, type Resource } from '../../../content/ledger.ts';
import { sayings } from '../../browser/ledger/standing.ts';
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
      <section className="ledger" id="ledger" data-veiled="" data-script={site.scripts.ledger} aria-label="Ledger">
        <First />
        <table>
          <thead>
            <tr>
              <th>Resource</th>
              <th>By default</th>
              <th>Kept by</th>
              <th>See it with</th>
              <th>Changed by</th>
              <th>Shown in</th>
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
            <legend>{name}: what is it by default?</legend>
            {sayings.map((saying) => (
              <button key={saying} type="button" value={saying}>
                {saying}
              </button>
            ))}
          </fieldset>
          <p className="yours" />
        </div>
      </td>
      <td className="by" data-label="Kept by">
        {typeof by === 'string' ? (
          <Coded text={by} />
        ) : (
          <span className="ns" data-tone={by.ns}>
            {by.ns} namespace
          </span>
        )}
      </td>
      <td data-label="See it with">{see && <code translate="no">{see}</code>}</td>
      <td data-label="Changed by">
        <span>
          <Coded text={changes} />
        </span>
      </td>
      <td data-label="Shown in">
        {shown ? (
          <a href={href(site, shown.href)}>
            {shown.title}, step {shown.step}
          </a>
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
      <span>Say of each what you think it is, or see it at once:</span>
      <button type="button" name="veil" aria-pressed="false">
        Show every answer
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
          Show{' '}
          <select name="show">
            <option value="">everything</option>
            <option value="isolated">isolated</option>
            <option value="limited">limited</option>
            <option value="shared">shared</option>
            <option value="no limit">without a limit</option>
            <option value="open">not answered yet</option>
            <option value="wrong">answered otherwise</option>
            <option value="sourced">with a source only</option>
          </select>
        </label>
        <label>
          Sort{' '}
          <select name="sort">
            <option value="">as in the chapters</option>
            <option value="name">by name</option>
            <option value="is">by what it is</option>
            <option value="said">by your answers</option>
          </select>
        </label>
      </p>
      <p>
        <button type="button" name="json">
          Save as JSON
        </button>
        <button type="button" name="text">
          Save as text
        </button>
        <button type="button" name="print">
          Print
        </button>
        <button type="button" name="clear">
          Clear my answers
        </button>
      </p>
      <p className="kept" role="status" />
    </div>
  );
}
