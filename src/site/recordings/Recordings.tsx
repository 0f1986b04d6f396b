import { recordings } from 'virtual:recordings';
import { scenes } from 'virtual:scenes';
import { use } from 'react';
import { renamedKinds } from '../../recording/compare/kinds.ts';
import { free } from '../../recording/compare/output.ts';
import { compared } from '../../recording/proof/read/all.ts';
import { notCompared } from '../../recording/proof/read/not-compared.ts';
import type { SceneScript } from '../../recording/script.ts';
import { Versions } from '../../scene/Versions.tsx';
import * as words from '../../words/index.ts';
import { parts } from '../../words/parts.ts';
import { ChapterContext } from '../prose/chapter-context.ts';
import { Styles } from '../Styles.tsx';
import { href } from '../site.ts';

const scripts = import.meta.glob<SceneScript>('/content/scenes/*/scene.ts', { eager: true, import: 'default' });

/** The host of all recordings, in its own words, and when it was recorded. */
export function Lab() {
  const { site } = use(ChapterContext);
  const takes = scenes.flatMap((scene) => scene.takes);
  const provenance = takes[0]?.provenance;
  if (!provenance) return null;
  const days = takes.map(({ provenance }) => provenance.recorded.slice(0, 10)).sort();
  const [first, last] = [days[0], days.at(-1)];
  const [list, root] = parts(words.recordings.allIs(recordings.root.files, recordings.root.hash));
  const [lock, hash] = parts(words.recordings.lockIs(provenance.lab.slice(0, 16)));
  const locked = provenance.lab === recordings.lock;
  return (
    <>
      <Styles css={site.styles.recordings} />
      <dl className="facts">
        <Versions provenance={provenance} />
        <dt>{words.recordings.storageDriver}</dt>
        <dd>{provenance.storageDriver}</dd>
        <dt>{words.recordings.securityOptions}</dt>
        <dd>{provenance.securityOptions.map((option) => option.replace(/^name=/, '')).join('; ')}</dd>
        <dt>{words.recordings.recorded}</dt>
        <dd>
          {words.recordings.recordedIs(
            words.recordings.days(first, last),
            scenes.length,
            takes.length,
            Object.keys(recordings.files).length,
          )}
        </dd>
        <dt>{words.recordings.builtFrom}</dt>
        <dd>
          {recordings.trees.map(({ name, suite, packages }) => words.recordings.tree(name, packages, suite)).join('; ')}
        </dd>
        <dt>{words.recordings.all}</dt>
        <dd>
          {list}
          <code>{root}</code>
        </dd>
        <dt>{words.recordings.lock}</dt>
        <dd>
          {lock}
          <code translate="no">{hash}</code>
          {locked ? '' : words.recordings.lockMoved}
        </dd>
      </dl>
    </>
  );
}

/** Each kind of output and what contradicts a forged one; then what nothing contradicts. */
function Proofs() {
  return (
    <details>
      <summary>
        <b>{words.recordings.proofs}</b> <span>{words.recordings.kinds(compared.length)}</span>
      </summary>
      <div className="proofs">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.recordings.output}</th>
              <th scope="col">{words.recordings.against}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map(({ kind, against }) => (
              <tr key={kind}>
                <td>{kind}</td>
                <td>{against}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.recordings.notCompared}</th>
              <th scope="col">{words.recordings.because}</th>
            </tr>
          </thead>
          <tbody>
            {notCompared.map(({ what, why }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** Every terminal of every take, to download, and what their outputs are compared with. */
export function Downloads() {
  const { site } = use(ChapterContext);
  return (
    <div className="casts">
      {scenes.map((scene) => (
        <details key={scene.id}>
          <summary>
            <b>{scene.title}</b>{' '}
            <span>
              {scene.id}, {words.recordings.takes(scene.takes.length)}
            </span>
          </summary>
          <ul>
            {scene.takes.flatMap((take) =>
              scene.panes.map((pane) => {
                const download = take.downloads[pane.id] ?? '';
                const file = recordings.files[download];
                return (
                  <li key={download}>
                    <a href={href(site, download)} download={`${scene.id}-${take.id}-${pane.id}.cast`}>
                      {pane.title}, {take.label}
                    </a>{' '}
                    <span>{words.recordings.size(file?.bytes ?? 0)}</span>{' '}
                    <span>{take.provenance.recorded.slice(0, 10)}</span>
                  </li>
                );
              }),
            )}
          </ul>
        </details>
      ))}
      <Proofs />
    </div>
  );
}

/** What a second recording may say otherwise: the lists that the check itself goes by. */
export function Rules() {
  const [psRow, ps] = parts(words.recordings.ps);
  return (
    <>
      <p>{words.recordings.renamed}</p>
      <ul className="rules">
        {renamedKinds.map(({ kind, what }) => (
          <li key={kind}>{what}</li>
        ))}
      </ul>
      <p>{words.recordings.free}</p>
      <ul className="rules">
        {[
          ...new Set([...free, ...Object.values(scripts).flatMap(({ loose = [] }) => loose)].map(({ why }) => why)),
        ].map((why) => (
          <li key={why}>{why}</li>
        ))}
        <li>{words.recordings.complaint}</li>
        <li>
          {psRow}
          <code translate="no">{ps}</code>
        </li>
      </ul>
    </>
  );
}

/** The script that asks the reader's own Docker, to fetch and to read. */
export function Verify() {
  const { site } = use(ChapterContext);
  const script = href(site, '/verify.sh');
  const [before, link, after] = parts(words.recordings.verify(recordings.verify.split('\n').length));
  return (
    <>
      <p>
        {before}
        <a href={script} download="verify.sh">
          {link}
        </a>
        {after}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <pre className="listing" translate="no" tabIndex={0}>
        <code>{recordings.verify}</code>
      </pre>
    </>
  );
}

/** What the script does not run, and why. */
export function LeftOut() {
  return (
    <ul className="rules">
      {recordings.leftOut.map(({ scene, command, why }) => (
        <li key={scene + command}>
          <code translate="no">{command}</code> ({scene}): {why}
        </li>
      ))}
    </ul>
  );
}
