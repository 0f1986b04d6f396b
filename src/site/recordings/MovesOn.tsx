import { scenes } from 'virtual:scenes';
import { Fragment, use } from 'react';
import { since } from '../../../content/since.ts';
import * as words from '../../words/index.ts';
import { Coded } from '../ledger/Coded.tsx';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Table } from '../prose/text.tsx';
import { href } from '../site.ts';
import { stepsOf } from './moved.ts';

/** What of the recorded answers a later Docker gives otherwise, each with its source and its steps. */
export function MovesOn() {
  const { site, homes } = use(ChapterContext);
  return (
    <Table>
      <thead>
        <tr>
          <th>{words.recordings.since}</th>
          <th>{words.recordings.was}</th>
          <th>{words.recordings.now}</th>
          <th>{words.recordings.shownIn}</th>
        </tr>
      </thead>
      <tbody>
        {since.map((row) => (
          <tr key={row.from + row.was}>
            <td>
              <a href={row.source.href} aria-label={`${row.from}: ${row.source.title}`}>
                {row.from}
              </a>
            </td>
            <td>
              <Coded text={row.was} />
            </td>
            <td>
              <Coded text={row.now} />
            </td>
            <td>
              {stepsOf(row, scenes, homes).map((shown) => (
                <Fragment key={shown.href}>
                  <a href={href(site, shown.href)}>{words.recordings.step(shown.title, shown.step)}</a>
                  <br />
                </Fragment>
              ))}
              {row.at && <a href={href(site, row.at.href)}>{row.at.name}</a>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
